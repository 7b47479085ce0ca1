import { alwaysHasField, findDetailType } from '../../src/events/catalog';
import type { DetailTypeEntry, EcsEventJson } from '../../src/events/detail-type';
import { HookEvent } from '../../src/filters/hook-event';
import { ServiceActionEvent } from '../../src/filters/service-action-event';
import { ServiceDeploymentEvent } from '../../src/filters/service-deployment-event';
import { SampleEvent } from '../../src/testing';

/** Which fields recorded events of one kind have: facts, from which no event can be put together again. */
interface Shape {
  readonly what: string;
  readonly recorded: number;
  readonly detailType: string;
  readonly eventName?: string;
  /** The fields that every one of them has. */
  readonly all: string;
  /** The fields that some of them have. */
  readonly some?: string;
  /** A sample that has the same shape. */
  readonly sample?: SampleEvent;
}

const TASK = 'ECS Task State Change';
const BORN = 'clusterArn containers createdAt desiredStatus lastStatus overrides updatedAt version';
const PLACED = `${BORN} attachments availabilityZone cpu group launchType memory platformVersion`;
const ON_FARGATE = `${PLACED} attributes enableExecuteCommand ephemeralStorage taskArn taskDefinitionArn`;
const PULLED = 'pullStartedAt pullStoppedAt';
const RAN = `${ON_FARGATE} ${PULLED} connectivity connectivityAt startedAt stoppingAt stopCode stoppedReason`;
const task = (lastStatus: string) => SampleEvent.taskStateChange({ lastStatus });

const SHAPES: readonly Shape[] = [
  { what: 'tasks that are PROVISIONING', recorded: 25, detailType: TASK, all: ON_FARGATE, some: 'capacityProviderName startedBy', sample: task('PROVISIONING') },
  {
    what: 'tasks that are PENDING',
    recorded: 38,
    detailType: TASK,
    all: `${BORN} taskArn taskDefinitionArn`,
    some: `${ON_FARGATE} capacityProviderName containerInstanceArn startedBy`,
    sample: task('PENDING'),
  },
  {
    what: 'tasks that are ACTIVATING',
    recorded: 23,
    detailType: TASK,
    all: `${PLACED} ${PULLED} capacityProviderName enableExecuteCommand ephemeralStorage startedBy taskArn taskDefinitionArn`,
    some: 'attributes connectivity connectivityAt',
  },
  {
    what: 'tasks that are RUNNING',
    recorded: 28,
    detailType: TASK,
    all: `${PLACED} taskArn taskDefinitionArn`,
    some: `${ON_FARGATE} ${PULLED} capacityProviderName connectivity connectivityAt startedAt startedBy`,
    sample: task('RUNNING'),
  },
  { what: 'tasks that are DEACTIVATING', recorded: 16, detailType: TASK, all: `${RAN} capacityProviderName startedBy` },
  { what: 'tasks that are STOPPING', recorded: 16, detailType: TASK, all: `${RAN} capacityProviderName startedBy` },
  { what: 'tasks that are DEPROVISIONING', recorded: 25, detailType: TASK, all: `${RAN} executionStoppedAt`, some: 'capacityProviderName startedBy', sample: task('DEPROVISIONING') },
  {
    // One of them has neither taskArn nor taskDefinitionArn, as no event of AWS can be: whoever keeps it has taken them out.
    what: 'tasks that are STOPPED',
    recorded: 34,
    detailType: TASK,
    all: `${BORN} connectivity cpu group launchType memory startedAt stoppedAt stoppedReason stoppingAt taskArn`,
    some: `${RAN} executionStoppedAt stopCode capacityProviderName containerInstanceArn startedBy`,
    sample: task('STOPPED'),
  },
  {
    what: "a task in AWS's Spot notice, which is abridged",
    recorded: 1,
    detailType: TASK,
    all: 'clusterArn createdAt desiredStatus lastStatus stopCode stoppedReason taskArn',
    sample: SampleEvent.taskStateChange({ lastStatus: 'RUNNING', stopCode: 'SpotInterruption' }),
  },
  {
    what: 'container instances of 2016 and 2017',
    recorded: 3,
    detailType: 'ECS Container Instance State Change',
    all: 'agentConnected attributes clusterArn containerInstanceArn ec2InstanceId remainingResources status updatedAt version versionInfo',
    some: 'registeredResources',
    sample: SampleEvent.containerInstanceStateChange(),
  },
  ...['SERVICE_STEADY_STATE', 'SERVICE_TASK_START_IMPAIRED'].map((eventName, index) => ({
    what: eventName,
    recorded: [9, 1][index],
    detailType: 'ECS Service Action',
    eventName,
    all: 'clusterArn createdAt eventName eventType',
    sample: SampleEvent.serviceAction({ eventName: ServiceActionEvent.of(eventName) }),
  })),
  {
    what: 'CAPACITY_PROVIDER_STEADY_STATE',
    recorded: 39,
    detailType: 'ECS Service Action',
    eventName: 'CAPACITY_PROVIDER_STEADY_STATE',
    all: 'capacityProviderArns clusterArn createdAt eventName eventType',
    sample: SampleEvent.serviceAction({ eventName: ServiceActionEvent.CAPACITY_PROVIDER_STEADY_STATE }),
  },
  ...['SERVICE_DEPLOYMENT_IN_PROGRESS', 'SERVICE_DEPLOYMENT_COMPLETED', 'SERVICE_DEPLOYMENT_FAILED'].map((eventName, index) => ({
    what: eventName,
    recorded: [11, 9, 4][index],
    detailType: 'ECS Deployment State Change',
    eventName,
    all: 'deploymentId eventName eventType reason updatedAt',
    ...eventName === 'SERVICE_DEPLOYMENT_FAILED' && { some: 'clusterArn' },
    sample: SampleEvent.serviceDeploymentStateChange({ eventName: ServiceDeploymentEvent.of(eventName) }),
  })),
];

const names = (fields = '') => [...new Set(fields.split(' ').filter((field) => field !== ''))].sort();
const entryOf = ({ detailType }: Shape): DetailTypeEntry => findDetailType(detailType)!;

test('282 events were recorded', () => {
  expect(SHAPES.reduce((sum, { recorded }) => sum + recorded, 0)).toBe(282);
});

test.each(SHAPES)('$what: what the catalog promises is in all $recorded that were recorded, and it knows every field of them', (shape) => {
  const { fields } = entryOf(shape);
  const promised = fields.map(({ path }) => path).filter((path) => /^\w+$/.test(path) && alwaysHasField(entryOf(shape), path, shape.eventName));
  const known = fields.map(({ path }) => path);

  expect(promised.filter((path) => !names(shape.all).includes(path))).toEqual([]);
  expect([...names(shape.all), ...names(shape.some)].filter((path) => !known.includes(path))).toEqual([]);
});

test.each(SHAPES.filter(({ sample }) => sample !== undefined))('$what: the sample has the fields that all have, and no other than some have', ({ all, some, sample }) => {
  const fields = Object.keys((sample!.toJson() as EcsEventJson).detail);

  expect(names(all).filter((field) => !fields.includes(field))).toEqual([]);
  expect(fields.filter((field) => ![...names(all), ...names(some)].includes(field))).toEqual([]);
});

test('stopped tasks: the code and the reason go with the status, and a code comes before the task is STOPPED', () => {
  const entry = findDetailType(TASK)!;
  const [code, reason] = ['stopCode', 'stoppedReason'].map((path) => entry.fields.find((field) => field.path === path)!);

  expect([code.always, reason.always]).toEqual([false, false]);
  expect(code.presentWhen).toEqual(reason.presentWhen);
  expect(code.presentWhen).toContainEqual({ path: 'lastStatus', values: expect.arrayContaining(['DEACTIVATING', 'STOPPING', 'DEPROVISIONING', 'STOPPED']) });
});

test('where AWS prints null, the field may be null', () => {
  const { fields } = findDetailType('ECS Container Instance Health Change')!;

  expect(fields.filter(({ nullable }) => nullable).map(({ path }) => path)).toEqual(['capacityProviderName', 'healthChecks[].statusReason']);
});

test('deployments: the reasons are those that were recorded', () => {
  const reasonOf = (eventName: string) => SampleEvent
    .serviceDeploymentStateChange({ eventName: ServiceDeploymentEvent.of(eventName) }).toJson().detail.reason;

  expect(reasonOf('SERVICE_DEPLOYMENT_IN_PROGRESS')).toMatch(/^ECS deployment ecs-svc\/\d{19} in progress\.$/);
  expect(reasonOf('SERVICE_DEPLOYMENT_COMPLETED')).toMatch(/^ECS deployment ecs-svc\/\d{19} completed\.$/);
  expect(reasonOf('SERVICE_DEPLOYMENT_FAILED')).toBe('ECS deployment circuit breaker: tasks failed to start.');
});

test('hooks: a pause begins with HOOK_AWAITING_ACTION, so that HOOK_IN_PROGRESS is not about one', () => {
  const detailOf = (eventName: string) => SampleEvent.hookStateChange({ eventName: HookEvent.of(eventName) }).toJson().detail;

  expect(detailOf('HOOK_IN_PROGRESS')).not.toHaveProperty('hookType');
  expect(detailOf('HOOK_IN_PROGRESS')).not.toHaveProperty('expiresAt');
  expect(detailOf('HOOK_AWAITING_ACTION')).toMatchObject({ hookType: 'PAUSE', hookId: expect.stringMatching(/^ecs-pause-/), updatedAt: expect.stringMatching(/\.\d{9}Z$/) });
});

test('rebalancing: the events are INFO, and their samples are marked as composed, because their JSON is not published', () => {
  const { events } = findDetailType('ECS Service Action')!;
  const composed = events.filter(({ samples }) => samples.some(({ origin }) => origin === 'composed'));

  expect(composed.map(({ name, type, source }) => [name, type, source])).toEqual([
    'TASKS_STARTED', 'SERVICE_REBALANCING_STARTED', 'SERVICE_REBALANCING_COMPLETED', 'SERVICE_REBALANCING_STOPPED',
    'TASKSET_SCALE_IN_FAILURE_BY_TASK_PROTECTION',
  ].map((name) => [name, 'INFO', 'rebalancing']));
});
