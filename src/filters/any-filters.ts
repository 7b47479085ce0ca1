import type { ContainerInstanceHealthChangeFilters, ContainerInstanceStateChangeFilters } from './container-instance-filters';
import type { DaemonDeploymentStateChangeFilters, DaemonServiceActionFilters } from './daemon-filters';
import type { HookStateChangeFilters, ServiceActionFilters, ServiceDeploymentStateChangeFilters } from './service-filters';
import type { TaskStateChangeFilters } from './task-filters';

type EveryFilter = DaemonServiceActionFilters & DaemonDeploymentStateChangeFilters & ServiceActionFilters & ServiceDeploymentStateChangeFilters
  & HookStateChangeFilters & ContainerInstanceHealthChangeFilters & ContainerInstanceStateChangeFilters & TaskStateChangeFilters;

/** The name of a filter. */
export type FilterName = keyof EveryFilter;

/** The filters of any pattern, as passed to one of the factories. */
export type Filters = Omit<Partial<EveryFilter>, 'eventNames' | 'excludedEventNames' | 'reasons' | 'excludedReasons'> & {
  readonly eventNames?: readonly TextFilter[];
  readonly excludedEventNames?: readonly TextFilter[];
  readonly reasons?: readonly TextFilter[];
  readonly excludedReasons?: readonly TextFilter[];
};

/** What the value classes have in common. */
export interface TextFilter {
  readonly value: string;
}
