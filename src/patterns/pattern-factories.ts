import { CONTAINER_INSTANCE_HEALTH_CHANGE } from '../events/container-instance-health-change';
import { CONTAINER_INSTANCE_STATE_CHANGE } from '../events/container-instance-state-change';
import { DAEMON_DEPLOYMENT_STATE_CHANGE } from '../events/daemon-deployment-state-change';
import { DAEMON_SERVICE_ACTION } from '../events/daemon-service-action';
import type { DetailTypeEntry } from '../events/detail-type';
import { HOOK_STATE_CHANGE } from '../events/hook-state-change';
import { SERVICE_ACTION } from '../events/service-action';
import { SERVICE_DEPLOYMENT_STATE_CHANGE } from '../events/service-deployment-state-change';
import { TASK_STATE_CHANGE } from '../events/task-state-change';
import type { FilterName, Filters, TextFilter } from '../filters/any-filters';
import { DaemonDeploymentEvent } from '../filters/daemon-deployment-event';
import { DaemonServiceEvent } from '../filters/daemon-service-event';
import { ServiceActionEvent } from '../filters/service-action-event';
import { ValidationError, show } from '../validation/validation-error';

const COMMON: readonly FilterName[] = ['clusters', 'clusterNames', 'clusterNamePrefixes', 'accounts', 'regions', 'additionalPattern'];
const DAEMON: readonly FilterName[] = [...COMMON, 'daemons', 'daemonNames', 'excludedDaemons', 'excludedDaemonNames'];
const SERVICE: readonly FilterName[] = [...COMMON, 'services', 'serviceNames'];
const SERVICE_EXCLUSION: readonly FilterName[] = [...SERVICE, 'excludedServices', 'excludedServiceNames'];
const EVENT_NAMES: readonly FilterName[] = ['eventNames', 'excludedEventNames'];
const REASONS: readonly FilterName[] = ['reasons', 'excludedReasons'];

const DAEMON_TASK_START_IMPAIRED: readonly FilterName[] = [...DAEMON, ...REASONS, 'capacityProviderNames', 'failureTypes'];
const SERVICE_TASK_PLACEMENT_FAILURE: readonly FilterName[] = [...SERVICE_EXCLUSION, ...REASONS, 'capacityProviderNames'];

/** A factory of `EcsEventPattern`. */
export interface PatternFactory {
  readonly entry: DetailTypeEntry;
  /** The one event that it is about; absent for the factories of a whole detail type. */
  readonly eventName?: TextFilter;
  /** The filters of its options struct, which is gone at run time. */
  readonly filters: readonly FilterName[];
}

/** The factories of `EcsEventPattern`. */
export const PATTERN_FACTORIES = {
  daemonTaskStartImpaired: {
    entry: DAEMON_SERVICE_ACTION,
    eventName: DaemonServiceEvent.DAEMON_TASK_START_IMPAIRED,
    filters: DAEMON_TASK_START_IMPAIRED,
  },
  daemonDeploymentRollbackFailed: {
    entry: DAEMON_DEPLOYMENT_STATE_CHANGE,
    eventName: DaemonDeploymentEvent.DAEMON_DEPLOYMENT_ROLLBACK_FAILED,
    filters: DAEMON,
  },
  serviceTaskPlacementFailure: {
    entry: SERVICE_ACTION,
    eventName: ServiceActionEvent.SERVICE_TASK_PLACEMENT_FAILURE,
    filters: SERVICE_TASK_PLACEMENT_FAILURE,
  },
  daemonServiceAction: { entry: DAEMON_SERVICE_ACTION, filters: [...DAEMON_TASK_START_IMPAIRED, ...EVENT_NAMES] },
  daemonDeploymentStateChange: { entry: DAEMON_DEPLOYMENT_STATE_CHANGE, filters: [...DAEMON, ...EVENT_NAMES] },
  serviceAction: { entry: SERVICE_ACTION, filters: [...SERVICE_TASK_PLACEMENT_FAILURE, ...EVENT_NAMES, 'eventTypes'] },
  serviceDeploymentStateChange: { entry: SERVICE_DEPLOYMENT_STATE_CHANGE, filters: [...SERVICE_EXCLUSION, ...REASONS, ...EVENT_NAMES] },
  hookStateChange: { entry: HOOK_STATE_CHANGE, filters: [...SERVICE_EXCLUSION, ...EVENT_NAMES, 'lifecycleStages', 'hookTypes'] },
  containerInstanceHealthChange: {
    entry: CONTAINER_INSTANCE_HEALTH_CHANGE,
    filters: [...COMMON, 'capacityProviderNames', 'overallStatuses', 'healthChecks'],
  },
  containerInstanceStateChange: { entry: CONTAINER_INSTANCE_STATE_CHANGE, filters: [...COMMON, 'statuses', 'agentConnected'] },
  taskStateChange: {
    entry: TASK_STATE_CHANGE,
    filters: [
      ...SERVICE_EXCLUSION, 'capacityProviderNames', 'taskDefinitionFamilies', 'excludedTaskDefinitionFamilies', 'containerNames', 'containerReasons', 'lastStatuses', 'stopCodes', 'excludedStopCodes', 'stoppedReasons', 'excludedStoppedReasons', 'exitCodes', 'launchTypes',
    ],
  },
} satisfies Record<string, PatternFactory>;

/** The name of a factory. */
export type PatternFactoryName = keyof typeof PATTERN_FACTORIES;

/** Fails for a filter that the event cannot be filtered by. TypeScript finds it at compile time, JavaScript would pass over it. */
export function checkKnownFilters(factory: PatternFactoryName, filters: Filters): void {
  const known: readonly string[] = PATTERN_FACTORIES[factory].filters;
  for (const [name, value] of Object.entries(filters)) {
    if (value !== undefined && !known.includes(name)) {
      throw new ValidationError({ prop: name, problem: `this event has no such filter, got ${show(value)}`, resolution: `It can be filtered by ${known.join(', ')}` });
    }
  }
}
