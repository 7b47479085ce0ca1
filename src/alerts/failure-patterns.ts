import type { EcsFailureAlertsProps } from './ecs-failure-alerts-props';
import type { DetailTypeEntry } from '../events/detail-type';
import type { DetailMatchers, FailureEntry } from '../events/failures';
import type { FilterName, Filters } from '../filters/any-filters';
import { ContainerInstanceHealthStatus } from '../filters/container-instance-health-status';
import { DaemonDeploymentEvent } from '../filters/daemon-deployment-event';
import { DaemonServiceEvent } from '../filters/daemon-service-event';
import { HookEvent } from '../filters/hook-event';
import { ServiceActionEvent } from '../filters/service-action-event';
import { ServiceDeploymentEvent } from '../filters/service-deployment-event';
import { EcsEventPattern } from '../patterns/ecs-event-pattern';

/** The pattern for the failures of one detail type. */
export interface FailurePattern {
  /** The id of its rules, unique for each detail type. */
  readonly id: string;
  readonly pattern: EcsEventPattern;
  readonly failures: readonly FailureEntry[];
}

/** The filters that come from the props. */
type PlainFilters = Pick<Filters, Exclude<FilterName, 'eventNames' | 'excludedEventNames' | 'reasons' | 'excludedReasons'>>;

/** How the events of a detail type are matched. */
interface PatternSource {
  readonly id: string;
  /** The path of a cause that some of the events lack. */
  readonly cause?: string;
  pattern(filters: PlainFilters, alternatives: readonly DetailMatchers[]): EcsEventPattern;
}

/** In the order in which the rules are created. */
const SOURCES: Readonly<Record<string, PatternSource>> = {
  'ECS Service Action': {
    id: 'ServiceAction',
    cause: 'detail.reason',
    pattern: (filters, alternatives) => EcsEventPattern.serviceAction({ ...filters, eventNames: valuesOf(alternatives, 'eventName').map(ServiceActionEvent.of) }),
  },
  'ECS Deployment State Change': {
    id: 'ServiceDeployment',
    cause: 'detail.reason',
    pattern: (filters, alternatives) =>
      EcsEventPattern.serviceDeploymentStateChange({ ...filters, eventNames: valuesOf(alternatives, 'eventName').map(ServiceDeploymentEvent.of) }),
  },
  'ECS Hook State Change': {
    id: 'Hook',
    pattern: (filters, alternatives) => EcsEventPattern.hookStateChange({ ...filters, eventNames: valuesOf(alternatives, 'eventName').map(HookEvent.of) }),
  },
  'ECS Daemon Service Action': {
    id: 'DaemonServiceAction',
    pattern: (filters, alternatives) => EcsEventPattern.daemonServiceAction({ ...filters, eventNames: valuesOf(alternatives, 'eventName').map(DaemonServiceEvent.of) }),
  },
  'ECS Daemon Deployment State Change': {
    id: 'DaemonDeployment',
    pattern: (filters, alternatives) =>
      EcsEventPattern.daemonDeploymentStateChange({ ...filters, eventNames: valuesOf(alternatives, 'eventName').map(DaemonDeploymentEvent.of) }),
  },
  'ECS Container Instance Health Change': {
    id: 'InstanceHealth',
    pattern: (filters, alternatives) =>
      EcsEventPattern.containerInstanceHealthChange({ ...filters, overallStatuses: valuesOf(alternatives, 'overallStatus').map(ContainerInstanceHealthStatus.of) }),
  },
  'ECS Container Instance State Change': {
    id: 'InstanceState',
    cause: 'detail.statusReason',
    pattern: (filters, alternatives) => EcsEventPattern.containerInstanceStateChange(filters)._withAlternatives(alternatives),
  },
  'ECS Task State Change': {
    id: 'Task',
    cause: 'detail.stoppedReason',
    pattern: (filters, alternatives) => EcsEventPattern.taskStateChange(filters)._withAlternatives(alternatives),
  },
};

/** The patterns for failures: one for each detail type, of which no event matches two. Divided by the presence of a cause, so that messages can show it. */
export function failurePatterns(failures: readonly FailureEntry[], props: EcsFailureAlertsProps): FailurePattern[] {
  return Object.entries(SOURCES).flatMap(([detailType, { id, cause, pattern }]) => {
    const own = failures.filter(({ events }) => events.some(({ entry }) => entry.detailType === detailType));
    const events = own.flatMap((failure) => failure.events.filter(({ entry }) => entry.detailType === detailType));
    if (events.length === 0) {
      return [];
    }
    const alternatives = events.flatMap((each) => each.alternatives.map((alternative) => withoutGroup(alternative, props)));
    const whole = pattern(filtersFor(events[0].entry, props), alternatives);
    return [{ id, failures: own, pattern: cause === undefined ? whole : whole.dividedByPresence(cause) }];
  });
}

/** The filters that a detail type has. */
function filtersFor({ service, daemon, fields }: DetailTypeEntry, props: EcsFailureAlertsProps): PlainFilters {
  const { clusters, clusterNames, clusterNamePrefixes, accounts, regions } = props;
  const { excludedServices, excludedServiceNames, excludedDaemons, excludedDaemonNames, excludedTaskDefinitionFamilies } = props;
  return {
    clusters,
    clusterNames,
    clusterNamePrefixes,
    accounts,
    regions,
    ...service && { excludedServices, excludedServiceNames },
    ...daemon && { excludedDaemons, excludedDaemonNames },
    ...fields.some(({ path }) => path === 'taskDefinitionArn') && { excludedTaskDefinitionFamilies },
  };
}

/**
 * An exclusion of services takes the group of the task, and EventBridge takes one condition on a field. Then a task of a service is found by what started it:
 * every recorded task has both or neither, as documented in https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_Task.html.
 */
function withoutGroup({ group, ...others }: DetailMatchers, props: EcsFailureAlertsProps): DetailMatchers {
  const isFree = !props.excludedServices?.length && !props.excludedServiceNames?.length;
  return group === undefined ? others : isFree ? { ...others, group } : { ...others, startedBy: [{ prefix: 'ecs-svc/' }] };
}

function valuesOf(alternatives: readonly DetailMatchers[], path: string): string[] {
  return alternatives.flatMap((alternative) => alternative[path] as string[]);
}
