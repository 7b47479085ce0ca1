import { enumValues, hasOperation, members } from './sdk-model';
import { findDetailType } from '../../src/events/catalog';

/** What only one of the two has, with the reason. */
type Differences = Readonly<Record<string, string>>;

interface Row {
  /** The enum or the structure of the SDK. */
  readonly sdk: string;
  readonly detailType: string;
  readonly onlyInSdk?: Differences;
  readonly onlyInCatalog?: Differences;
}

const NO_HOOK = 'a stage at which no hook can be configured, by the page about blue/green deployments';
const NO_EVENT = 'a status for which no page names an event; a failed rollback is in action logs only';

const VALUES: readonly (Row & { readonly path: string })[] = [
  { sdk: 'TaskStopCode', detailType: 'ECS Task State Change', path: 'stopCode' },
  { sdk: 'LaunchType', detailType: 'ECS Task State Change', path: 'launchType' },
  { sdk: 'Connectivity', detailType: 'ECS Task State Change', path: 'connectivity' },
  { sdk: 'DesiredStatus', detailType: 'ECS Task State Change', path: 'desiredStatus', onlyInSdk: { PENDING: 'a filter of ListTasks, which documents that no task has it' } },
  {
    sdk: 'ContainerInstanceStatus',
    detailType: 'ECS Container Instance State Change',
    path: 'status',
    onlyInCatalog: { INACTIVE: 'documented for ContainerInstance.status, a string; the enum is that of requests' },
  },
  { sdk: 'InstanceHealthCheckState', detailType: 'ECS Container Instance Health Change', path: 'overallStatus' },
  { sdk: 'InstanceHealthCheckState', detailType: 'ECS Container Instance Health Change', path: 'healthChecks[].status' },
  { sdk: 'InstanceHealthCheckType', detailType: 'ECS Container Instance Health Change', path: 'healthChecks[].type' },
  { sdk: 'DeploymentLifecycleHookStage', detailType: 'ECS Hook State Change', path: 'lifecycleStage' },
  {
    sdk: 'ServiceDeploymentLifecycleStage',
    detailType: 'ECS Hook State Change',
    path: 'lifecycleStage',
    onlyInSdk: { BAKE_TIME: NO_HOOK, CLEAN_UP: NO_HOOK, SCALE_UP: NO_HOOK },
    onlyInCatalog: { PRE_PRODUCTION_TRAFFIC_SHIFT: 'a stage of hooks, by the enum of these and by the page about pause hooks' },
  },
  { sdk: 'DeploymentLifecycleHookTargetType', detailType: 'ECS Hook State Change', path: 'hookType' },
];

const EVENT_NAMES: readonly (Row & { readonly prefix: string })[] = [
  { sdk: 'DaemonDeploymentStatus', detailType: 'ECS Daemon Deployment State Change', prefix: 'DAEMON_DEPLOYMENT_' },
  { sdk: 'DeploymentLifecycleHookStatus', detailType: 'ECS Hook State Change', prefix: 'HOOK_' },
  { sdk: 'DeploymentRolloutState', detailType: 'ECS Deployment State Change', prefix: 'SERVICE_DEPLOYMENT_' },
  {
    sdk: 'ServiceDeploymentStatus',
    detailType: 'ECS Deployment State Change',
    prefix: 'SERVICE_DEPLOYMENT_',
    onlyInSdk: {
      PENDING: NO_EVENT,
      ROLLBACK_FAILED: NO_EVENT,
      ROLLBACK_IN_PROGRESS: NO_EVENT,
      ROLLBACK_REQUESTED: NO_EVENT,
      ROLLBACK_SUCCESSFUL: NO_EVENT,
      STOPPED: NO_EVENT,
      STOP_REQUESTED: NO_EVENT,
      SUCCESSFUL: 'the event is SERVICE_DEPLOYMENT_COMPLETED',
    },
    onlyInCatalog: { COMPLETED: 'the status is SUCCESSFUL', FAILED: 'the status is STOPPED or that of the rollback' },
  },
];

const UNSEEN = 'in no sample of AWS and in no recorded event';
const NO_HEALTH = 'the page about task events says that the health is not in them';

const FIELDS: readonly (Row & { readonly under: string })[] = [
  {
    sdk: 'Task',
    detailType: 'ECS Task State Change',
    under: '',
    onlyInSdk: { fargateEphemeralStorage: UNSEEN, healthStatus: NO_HEALTH, inferenceAccelerators: UNSEEN, platformFamily: UNSEEN, tags: UNSEEN },
    onlyInCatalog: { updatedAt: 'of the event only' },
  },
  {
    sdk: 'Container',
    detailType: 'ECS Task State Change',
    under: 'containers[].',
    onlyInSdk: { gpuIds: UNSEEN, gpuSharingStrategy: UNSEEN, healthStatus: NO_HEALTH, neuronDeviceIds: UNSEEN },
  },
  {
    sdk: 'ManagedAgent',
    detailType: 'ECS Task State Change',
    under: 'containers[].managedAgents[].',
    onlyInSdk: { lastStartedAt: UNSEEN, lastStatus: 'spelled status in recorded events', reason: UNSEEN },
    onlyInCatalog: { status: 'spelled lastStatus in the API' },
  },
  { sdk: 'Attachment', detailType: 'ECS Task State Change', under: 'attachments[].' },
  { sdk: 'EphemeralStorage', detailType: 'ECS Task State Change', under: 'ephemeralStorage.' },
  {
    sdk: 'ContainerInstance',
    detailType: 'ECS Container Instance State Change',
    under: '',
    onlyInSdk: { capacityProviderName: UNSEEN, gpuDevices: UNSEEN, healthStatus: 'has separate events', tags: UNSEEN },
    onlyInCatalog: { accountType: 'in the schema of EventBridge only', clusterArn: 'of the event only', updatedAt: 'of the event only' },
  },
  { sdk: 'VersionInfo', detailType: 'ECS Container Instance State Change', under: 'versionInfo.' },
  {
    sdk: 'InstanceHealthCheckResult',
    detailType: 'ECS Container Instance Health Change',
    under: 'healthChecks[].',
  },
];

test.each(VALUES)('$detailType: the values of $path are those of $sdk, but for the differences that are explained', ({ sdk, detailType, path, ...differences }) => {
  const { values } = findDetailType(detailType)!.fields.find((field) => field.path === path)!;
  expectSame(enumValues(sdk), values!, differences);
});

test.each(EVENT_NAMES)('$detailType: the events are the values of $sdk, but for the differences that are explained', ({ sdk, detailType, prefix, ...differences }) => {
  const names = findDetailType(detailType)!.events.map(({ name }) => name!.replace(prefix, ''));
  expectSame(enumValues(sdk), names, differences);
});

test.each(FIELDS)('$detailType: the fields $under are those of $sdk, but for the differences that are explained', (row) => {
  const { sdk, detailType, under, ...differences } = row;
  const paths = findDetailType(detailType)!.fields.map(({ path }) => path)
    .filter((path) => path.startsWith(under)).map((path) => path.slice(under.length));
  expectSame(members(sdk), paths.filter((path) => /^\w+$/.test(path)), differences);
});

test('the deployment of a daemon cannot be stopped by the API: there is no user who stopped it', () => {
  expect(hasOperation('StopServiceDeployment')).toBe(true);
  expect(hasOperation('StopDaemonDeployment')).toBe(false);
});

function expectSame(sdk: readonly string[], catalog: readonly string[], { onlyInSdk = {}, onlyInCatalog = {} }: Omit<Row, 'sdk' | 'detailType'>): void {
  expect(sdk.length).toBeGreaterThan(0);
  expect(sdk.filter((value) => !catalog.includes(value)).sort()).toEqual(Object.keys(onlyInSdk).sort());
  expect(catalog.filter((value) => !sdk.includes(value)).sort()).toEqual(Object.keys(onlyInCatalog).sort());
}
