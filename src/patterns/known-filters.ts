import type { FilterName, Filters } from './filters';
import { InputError, show } from '../validation/input-error';

const COMMON: readonly FilterName[] = ['clusters', 'clusterNames', 'clusterNamePrefixes', 'accounts', 'regions', 'additionalPattern'];
const DAEMON: readonly FilterName[] = [...COMMON, 'daemons', 'daemonNames'];
const SERVICE: readonly FilterName[] = [...COMMON, 'services', 'serviceNames'];
const SERVICE_EXCLUSION: readonly FilterName[] = [...SERVICE, 'excludedServices', 'excludedServiceNames'];
const EVENT_NAMES: readonly FilterName[] = ['eventNames', 'excludedEventNames'];
const REASONS: readonly FilterName[] = ['reasons', 'excludedReasons'];

const DAEMON_TASK_START_IMPAIRED: readonly FilterName[] = [...DAEMON, ...REASONS, 'capacityProviderNames', 'failureTypes'];
const SERVICE_TASK_PLACEMENT_FAILURE: readonly FilterName[] = [...SERVICE_EXCLUSION, ...REASONS, 'capacityProviderNames'];

/** The filters that each factory takes: those of its options struct, which is gone at run time. */
export const KNOWN_FILTERS = {
  daemonTaskStartImpaired: DAEMON_TASK_START_IMPAIRED,
  daemonDeploymentRollbackFailed: DAEMON,
  serviceTaskPlacementFailure: SERVICE_TASK_PLACEMENT_FAILURE,
  daemonServiceAction: [...DAEMON_TASK_START_IMPAIRED, ...EVENT_NAMES],
  daemonDeploymentStateChange: [...DAEMON, ...EVENT_NAMES],
  serviceAction: [...SERVICE_TASK_PLACEMENT_FAILURE, ...EVENT_NAMES, 'eventTypes'],
  serviceDeploymentStateChange: [...SERVICE_EXCLUSION, ...REASONS, ...EVENT_NAMES],
  hookStateChange: [...SERVICE_EXCLUSION, ...EVENT_NAMES, 'lifecycleStages', 'hookTypes'],
  containerInstanceHealthChange: [...COMMON, 'capacityProviderNames', 'overallStatuses', 'healthChecks'],
  containerInstanceStateChange: [...COMMON, 'statuses', 'agentConnected'],
  taskStateChange: [
    ...SERVICE, 'capacityProviderNames', 'taskDefinitionFamilies', 'lastStatuses', 'stopCodes', 'stoppedReasons', 'exitCodes', 'launchTypes',
  ],
} as const satisfies Record<string, readonly FilterName[]>;

/** Fails for a filter that the event cannot be filtered by. TypeScript finds it at compile time, JavaScript would pass over it. */
export function checkKnownFilters(factory: keyof typeof KNOWN_FILTERS, filters: Filters): void {
  const known: readonly string[] = KNOWN_FILTERS[factory];
  for (const [name, value] of Object.entries(filters)) {
    if (value !== undefined && !known.includes(name)) {
      throw new InputError({ prop: name, problem: `this event has no such filter, found ${show(value)}`, wayOut: `It can be filtered by ${known.join(', ')}` });
    }
  }
}
