import { RUNNING_ON_EC2, RUNNING_ON_FARGATE } from './running-tasks';
import type { EcsEventJson, Sample } from '../detail-type';

const TASK = 'arn:aws:ecs:us-west-2:111122223333:task/default/91f1f3d2e4a54a2f8ae03cdb54e2bd9a';

const STOPPED: EcsEventJson = {
  'version': '0',
  'id': '3317b2af-7005-947d-b652-f55e762e571a',
  'detail-type': 'ECS Task State Change',
  'source': 'aws.ecs',
  'account': '111122223333',
  'time': '2025-01-23T18:42:58Z',
  'region': 'us-west-2',
  'resources': [TASK],
  'detail': {
    attachments: [
      {
        id: '0d2bcb1e-8f1c-4a35-9d5e-3c1f6a7b8c9d',
        type: 'eni',
        status: 'DELETED',
        details: [
          { name: 'subnetId', value: 'subnet-0a1b2c3d4e5f60718' },
          { name: 'networkInterfaceId', value: 'eni-0a1b2c3d4e5f60718' },
          { name: 'macAddress', value: '0a:98:eb:a7:29:ba' },
          { name: 'privateDnsName', value: 'ip-10-0-0-139.us-west-2.compute.internal' },
          { name: 'privateIPv4Address', value: '10.0.0.139' },
        ],
      },
      { id: '7e1c0a55-2b8f-4a0e-9d55-9b1d1f0e7a21', type: 'elb', status: 'DELETED', details: [] },
    ],
    attributes: [{ name: 'ecs.cpu-architecture', value: 'x86_64' }],
    availabilityZone: 'us-west-2c',
    clusterArn: 'arn:aws:ecs:us-west-2:111122223333:cluster/default',
    connectivity: 'CONNECTED',
    connectivityAt: '2025-01-23T17:57:38.453Z',
    containers: [
      {
        containerArn: 'arn:aws:ecs:us-west-2:111122223333:container/default/91f1f3d2e4a54a2f8ae03cdb54e2bd9a/cf159fd6-3e3f-4a9e-84f9-66cbe726af01',
        exitCode: 1,
        lastStatus: 'STOPPED',
        name: 'web',
        image: '111122223333.dkr.ecr.us-west-2.amazonaws.com/web:latest',
        imageDigest: 'sha256:74b2c688c700ec95a93e478cdb959737c148df3fbf5ea706abe0318726e885e6',
        runtimeId: '91f1f3d2e4a54a2f8ae03cdb54e2bd9a-1234567890',
        taskArn: TASK,
        networkInterfaces: [{ attachmentId: '0d2bcb1e-8f1c-4a35-9d5e-3c1f6a7b8c9d', privateIpv4Address: '10.0.0.139' }],
        cpu: '0',
      },
    ],
    cpu: '256',
    createdAt: '2025-01-23T17:57:34.402Z',
    desiredStatus: 'STOPPED',
    enableExecuteCommand: false,
    ephemeralStorage: { sizeInGiB: 20 },
    executionStoppedAt: '2025-01-23T18:42:31.103Z',
    group: 'service:servicetest',
    launchType: 'FARGATE',
    lastStatus: 'STOPPED',
    memory: '512',
    overrides: { containerOverrides: [{ name: 'web' }] },
    platformVersion: '1.4.0',
    pullStartedAt: '2025-01-23T17:57:52.103Z',
    pullStoppedAt: '2025-01-23T17:57:55.103Z',
    startedAt: '2025-01-23T17:57:58.103Z',
    startedBy: 'ecs-svc/1234567890123456789',
    stopCode: 'EssentialContainerExited',
    stoppedAt: '2025-01-23T18:42:58.103Z',
    stoppedReason: 'Essential container in task exited',
    stoppingAt: '2025-01-23T18:42:31.103Z',
    taskArn: TASK,
    taskDefinitionArn: 'arn:aws:ecs:us-west-2:111122223333:task-definition/web:3',
    updatedAt: '2025-01-23T18:42:58.103Z',
    version: 7,
  },
};

const { imageDigest: _unpulled, exitCode: _neverStarted, ...CONTAINER } = (STOPPED.detail.containers as Record<string, unknown>[])[0];
const { pullStoppedAt: _neverPulled, startedAt: _neverRunning, executionStoppedAt: _neverExecuted, ...NEVER_STARTED } = STOPPED.detail;

const FAILED_TO_START: EcsEventJson = {
  ...STOPPED,
  detail: {
    ...NEVER_STARTED,
    containers: [CONTAINER],
    stopCode: 'TaskFailedToStart',
    stoppedReason: 'CannotPullContainerError: pull image manifest has been retried 5 time(s)',
  },
};

/** What AWS prints of the two-minute notice, which is abridged there: what else it carries is not known. */
const SPOT_NOTICE: EcsEventJson = {
  'version': '0',
  'id': '9bcdac79-b31f-4d3d-9410-fbd727c29fab',
  'detail-type': 'ECS Task State Change',
  'source': 'aws.ecs',
  'account': '111122223333',
  'time': '2025-01-23T18:42:31Z',
  'region': 'us-west-2',
  'resources': [TASK],
  'detail': {
    clusterArn: 'arn:aws:ecs:us-west-2:111122223333:cluster/default',
    createdAt: '2025-01-23T17:57:34.402Z',
    desiredStatus: 'STOPPED',
    lastStatus: 'RUNNING',
    stoppedReason: 'Your Spot Task was interrupted.',
    stopCode: 'SpotInterruption',
    taskArn: TASK,
  },
};

/** Samples of tasks: those that stopped have the shape of recorded events. */
export const TASK_SAMPLES: readonly Sample[] = [
  { title: 'EssentialContainerExited', origin: 'derived', event: STOPPED },
  { title: 'TaskFailedToStart', origin: 'derived', event: FAILED_TO_START },
  { title: 'SpotInterruption', origin: 'derived', event: SPOT_NOTICE },
  { title: 'RUNNING on AWS Fargate', origin: 'aws', event: RUNNING_ON_FARGATE },
  { title: 'RUNNING on EC2', origin: 'aws', event: RUNNING_ON_EC2 },
];
