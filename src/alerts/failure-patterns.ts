import type { IConstruct } from 'constructs';
import type { EcsFailureAlertsProps } from './ecs-failure-alerts-props';
import type { DetailTypeEntry } from '../events/detail-type';
import type { DetailMatchers, FailureEntry } from '../events/failures';
import type { FilterName, Filters, TextFilter } from '../filters/any-filters';
import { ContainerInstanceHealthStatus } from '../filters/container-instance-health-status';
import { DaemonDeploymentEvent } from '../filters/daemon-deployment-event';
import { DaemonServiceEvent } from '../filters/daemon-service-event';
import { HookEvent } from '../filters/hook-event';
import { ServiceActionEvent } from '../filters/service-action-event';
import { ServiceDeploymentEvent } from '../filters/service-deployment-event';
import { EcsEventPattern } from '../patterns/ecs-event-pattern';
import type { PatternFactoryName } from '../patterns/pattern-factories';

/** The pattern for the failures of one detail type. */
export interface FailurePattern {
  /** The id of its rules, unique for each detail type. */
  readonly id: string;
  readonly pattern: EcsEventPattern;
  readonly failures: readonly FailureEntry[];
}

/** How the events of a detail type are matched. */
interface PatternSource {
  readonly id: string;
  readonly factory: PatternFactoryName;
  /** The path of a cause that some of the events lack. */
  readonly cause?: string;
  /** The filter that takes all alternatives, if there is one. */
  readonly filter?: { readonly name: FilterName; readonly field: string; readonly value: (text: string) => TextFilter };
}

const named = (value: (text: string) => TextFilter) => ({ name: 'eventNames', field: 'eventName', value } as const);

/** In the order in which the rules are created. */
const SOURCES: Readonly<Record<string, PatternSource>> = {
  'ECS Service Action': { id: 'ServiceAction', factory: 'serviceAction', cause: 'detail.reason', filter: named(ServiceActionEvent.of) },
  'ECS Deployment State Change': {
    id: 'ServiceDeployment', factory: 'serviceDeploymentStateChange', cause: 'detail.reason', filter: named(ServiceDeploymentEvent.of),
  },
  'ECS Hook State Change': { id: 'Hook', factory: 'hookStateChange', filter: named(HookEvent.of) },
  'ECS Daemon Service Action': { id: 'DaemonServiceAction', factory: 'daemonServiceAction', filter: named(DaemonServiceEvent.of) },
  'ECS Daemon Deployment State Change': { id: 'DaemonDeployment', factory: 'daemonDeploymentStateChange', filter: named(DaemonDeploymentEvent.of) },
  'ECS Container Instance Health Change': {
    id: 'InstanceHealth',
    factory: 'containerInstanceHealthChange',
    filter: { name: 'overallStatuses', field: 'overallStatus', value: ContainerInstanceHealthStatus.of },
  },
  'ECS Container Instance State Change': { id: 'InstanceState', factory: 'containerInstanceStateChange', cause: 'detail.statusReason' },
  'ECS Task State Change': { id: 'Task', factory: 'taskStateChange', cause: 'detail.stoppedReason' },
};

/** The patterns for failures: one for each detail type, of which no event matches two. Divided by the presence of a cause, so that messages can show it. */
export function failurePatterns(scope: IConstruct, failures: readonly FailureEntry[], props: EcsFailureAlertsProps): FailurePattern[] {
  return Object.entries(SOURCES).flatMap(([detailType, { id, factory, cause, filter }]) => {
    const own = failures.filter(({ events }) => events.some(({ entry }) => entry.detailType === detailType));
    const events = own.flatMap((failure) => failure.events.filter(({ entry }) => entry.detailType === detailType));
    if (events.length === 0) {
      return [];
    }
    const alternatives = events.flatMap((each) => each.alternatives.map((alternative) => withoutGroup(alternative, props)));
    const filters = filtersFor(events[0].entry, props);
    const values = filter && alternatives.flatMap((alternative) => (alternative[filter.field] as string[]).map(filter.value));
    const pattern = filter
      ? EcsEventPattern._forRule(scope, factory, { ...filters, [filter.name]: values }, { presenceOf: cause })
      : EcsEventPattern._forRule(scope, factory, filters, { alternatives, presenceOf: cause });
    return [{ id, failures: own, pattern }];
  });
}

/** The filters that a detail type has. */
function filtersFor({ service, daemon, fields }: DetailTypeEntry, props: EcsFailureAlertsProps): Filters {
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
