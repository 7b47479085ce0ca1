import { derived } from './detail-type';
import type { DetailTypeEntry, EcsEventJson, EventEntry } from './detail-type';
import { always, known, sometimes } from './field';
import { developerGuide } from './sources';

const DEPLOYMENT = 'ecs-svc/1234567890123456789';

// The reasons are those of recorded events: what AWS prints has placeholders instead of the ID, and `task failed to start.` in the singular.
const IN_PROGRESS: EcsEventJson = {
  'version': '0',
  'id': 'ddca6449-b258-46c0-8653-e0e3aEXAMPLE',
  'detail-type': 'ECS Deployment State Change',
  'source': 'aws.ecs',
  'account': '111122223333',
  'time': '2020-05-23T12:31:14Z',
  'region': 'us-west-2',
  'resources': ['arn:aws:ecs:us-west-2:111122223333:service/default/servicetest'],
  'detail': {
    eventType: 'INFO',
    eventName: 'SERVICE_DEPLOYMENT_IN_PROGRESS',
    deploymentId: DEPLOYMENT,
    updatedAt: '2020-05-23T11:11:11Z',
    reason: `ECS deployment ${DEPLOYMENT} in progress.`,
  },
};

const STARTED: EventEntry = derived(IN_PROGRESS, 'SERVICE_DEPLOYMENT_IN_PROGRESS', 'INFO', 'A deployment or a rollback is in progress.');

/** A rollback, which begins as a deployment. The reason is the one that AWS prints, with an ID for the placeholder. */
const ROLLBACK: EcsEventJson = {
  ...IN_PROGRESS,
  detail: { ...IN_PROGRESS.detail, reason: 'ECS deployment circuit breaker: rolling back to deploymentId ecs-svc/9876543210987654321.' },
};

/** The deployment of a service changed its state. It often lacks `clusterArn`: the cluster is found through the ARN of the service. */
export const SERVICE_DEPLOYMENT_STATE_CHANGE: DetailTypeEntry = {
  detailType: 'ECS Deployment State Change',
  page: developerGuide('ecs_service_deployment_events'),
  resources: 'the service',
  oneResource: true,
  cluster: { path: 'resources', form: 'service-arn' },
  service: { path: 'resources', form: 'service-arn' },
  fields: [
    always('eventType', 'string', 'the severity', { known: known({ INFO: 'Informational.', ERROR: 'A failure.' }) }),
    always('eventName', 'string', 'the name of the event'),
    sometimes('clusterArn', 'string', 'the cluster', { source: 'recorded', missing: 'in recorded events since 2025 only, and in no sample of AWS' }),
    always('deploymentId', 'string', 'the ID of the deployment, as `ecs-svc/<number>`', { note: 'It is not the ARN of a service deployment.' }),
    always('updatedAt', 'string', 'when the deployment changed last', { source: 'recorded', note: 'This can be minutes before the event, whose own time is `events.EventField.time`.' }),
    always('reason', 'string', 'the reason', {
      freeFormText: true,
      note: 'The failures and rollbacks that the circuit breaker causes begin with `ECS deployment circuit breaker:`.',
    }),
  ],
  events: [
    { ...STARTED, samples: [...STARTED.samples, { title: 'rollback', origin: 'derived', event: ROLLBACK }] },
    derived(IN_PROGRESS, 'SERVICE_DEPLOYMENT_COMPLETED', 'INFO', 'A deployment or a rollback is complete.', { detail: { reason: `ECS deployment ${DEPLOYMENT} completed.` } }),
    derived(IN_PROGRESS, 'SERVICE_DEPLOYMENT_FAILED', 'ERROR', 'The deployment failed.',
      { note: 'It may never be sent without a circuit breaker or a deployment alarm.', detail: { reason: 'ECS deployment circuit breaker: tasks failed to start.' } }),
  ],
};
