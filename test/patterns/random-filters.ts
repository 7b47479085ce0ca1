import { aws_ecs as ecs, CfnParameter } from 'aws-cdk-lib';
import type { aws_ecs } from 'aws-cdk-lib/interfaces';
import * as fc from '../random';
import { HOME } from './deployed-pattern';
import type { Factory } from './factories';
import { daemonIn, generatedName, newStack } from './own-resources';
import type { FilterName } from '../../src/filters/any-filters';
import { ContainerInstanceHealthCheck } from '../../src/filters/container-instance-health-check';
import { ContainerInstanceHealthCheckType } from '../../src/filters/container-instance-health-check-type';
import { ContainerInstanceHealthStatus } from '../../src/filters/container-instance-health-status';
import { ContainerInstanceStatus } from '../../src/filters/container-instance-status';
import { ContainerReason } from '../../src/filters/container-reason';
import { DaemonDeploymentEvent } from '../../src/filters/daemon-deployment-event';
import { DaemonServiceEvent } from '../../src/filters/daemon-service-event';
import { DaemonTaskFailureType } from '../../src/filters/daemon-task-failure-type';
import { DeploymentReason } from '../../src/filters/deployment-reason';
import { ExitCode } from '../../src/filters/exit-code';
import { FailureReason } from '../../src/filters/failure-reason';
import { HookEvent } from '../../src/filters/hook-event';
import { HookLifecycleStage } from '../../src/filters/hook-lifecycle-stage';
import { HookType } from '../../src/filters/hook-type';
import { ServiceActionEvent } from '../../src/filters/service-action-event';
import { ServiceActionEventType } from '../../src/filters/service-action-event-type';
import { ServiceDeploymentEvent } from '../../src/filters/service-deployment-event';
import { StoppedReason } from '../../src/filters/stopped-reason';
import { TaskLastStatus } from '../../src/filters/task-last-status';
import { TaskLaunchType } from '../../src/filters/task-launch-type';
import { TaskStopCode } from '../../src/filters/task-stop-code';
import { PATTERN_FACTORIES } from '../../src/patterns/pattern-factories';

/** Few names that are near to one another, so that random filters and random events meet often. */
export const NAMES = { cluster: ['prod', 'prod-2', 'Prod'], service: ['web', 'web-2', 'Web'], daemon: ['log', 'log-2'], capacityProvider: ['gpu', 'gpu-2', 'FARGATE'] };
export const ACCOUNTS = [HOME.account, '444455556666'];
export const REGIONS = [HOME.region, 'us-east-2', 'cn-north-1'];

/** Event names of each detail type, and one that AWS does not send yet. */
export function eventNames({ entry }: Factory): string[] {
  return [...entry.events.flatMap(({ name }) => name ?? []).slice(-4), 'SOMETHING_NEW'];
}

/** What a construct stands for in AWS. */
export interface Known {
  readonly place: typeof HOME;
  readonly cluster: string;
  readonly member?: string;
}

const stack = newStack();
const prod = new ecs.CfnCluster(stack, 'Prod', { clusterName: 'prod' });
const prodByArn = ecs.CfnCluster.fromClusterArn(stack, 'ProdByArn', `arn:aws:ecs:${HOME.region}:${HOME.account}:cluster/prod`);
const nameParameter = new CfnParameter(stack, 'ClusterName', { default: 'prod' }).valueAsString;
const prodByParameter = ecs.CfnCluster.fromClusterName(stack, 'ProdByParameter', nameParameter);
const unnamed = new ecs.CfnCluster(stack, 'Unnamed');
const china = { partition: 'aws-cn', region: 'cn-north-1', account: '444455556666' };
const imported = ecs.CfnCluster.fromClusterArn(stack, 'Imported', 'arn:aws-cn:ecs:cn-north-1:444455556666:cluster/prod-2');
const service = new ecs.CfnService(stack, 'Service', { cluster: prod.ref, serviceName: 'web' });
const serviceOfUnnamed = new ecs.CfnService(stack, 'ServiceOfUnnamed', { cluster: unnamed.ref, serviceName: 'web' });
const unnamedService = new ecs.CfnService(stack, 'UnnamedService', { cluster: prod.ref });
const importedService = ecs.FargateService.fromFargateServiceArn(stack, 'ImportedService', 'arn:aws-cn:ecs:cn-north-1:444455556666:service/prod-2/web-2');
const serviceByArn = ecs.FargateService.fromFargateServiceArn(stack, 'ServiceByArn', `arn:aws:ecs:${HOME.region}:${HOME.account}:service/prod/web`);
const daemon = daemonIn(prod.attrArn, stack, 'log');
const unnamedDaemon = daemonIn(prod.attrArn, stack);

/** The names that CloudFormation generates. */
export const GENERATED = { cluster: generatedName(unnamed), service: generatedName(unnamedService), daemon: generatedName(unnamedDaemon) };

/** The constructs in random filters, and what they stand for. */
export const KNOWN = new Map<unknown, Known>([
  [prod, { place: HOME, cluster: 'prod' }],
  [prodByArn, { place: HOME, cluster: 'prod' }],
  [prodByParameter, { place: HOME, cluster: 'prod' }],
  [unnamed, { place: HOME, cluster: GENERATED.cluster }],
  [imported, { place: china, cluster: 'prod-2' }],
  [service, { place: HOME, cluster: 'prod', member: 'web' }],
  [serviceByArn, { place: HOME, cluster: 'prod', member: 'web' }],
  [serviceOfUnnamed, { place: HOME, cluster: GENERATED.cluster, member: 'web' }],
  [unnamedService, { place: HOME, cluster: 'prod', member: GENERATED.service }],
  [importedService, { place: china, cluster: 'prod-2', member: 'web-2' }],
  [daemon, { place: HOME, cluster: 'prod', member: 'log' }],
  [unnamedDaemon, { place: HOME, cluster: 'prod', member: GENERATED.daemon }],
]);

/** Names that are known at deployment only, and what they are then. */
export const ALIASES = new Map([[nameParameter, 'prod'], [prod.ref, 'prod'], [unnamed.ref, GENERATED.cluster]]);

/** Constructs of one service, under several spellings. */
export const SPELLINGS = new Set<unknown>([service, serviceByArn]);

const CLUSTERS: aws_ecs.IClusterRef[] = [prod, prodByArn, prodByParameter, unnamed, imported];
const SERVICES: aws_ecs.IServiceRef[] = [service, serviceByArn, serviceOfUnnamed, unnamedService, importedService];
const DAEMONS: aws_ecs.IDaemonRef[] = [daemon, unnamedDaemon];
const IMPAIRED = ContainerInstanceHealthStatus.IMPAIRED;

/** All values that a filter may get; it gets one or more of them, now and then one twice. */
const VALUES: Partial<Record<FilterName, readonly unknown[]>> = {
  clusters: CLUSTERS,
  clusterNames: [...NAMES.cluster, ...ALIASES.keys()],
  clusterNamePrefixes: ['prod', 'prod-', 'P'],
  accounts: ACCOUNTS,
  regions: REGIONS,
  services: SERVICES,
  serviceNames: NAMES.service,
  excludedServices: SERVICES,
  excludedServiceNames: NAMES.service,
  daemons: DAEMONS,
  daemonNames: NAMES.daemon,
  excludedDaemons: DAEMONS,
  excludedDaemonNames: NAMES.daemon,
  capacityProviderNames: NAMES.capacityProvider,
  eventTypes: Object.values(ServiceActionEventType),
  failureTypes: Object.values(DaemonTaskFailureType),
  lifecycleStages: Object.values(HookLifecycleStage).slice(0, 3),
  hookTypes: [HookType.PAUSE, HookType.of('LAMBDA')],
  overallStatuses: [IMPAIRED, ContainerInstanceHealthStatus.OK],
  healthChecks: [
    ContainerInstanceHealthCheck.impaired(ContainerInstanceHealthCheckType.DAEMON),
    ContainerInstanceHealthCheck.of(ContainerInstanceHealthCheckType.DAEMON, ContainerInstanceHealthStatus.OK),
    ContainerInstanceHealthCheck.impaired(ContainerInstanceHealthCheckType.CONTAINER_RUNTIME),
  ],
  statuses: [ContainerInstanceStatus.ACTIVE, ContainerInstanceStatus.DRAINING],
  taskDefinitionFamilies: ['web', 'web-2'],
  excludedTaskDefinitionFamilies: ['web', 'web-2', 'api'],
  containerNames: ['app', 'proxy'],
  containerReasons: [ContainerReason.CANNOT_PULL_CONTAINER, ContainerReason.OUT_OF_MEMORY, ContainerReason.prefix('CannotPullImage'), ContainerReason.prefix('Essential')],
  lastStatuses: [TaskLastStatus.STOPPED, TaskLastStatus.RUNNING],
  stopCodes: [TaskStopCode.TASK_FAILED_TO_START, TaskStopCode.USER_INITIATED],
  excludedStopCodes: [TaskStopCode.TASK_FAILED_TO_START, TaskStopCode.USER_INITIATED],
  excludedStoppedReasons: [StoppedReason.CANNOT_PULL_CONTAINER, StoppedReason.prefix('Essential'), StoppedReason.prefix('Essential container')],
  stoppedReasons: [StoppedReason.CANNOT_PULL_CONTAINER, StoppedReason.prefix('Essential'), StoppedReason.prefix('Essential container')],
  exitCodes: [ExitCode.nonZero(), ExitCode.of(0), ExitCode.of(137)],
  launchTypes: [TaskLaunchType.EC2, TaskLaunchType.FARGATE],
  agentConnected: [true, false],
};

const EVENT_CLASSES: { readonly [detailType: string]: { of(value: string): unknown } } = {
  'ECS Daemon Service Action': DaemonServiceEvent,
  'ECS Daemon Deployment State Change': DaemonDeploymentEvent,
  'ECS Service Action': ServiceActionEvent,
  'ECS Deployment State Change': ServiceDeploymentEvent,
  'ECS Hook State Change': HookEvent,
};

/** The class of the events of a factory. */
export function eventClassOf({ entry }: Pick<Factory, 'entry'>): { of(value: string): unknown } {
  return EVENT_CLASSES[entry.detailType];
}

/** The class of the reasons of a factory. */
export function reasonClassOf({ entry }: Pick<Factory, 'entry'>): { prefix(text: string): unknown } {
  return entry.detailType === 'ECS Deployment State Change' ? DeploymentReason : FailureReason;
}

function reasonsOf(factory: Factory): unknown[] {
  return ['RESOURCE:', 'RESOURCE:CPU', 'AGENT', 'ECS deployment'].map(reasonClassOf(factory).prefix);
}

/** Every filter of a factory with all values that it may get. */
export function filterValues(factory: Factory): [FilterName, readonly unknown[]][] {
  return PATTERN_FACTORIES[factory.name].filters.filter((name) => name !== 'additionalPattern')
    .map((name: FilterName) => [name, VALUES[name] ?? (/^(excludedR|r)easons$/.test(name) ? reasonsOf(factory) : eventNames(factory).map(eventClassOf(factory).of))]);
}

/** Filters of whatever kind: every filter of the factory, each now and then, or half of the time where they are few. */
export function randomFilters(factory: Factory, often: boolean = false): fc.Arbitrary<Record<string, unknown>> {
  const arbitraries = Object.fromEntries(filterValues(factory).map(([name, values]) => {
    const one = fc.constantFrom(...values);
    const value: fc.Arbitrary<unknown> = name === 'agentConnected' ? one : fc.array(one, { minLength: 1, maxLength: 3 });
    return [name, fc.oneof({ weight: often ? 1 : 4, arbitrary: fc.constant(undefined) }, { weight: 1, arbitrary: value })];
  }));
  // A service of an env-agnostic stack cannot be taken out of names in a literal Region: whether the two are the same is known at deployment only.
  return fc.record(arbitraries).map((filters) => filters.accounts ?? filters.regions
    ? { ...filters, excludedServices: undefined, excludedDaemons: undefined }
    : filters);
}
