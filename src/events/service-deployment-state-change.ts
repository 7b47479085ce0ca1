import { always, derived, developerGuide, freeFormText } from './detail-type';
import type { DetailTypeEntry, EcsEventJson } from './detail-type';

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
    deploymentId: 'ecs-svc/123',
    updatedAt: '2020-05-23T11:11:11Z',
    reason: 'ECS deployment deploymentId in progress.',
  },
};

/** The deployment of a service changed its state. Without `clusterArn`: the cluster is found through the service's ARN. */
export const SERVICE_DEPLOYMENT_STATE_CHANGE: DetailTypeEntry = {
  detailType: 'ECS Deployment State Change',
  page: developerGuide('ecs_service_deployment_events'),
  resources: 'the service',
  oneResource: true,
  cluster: { path: 'resources', form: 'service-arn' },
  service: { path: 'resources', form: 'service-arn' },
  fields: [
    always('eventType', 'string', 'the severity', ['INFO', 'ERROR']),
    always('eventName', 'string', 'the name of the event'),
    always('deploymentId', 'string', 'the deployment, as ecs-svc/<number>'),
    always('updatedAt', 'string', 'when it happened'),
    freeFormText(always('reason', 'string', 'what happened, in words; a rollback begins with "ECS deployment circuit breaker:"')),
  ],
  events: [
    derived(IN_PROGRESS, 'SERVICE_DEPLOYMENT_IN_PROGRESS', 'INFO', 'A deployment or a rollback is in progress.'),
    derived(IN_PROGRESS, 'SERVICE_DEPLOYMENT_COMPLETED', 'INFO', 'A deployment or a rollback is complete.', { reason: 'ECS deployment deploymentID completed.' }),
    derived(IN_PROGRESS, 'SERVICE_DEPLOYMENT_FAILED', 'ERROR', 'The circuit breaker or a deployment alarm stopped the deployment.',
      { reason: 'ECS deployment circuit breaker: task failed to start.' }),
  ],
};
