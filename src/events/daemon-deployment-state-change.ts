import { derived } from './detail-type';
import type { DetailTypeEntry, EcsEventJson } from './detail-type';
import { always, known } from './field';
import { developerGuide } from './sources';

const PENDING: EcsEventJson = {
  'version': '0',
  'id': '3329f79b-3dca-07f8-b1c2-5fe99f0b5e87',
  'detail-type': 'ECS Daemon Deployment State Change',
  'source': 'aws.ecs',
  'account': '111122223333',
  'time': '2026-03-05T15:54:41Z',
  'region': 'us-west-2',
  'resources': ['arn:aws:ecs:us-west-2:111122223333:daemon/my-cluster/my-daemon'],
  'detail': {
    eventType: 'INFO',
    eventName: 'DAEMON_DEPLOYMENT_PENDING',
    clusterArn: 'arn:aws:ecs:us-west-2:111122223333:cluster/my-cluster',
    daemonArn: 'arn:aws:ecs:us-west-2:111122223333:daemon/my-cluster/my-daemon',
    daemonDeploymentArn: 'arn:aws:ecs:us-west-2:111122223333:daemon-deployment/my-cluster/my-daemon/0EYSiB0qap8xf0N76FsbE',
    targetDaemonRevisionArn: 'arn:aws:ecs:us-west-2:111122223333:daemon-revision/my-cluster/my-daemon/85707969-3732-4b6a-a37d-5cefddd7d7dd',
    updatedAt: '2026-03-05T15:54:41.618059641Z',
  },
};

const ASSUMED = { note: 'Assumed for every event but `DAEMON_DEPLOYMENT_PENDING`.' };

/** The deployment of a daemon changed its state. AWS prints one sample; the other events are taken to have the same seven fields. */
export const DAEMON_DEPLOYMENT_STATE_CHANGE: DetailTypeEntry = {
  detailType: 'ECS Daemon Deployment State Change',
  page: developerGuide('managed-daemons-events'),
  resources: 'the daemon',
  oneResource: true,
  cluster: { path: 'detail.clusterArn', form: 'arn' },
  daemon: { path: 'detail.daemonArn', form: 'arn' },
  fields: [
    always('eventType', 'string', 'the severity', {
      known: known({ INFO: 'Informational.', ERROR: 'A failure.' }),
      note: 'Every failure but `DAEMON_DEPLOYMENT_ROLLBACK_FAILED` is `INFO`.',
    }),
    always('eventName', 'string', 'the name of the event'),
    always('clusterArn', 'string', 'the cluster', ASSUMED),
    always('daemonArn', 'string', 'the daemon', ASSUMED),
    always('daemonDeploymentArn', 'string', 'the deployment', ASSUMED),
    always('targetDaemonRevisionArn', 'string', 'the revision that is being deployed', ASSUMED),
    always('updatedAt', 'string', 'when the state changed, with nanoseconds', ASSUMED),
  ],
  events: [
    {
      name: 'DAEMON_DEPLOYMENT_PENDING',
      type: 'INFO',
      description: 'A daemon deployment was initiated.',
      samples: [{ title: 'DAEMON_DEPLOYMENT_PENDING', origin: 'aws', event: PENDING }],
    },
    derived(PENDING, 'DAEMON_DEPLOYMENT_IN_PROGRESS', 'INFO', 'The deployment is replacing daemon tasks.'),
    derived(PENDING, 'DAEMON_DEPLOYMENT_SUCCESSFUL', 'INFO', 'The deployment is complete. All daemon tasks are running and healthy.'),
    derived(PENDING, 'DAEMON_DEPLOYMENT_STOPPED', 'INFO', 'The deployment was stopped. It failed, or a new deployment replaced it.'),
    derived(PENDING, 'DAEMON_DEPLOYMENT_STOP_REQUESTED', 'INFO', 'The deployment does not continue and will be rolled back.'),
    derived(PENDING, 'DAEMON_DEPLOYMENT_ROLLBACK_IN_PROGRESS', 'INFO', 'A rollback started because of a failure or the circuit breaker.'),
    derived(PENDING, 'DAEMON_DEPLOYMENT_ROLLBACK_SUCCESSFUL', 'INFO', 'The rollback is complete.'),
    derived(PENDING, 'DAEMON_DEPLOYMENT_ROLLBACK_FAILED', 'ERROR', 'Amazon ECS could not complete the rollback.'),
  ],
};
