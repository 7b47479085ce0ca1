import { always, derived, developerGuide } from './detail-type';
import type { DetailTypeEntry, EcsEventJson } from './detail-type';

const SERVICE_DEPLOYMENT = 'arn:aws:ecs:us-west-2:111122223333:service-deployment/default/servicetest/a1b2c3d4e5f6g7h8i9j0k';

const IN_PROGRESS: EcsEventJson = {
  'version': '0',
  'id': '5b5f7a34-8b1c-4f0e-9d5a-3d8d7c1b2a10',
  'detail-type': 'ECS Hook State Change',
  'source': 'aws.ecs',
  'account': '111122223333',
  'time': '2026-03-05T15:54:41Z',
  'region': 'us-west-2',
  'resources': [SERVICE_DEPLOYMENT],
  'detail': {
    eventType: 'INFO',
    eventName: 'HOOK_IN_PROGRESS',
    hookId: 'hook-0a1b2c3d4e5f',
    hookType: 'PAUSE',
    expiresAt: '2026-03-05T16:54:41Z',
    lifecycleStage: 'POST_TEST_TRAFFIC_SHIFT',
    clusterArn: 'arn:aws:ecs:us-west-2:111122223333:cluster/default',
    serviceArn: 'arn:aws:ecs:us-west-2:111122223333:service/default/servicetest',
    serviceDeploymentArn: SERVICE_DEPLOYMENT,
    updatedAt: '2026-03-05T15:54:41Z',
  },
};

/** A lifecycle hook of a service deployment changed its state. AWS confirms the severity of none but `INFO`: no filter may rest on it. */
export const HOOK_STATE_CHANGE: DetailTypeEntry = {
  detailType: 'ECS Hook State Change',
  page: developerGuide('ecs_hook_state_change_events'),
  resources: 'the service deployment, or nothing',
  oneResource: false,
  cluster: { path: 'detail.clusterArn', form: 'arn' },
  service: { path: 'detail.serviceArn', form: 'service-arn' },
  fields: [
    always('eventType', 'string', 'the severity; only INFO was seen'),
    always('eventName', 'string', 'the name of the event'),
    always('hookId', 'string', 'the hook'),
    always('hookType', 'string', 'the kind of hook', ['PAUSE']),
    always('expiresAt', 'string', 'until when the hook waits'),
    always('lifecycleStage', 'string', 'the stage of the deployment', [
      'RECONCILE_SERVICE', 'PRE_SCALE_UP', 'POST_SCALE_UP', 'TEST_TRAFFIC_SHIFT', 'POST_TEST_TRAFFIC_SHIFT',
      'PRODUCTION_TRAFFIC_SHIFT', 'POST_PRODUCTION_TRAFFIC_SHIFT',
    ]),
    always('clusterArn', 'string', 'the cluster'),
    always('serviceArn', 'string', 'the service'),
    always('serviceDeploymentArn', 'string', 'the service deployment'),
    always('updatedAt', 'string', 'when it happened'),
  ],
  events: [
    derived(IN_PROGRESS, 'HOOK_IN_PROGRESS', 'INFO', 'The hook runs.'),
    derived(IN_PROGRESS, 'HOOK_AWAITING_ACTION', 'INFO', 'The deployment waits in the hook for somebody to continue it or to roll it back.'),
    derived(IN_PROGRESS, 'HOOK_SUCCEEDED', 'INFO', 'The hook let the deployment continue.'),
    derived(IN_PROGRESS, 'HOOK_FAILED', 'INFO', 'The hook refused; the deployment is rolled back.'),
    derived(IN_PROGRESS, 'HOOK_TIMED_OUT', 'INFO', 'Nobody acted before the hook expired.'),
  ].map(({ type: _unconfirmed, ...entry }) => entry),
};
