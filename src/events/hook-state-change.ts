import { derived } from './detail-type';
import type { DetailTypeEntry, EcsEventJson, EventEntry } from './detail-type';
import { always, known, sometimes } from './field';
import { developerGuide } from './sources';

const SERVICE_DEPLOYMENT = 'arn:aws:ecs:us-west-2:123456789012:service-deployment/my-cluster/my-service/0EYSiB0qap8xf0N76FsbE';

const AWAITING_ACTION: EcsEventJson = {
  'version': '0',
  'id': '3329f79b-3dca-07f8-b1c2-5fe99f0b5e87',
  'detail-type': 'ECS Hook State Change',
  'source': 'aws.ecs',
  'account': '123456789012',
  'time': '2026-03-05T15:54:41Z',
  'region': 'us-west-2',
  'resources': [SERVICE_DEPLOYMENT],
  'detail': {
    eventType: 'INFO',
    eventName: 'HOOK_AWAITING_ACTION',
    hookId: 'ecs-pause-e7tK9G_WRJqNF_EOMjztDXfKenlJuEUVjsNStf4WLKw',
    hookType: 'PAUSE',
    expiresAt: '2026-03-05T16:04:41Z',
    lifecycleStage: 'POST_TEST_TRAFFIC_SHIFT',
    clusterArn: 'arn:aws:ecs:us-west-2:123456789012:cluster/my-cluster',
    serviceArn: 'arn:aws:ecs:us-west-2:123456789012:service/my-cluster/my-service',
    serviceDeploymentArn: SERVICE_DEPLOYMENT,
    updatedAt: '2026-03-05T15:54:41.618059641Z',
  },
};

// A pause begins with HOOK_AWAITING_ACTION, so HOOK_IN_PROGRESS is about a Lambda hook. AWS prints no event of one: what it carries of the type and the
// end of the hook, and the form of its ID, are unconfirmed.
const { hookType: _pauseOnly, expiresAt: _neither, ...LAMBDA_HOOK } = AWAITING_ACTION.detail;
const IN_PROGRESS: EcsEventJson = { ...AWAITING_ACTION, detail: { ...LAMBDA_HOOK, hookId: 'f4fcae0f-9bec-41c6-ba87-0eaa0cef8af5' } };

const STAGES = known({
  RECONCILE_SERVICE: 'The deployment starts while more than one service revision is active.',
  PRE_SCALE_UP: 'Before the new service revision starts.',
  POST_SCALE_UP: 'After the new service revision has started.',
  TEST_TRAFFIC_SHIFT: 'While test traffic moves to the new service revision. Lambda hooks only, also in rollbacks.',
  POST_TEST_TRAFFIC_SHIFT: 'After the test traffic has moved.',
  PRE_PRODUCTION_TRAFFIC_SHIFT: 'Before production traffic moves. Linear and canary deployments repeat it at each traffic step.',
  PRODUCTION_TRAFFIC_SHIFT: 'While production traffic moves. Lambda hooks only, also in rollbacks. Linear and canary deployments repeat it at each traffic step.',
  POST_PRODUCTION_TRAFFIC_SHIFT: 'After the production traffic has moved.',
}, 'lifecycleHooks');

const TYPES = known({
  AWS_LAMBDA: 'Amazon ECS invokes a Lambda function, whose result decides.',
  PAUSE: 'The deployment waits until someone continues it or rolls it back.',
}, 'lifecycleHooks');

const PAUSE_ONLY = { alwaysIn: ['HOOK_AWAITING_ACTION'], missing: 'documented for pause hooks only, and always in `HOOK_AWAITING_ACTION`' };

const EVENTS: readonly EventEntry[] = [
  {
    name: 'HOOK_AWAITING_ACTION',
    description: 'A pause hook waits until someone continues the deployment or rolls it back.',
    samples: [{ title: 'HOOK_AWAITING_ACTION', origin: 'aws', event: AWAITING_ACTION }],
  },
  derived(IN_PROGRESS, 'HOOK_IN_PROGRESS', 'INFO', 'A hook is running.', { origin: 'composed' }),
  derived(AWAITING_ACTION, 'HOOK_SUCCEEDED', 'INFO', 'The hook succeeded. For a pause hook, someone chose to continue.'),
  derived(AWAITING_ACTION, 'HOOK_FAILED', 'INFO', 'The hook failed, and the deployment rolls back. For a pause hook, someone chose to roll back.'),
  derived(AWAITING_ACTION, 'HOOK_TIMED_OUT', 'INFO', 'The hook timed out. The deployment continues or rolls back, as configured.'),
];

/** A lifecycle hook of a service deployment changed its state. AWS confirms the severity of none but `INFO`: no filter may rest on it. */
export const HOOK_STATE_CHANGE: DetailTypeEntry = {
  detailType: 'ECS Hook State Change',
  page: developerGuide('ecs_hook_state_change_events'),
  resources: 'the service deployment, or nothing',
  oneResource: false,
  cluster: { path: 'detail.clusterArn', form: 'arn' },
  service: { path: 'detail.serviceArn', form: 'service-arn' },
  fields: [
    always('eventType', 'string', 'the severity', { note: 'Only `INFO` is documented.' }),
    always('eventName', 'string', 'the name of the event'),
    always('hookId', 'string', 'the ID of this run of the hook, for `continue-service-deployment`'),
    sometimes('hookType', 'string', 'the type of the hook', { known: TYPES, ...PAUSE_ONLY }),
    sometimes('expiresAt', 'string', 'when the hook times out', PAUSE_ONLY),
    always('lifecycleStage', 'string', 'the stage of the deployment', { known: STAGES }),
    always('clusterArn', 'string', 'the cluster'),
    always('serviceArn', 'string', 'the service'),
    always('serviceDeploymentArn', 'string', 'the service deployment'),
    always('updatedAt', 'string', 'when the state changed, with nanoseconds'),
  ],
  events: EVENTS.map(({ type: _unconfirmed, ...entry }) => entry),
};
