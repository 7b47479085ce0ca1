import { App, Stack } from 'aws-cdk-lib';
import * as ecs from 'aws-cdk-lib/aws-ecs';
import { ServiceActionEvent } from '../../src/filters/service-action-event';
import { SampleEvent, SampleOrigin } from '../../src/testing';
import type {
  ContainerInstanceHealthChangeSampleOptions, ServiceTaskPlacementFailureSampleOptions, TaskStateChangeSampleOptions,
} from '../../src/testing';

const ARN = 'arn:aws:ecs:us-west-2:111122223333:';

describe('identities', () => {
  test('the name of a cluster stands in every ARN that has one', () => {
    for (const sample of [
      SampleEvent.daemonTaskStartImpaired({ clusterName: 'prod' }),
      SampleEvent.daemonDeploymentStateChange({ clusterName: 'prod' }),
      SampleEvent.serviceTaskPlacementFailure({ clusterName: 'prod' }),
      SampleEvent.serviceDeploymentStateChange({ clusterName: 'prod' }),
      SampleEvent.hookStateChange({ clusterName: 'prod' }),
      SampleEvent.containerInstanceHealthChange({ clusterName: 'prod' }),
      SampleEvent.containerInstanceStateChange({ clusterName: 'prod' }),
      SampleEvent.taskStateChange({ clusterName: 'prod' }),
    ]) {
      const text = JSON.stringify(sample.toJson());
      expect(text).toContain('/prod');
      expect(text).not.toMatch(/\/(default|my-cluster)/);
      expect(sample.origin).toBe(SampleOrigin.DERIVED);
    }
  });

  test('an account and a Region stand in the envelope and in every ARN, with the partition of the Region', () => {
    const options = { account: '999999999999', region: 'cn-north-1' };
    for (const sample of [
      SampleEvent.daemonTaskStartImpaired(options),
      SampleEvent.daemonDeploymentStateChange(options),
      SampleEvent.serviceTaskPlacementFailure(options),
      SampleEvent.serviceDeploymentStateChange(options),
      SampleEvent.hookStateChange(options),
      SampleEvent.containerInstanceHealthChange(options),
      SampleEvent.containerInstanceStateChange(options),
      SampleEvent.taskStateChange(options),
    ]) {
      const json = sample.toJson();
      const places = JSON.stringify(json).match(/arn:[^:]*:ecs:[^:]*:[^:]*:/g)!;
      expect(json).toMatchObject(options);
      expect(new Set(places)).toEqual(new Set(['arn:aws-cn:ecs:cn-north-1:999999999999:']));
    }
  });

  test('a service is named where the event carries it', () => {
    const options = { clusterName: 'prod', serviceName: 'web' };
    expect(SampleEvent.serviceAction(options).toJson().resources).toEqual([`${ARN}service/prod/web`]);
    expect(SampleEvent.serviceDeploymentStateChange(options).toJson().resources).toEqual([`${ARN}service/prod/web`]);
    expect(SampleEvent.hookStateChange({ ...options, account: '111122223333' }).toJson()).toMatchObject({
      resources: [expect.stringContaining('service-deployment/prod/web/')],
      detail: { serviceArn: `${ARN}service/prod/web`, serviceDeploymentArn: expect.stringContaining('service-deployment/prod/web/') },
    });
    expect(SampleEvent.taskStateChange(options).toJson().detail).toMatchObject({ group: 'service:web', clusterArn: `${ARN}cluster/prod` });
  });

  test('a daemon is named where the event carries it', () => {
    const options = { clusterName: 'prod', daemonName: 'agent' };
    expect(SampleEvent.daemonDeploymentRollbackFailed(options).toJson()).toMatchObject({
      resources: [`${ARN}daemon/prod/agent`],
      detail: {
        daemonArn: `${ARN}daemon/prod/agent`,
        daemonDeploymentArn: expect.stringContaining('daemon-deployment/prod/agent/'),
        targetDaemonRevisionArn: expect.stringContaining('daemon-revision/prod/agent/'),
      },
    });
  });

  test('a capacity provider is a name or an ARN, as the event has it', () => {
    const options = { capacityProviderName: 'spot' };
    expect(SampleEvent.daemonTaskStartImpaired(options).toJson().detail.capacityProviderName).toBe('spot');
    expect(SampleEvent.containerInstanceHealthChange(options).toJson().detail.capacityProviderName).toBe('spot');
    expect(SampleEvent.taskStateChange(options).toJson().detail.capacityProviderName).toBe('spot');
    expect(SampleEvent.serviceTaskPlacementFailure({ ...options, account: '999999999999' }).toJson().detail.capacityProviderArns)
      .toEqual(['arn:aws:ecs:us-west-2:999999999999:capacity-provider/spot']);
    expect(SampleEvent.serviceAction({ ...options, eventName: ServiceActionEvent.ECS_OPERATION_THROTTLED }).toJson().detail.capacityProviderArns)
      .toEqual([`${ARN}capacity-provider/spot`]);
  });

  test('literal constructs work without a simulator: what is imported by name or ARN', () => {
    const stack = new Stack(new App(), 'Stack', { env: { account: '999999999999', region: 'eu-west-1' } });
    const cluster = ecs.Cluster.fromClusterArn(stack, 'Cluster', 'arn:aws:ecs:eu-west-1:999999999999:cluster/prod');
    const service = ecs.FargateService.fromFargateServiceArn(stack, 'Service', 'arn:aws:ecs:eu-west-1:999999999999:service/prod/web');
    expect(SampleEvent.serviceAction({ service }).toJson()).toMatchObject({
      account: '999999999999',
      region: 'eu-west-1',
      resources: ['arn:aws:ecs:eu-west-1:999999999999:service/prod/web'],
      detail: { clusterArn: 'arn:aws:ecs:eu-west-1:999999999999:cluster/prod' },
    });
    expect(SampleEvent.serviceAction({ cluster, serviceName: 'api', region: 'us-west-2' }).toJson().resources)
      .toEqual(['arn:aws:ecs:us-west-2:999999999999:service/prod/api']);
  });

  test('the old form of the ARN of a service does not say the cluster', () => {
    const service = ecs.FargateService.fromFargateServiceArn(new Stack(), 'Service', 'arn:aws:ecs:eu-west-1:999999999999:service/web');
    expect(SampleEvent.serviceAction({ service }).toJson().resources).toEqual(['arn:aws:ecs:eu-west-1:999999999999:service/default/web']);
  });

  test('a construct that is known after synthesis only is an error without a simulator', () => {
    const cluster = new ecs.Cluster(new Stack(), 'Cluster');
    expect(() => SampleEvent.serviceAction({ cluster }).toJson()).toThrow(/expected literal values, got a token, which has no value before the stack is synthesized. Send the sample to EventBusSimulator.fromStack\(\)/);
    expect(() => SampleEvent.serviceAction({ detail: { a: [cluster.clusterName] } }).toJson()).toThrow(/expected literal values, got a token/);
    expect(() => SampleEvent.fromJson({ detail: { a: cluster.stack.splitArn } })).toThrow('[SampleEvent.fromJson] json.detail.a: expected JSON, got function splitArn.');
  });

  test('a construct of another kind is an error', () => {
    const service = { serviceRef: { serviceArn: 'arn:aws:ecs:eu-west-1:999999999999:cluster/web' } } as any;
    expect(() => SampleEvent.serviceAction({ service }).toJson())
      .toThrow('service: expected a service with an ARN of Amazon ECS, got "arn:aws:ecs:eu-west-1:999999999999:cluster/web". Pass the name as serviceName.');
    expect(() => SampleEvent.serviceAction({ service: { serviceRef: { serviceArn: 'web' } } as any }).toJson()).toThrow('service: expected a service with an ARN of Amazon ECS, got "web"');
  });

  test('a construct and a name for one thing are an error', () => {
    const stack = new Stack();
    const cluster = ecs.Cluster.fromClusterArn(stack, 'Cluster', `${ARN}cluster/prod`);
    expect(() => SampleEvent.taskStateChange({ cluster, clusterName: 'prod' })).toThrow('[SampleEvent.taskStateChange] cluster: got both cluster and clusterName. Pass one of them.');
    expect(() => SampleEvent.taskStateChange({ service: {} as any, serviceName: 'web' })).toThrow('[SampleEvent.taskStateChange] service: got both service and serviceName');
    expect(() => SampleEvent.daemonTaskStartImpaired({ daemon: {} as any, daemonName: 'a' })).toThrow('[SampleEvent.daemonTaskStartImpaired] daemon: got both daemon and daemonName');
  });
});

describe('the envelope and the escape hatches', () => {
  test('time, id, resources and fields of detail are exactly as given, and fields can be omitted', () => {
    const json = SampleEvent.serviceTaskPlacementFailure({
      time: '2030-01-01T00:00:00Z', id: 'x', resources: ['r'], detail: { clusterArn: 'c', extra: null }, omit: ['reason'], clusterName: 'prod',
    }).toJson();
    expect(json).toMatchObject({ time: '2030-01-01T00:00:00Z', id: 'x', resources: ['r'], detail: { clusterArn: 'c', extra: null } });
    expect(json.detail).not.toHaveProperty('reason');
  });
});

describe('fields of a detail type', () => {
  test('the kind of a daemon failure chooses the sample', () => {
    const failed = SampleEvent.daemonTaskStartImpaired({ failureType: 'TASK_CREATION_FAILED' });
    expect(failed.toJson()).toMatchObject({ resources: [], detail: { failureType: 'TASK_CREATION_FAILED', reason: expect.stringContaining('RESOURCE:CPU') } });
    expect(failed.toJson().detail).not.toHaveProperty('taskArn');
    expect(failed.origin).toBe(SampleOrigin.AWS);
    expect(SampleEvent.daemonTaskStartImpaired({ failureType: 'NEW', reason: 'because' }).toJson().detail).toMatchObject({ failureType: 'NEW', reason: 'because' });
  });

  test('the cause of a placement failure chooses between Fargate and instances', () => {
    const detail = (options: ServiceTaskPlacementFailureSampleOptions) => SampleEvent.serviceTaskPlacementFailure(options).toJson().detail;
    expect(detail({ reason: 'RESOURCE:FARGATE' })).toHaveProperty('capacityProviderArns');
    expect(detail({ reason: 'RESOURCE:CPU' })).toMatchObject({ reason: 'RESOURCE:CPU', containerInstanceArns: expect.anything() });
    expect(detail({ reason: 'RESOURCE:MEMORY' })).toMatchObject({ reason: 'RESOURCE:MEMORY', containerInstanceArns: expect.anything() });
    expect(detail({ reason: 'RESOURCE:MEMORY' })).not.toHaveProperty('capacityProviderArns');
    expect(detail({ reason: 'RESOURCE:MEMORY', capacityProviderName: 'p' })).toMatchObject({ reason: 'RESOURCE:MEMORY', capacityProviderArns: [`${ARN}capacity-provider/p`] });
    expect(SampleEvent.serviceAction({ eventName: ServiceActionEvent.ECS_OPERATION_THROTTLED, reason: 'x' }).toJson().detail.reason).toBe('x');
  });

  test('of a deployment and of a hook', () => {
    expect(SampleEvent.serviceDeploymentStateChange({ deploymentId: 'ecs-svc/9', reason: 'x' }).toJson().detail).toMatchObject({ deploymentId: 'ecs-svc/9', reason: 'x' });
    expect(SampleEvent.serviceDeploymentStateChange({ deploymentId: 'ecs-svc/9' }).toJson().detail).toMatchObject({ deploymentId: 'ecs-svc/9', reason: 'ECS deployment ecs-svc/9 in progress.' });
    expect(SampleEvent.hookStateChange({ lifecycleStage: 'PRE_SCALE_UP', hookType: 'X' }).toJson().detail).toMatchObject({ lifecycleStage: 'PRE_SCALE_UP', hookType: 'X' });
  });

  test('of a container instance', () => {
    expect(SampleEvent.containerInstanceStateChange({ agentConnected: false, status: 'DRAINING' }).toJson().detail).toMatchObject({ agentConnected: false, status: 'DRAINING' });
    expect(SampleEvent.containerInstanceStateChange({ agentConnected: false }).title).toBe('agent disconnected');
  });

  test('a health check follows the health of the instance', () => {
    const checks = (options: ContainerInstanceHealthChangeSampleOptions) => (
      SampleEvent.containerInstanceHealthChange(options).toJson().detail.healthChecks
    );
    expect(checks({})).toMatchObject([{ type: 'DAEMON', status: 'IMPAIRED', statusReason: expect.stringContaining('is unhealthy') }]);
    expect(checks({ overallStatus: 'OK' })).toMatchObject([{ type: 'DAEMON', status: 'OK', statusReason: null }]);
    expect(checks({ healthCheckType: 'CONTAINER_RUNTIME', healthCheckStatus: 'IMPAIRED', statusReason: 'x' })).toMatchObject([
      { type: 'CONTAINER_RUNTIME', status: 'IMPAIRED', statusReason: 'x' },
    ]);
    expect(checks({ healthCheckType: 'NEW' })).toMatchObject([{ type: 'NEW', status: 'IMPAIRED' }]);
  });

  test('the type of a health check chooses the sample of AWS', () => {
    const types = ['CONTAINER_RUNTIME', 'ACCELERATED_COMPUTE', 'DAEMON', 'AGENT_CONNECTIVITY'];
    const samples = types.map((healthCheckType) => SampleEvent.containerInstanceHealthChange({ healthCheckType }).toJson().detail);
    expect(samples.map(({ overallStatus }) => overallStatus)).toEqual(['OK', 'IMPAIRED', 'IMPAIRED', 'IMPAIRED']);
    expect(samples[0].capacityProviderName).toBeNull();
  });

  describe('of a task', () => {
    const detail = (options: TaskStateChangeSampleOptions) => SampleEvent.taskStateChange(options).toJson().detail;

    test('that stopped', () => {
      expect(detail({ exitCode: 137, stoppedReason: 'x', launchType: 'EC2', taskDefinitionFamily: 'api' })).toMatchObject({
        containers: [{ exitCode: 137 }], stoppedReason: 'x', launchType: 'EC2', taskDefinitionArn: `${ARN}task-definition/api:3`,
      });
    });

    test('that never started has no exit code', () => {
      const failed = detail({ stopCode: 'TaskFailedToStart' });
      expect(failed.stoppedReason).toContain('CannotPullContainerError');
      expect(failed.containers[0]).not.toHaveProperty('exitCode');
      expect(detail({ stopCode: 'TaskFailedToStart', exitCode: 1 }).containers[0].exitCode).toBe(1);
    });

    test('that runs has not stopped for any reason', () => {
      const running = detail({ lastStatus: 'RUNNING' });
      expect(running).toMatchObject({ lastStatus: 'RUNNING', desiredStatus: 'RUNNING', containers: [{ lastStatus: 'RUNNING' }] });
      expect(Object.keys(running)).not.toEqual(expect.arrayContaining(['stopCode']));
      expect(running).not.toHaveProperty('stoppedReason');
      expect(running.containers[0]).not.toHaveProperty('exitCode');
      expect(detail({ lastStatus: 'RUNNING', stopCode: 'UserInitiated', exitCode: 0 })).toMatchObject({ stopCode: 'UserInitiated', containers: [{ exitCode: 0 }] });
      expect(detail({ lastStatus: 'DEPROVISIONING' })).toMatchObject({ lastStatus: 'DEPROVISIONING', stopCode: 'EssentialContainerExited' });
    });

    test('has the times that a task in this status has', () => {
      const times = (lastStatus: string) => Object.keys(detail({ lastStatus })).filter((field) => field.endsWith('At')).sort();
      expect(times('PENDING')).toEqual(['createdAt', 'updatedAt']);
      expect(times('ACTIVATING')).toEqual(['createdAt', 'pullStartedAt', 'pullStoppedAt', 'updatedAt']);
      expect(times('RUNNING')).toEqual(['connectivityAt', 'createdAt', 'pullStartedAt', 'pullStoppedAt', 'startedAt', 'updatedAt']);
      expect(times('DEACTIVATING')).toEqual([...times('RUNNING'), 'stoppingAt'].sort());
      expect(times('DEPROVISIONING')).toEqual([...times('DEACTIVATING'), 'executionStoppedAt'].sort());
      expect(times('STOPPED')).toEqual([...times('DEPROVISIONING'), 'stoppedAt'].sort());
      expect(times('NEW')).toEqual(times('STOPPED'));
    });

    test('that is requested to stop while it runs, as by a Spot interruption', () => {
      expect(detail({ lastStatus: 'RUNNING', stopCode: 'SpotInterruption' })).toEqual({
        clusterArn: `${ARN}cluster/default`,
        createdAt: expect.any(String),
        desiredStatus: 'STOPPED',
        lastStatus: 'RUNNING',
        stopCode: 'SpotInterruption',
        stoppedReason: 'Your Spot Task was interrupted.',
        taskArn: expect.stringContaining(`${ARN}task/default/`),
      });
      expect(detail({ lastStatus: 'RUNNING', stopCode: 'UserInitiated' })).toMatchObject({ desiredStatus: 'STOPPED', containers: [{ lastStatus: 'RUNNING' }] });
      expect(detail({ stopCode: 'SpotInterruption' })).toMatchObject({ lastStatus: 'STOPPED', containers: [{ lastStatus: 'STOPPED' }] });
    });

    test('of a custom group', () => {
      expect(detail({ group: 'family:batch', serviceName: 'web' }).group).toBe('family:batch');
    });
  });
});
