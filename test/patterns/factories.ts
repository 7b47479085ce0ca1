import { CATALOG } from '../../src/events/catalog';
import type { DetailTypeEntry } from '../../src/events/detail-type';
import { EcsEventPattern } from '../../src/patterns/ecs-event-pattern';

/** A factory of `EcsEventPattern` with the events that it is for. */
export interface Factory {
  readonly name: FactoryName;
  readonly entry: DetailTypeEntry;
  /** The one event of the three named factories. */
  readonly eventName?: string;
  /** The factory with whatever filters, right or wrong. */
  create(filters?: object): EcsEventPattern;
}

/** The names of the factories that take filters. */
export type FactoryName = Exclude<keyof typeof EcsEventPattern, 'prototype' | 'anyOf' | '_forRule'>;

function factory(name: FactoryName, detailType: string, eventName?: string): Factory {
  const entry = CATALOG.find((candidate) => candidate.detailType === detailType)!;
  return { name, entry, eventName, create: (filters) => EcsEventPattern[name](filters) };
}

/** Every factory. */
export const FACTORIES: readonly Factory[] = [
  factory('daemonTaskStartImpaired', 'ECS Daemon Service Action', 'DAEMON_TASK_START_IMPAIRED'),
  factory('daemonDeploymentRollbackFailed', 'ECS Daemon Deployment State Change', 'DAEMON_DEPLOYMENT_ROLLBACK_FAILED'),
  factory('serviceTaskPlacementFailure', 'ECS Service Action', 'SERVICE_TASK_PLACEMENT_FAILURE'),
  factory('daemonServiceAction', 'ECS Daemon Service Action'),
  factory('daemonDeploymentStateChange', 'ECS Daemon Deployment State Change'),
  factory('serviceAction', 'ECS Service Action'),
  factory('serviceDeploymentStateChange', 'ECS Deployment State Change'),
  factory('hookStateChange', 'ECS Hook State Change'),
  factory('containerInstanceHealthChange', 'ECS Container Instance Health Change'),
  factory('containerInstanceStateChange', 'ECS Container Instance State Change'),
  factory('taskStateChange', 'ECS Task State Change'),
];

/** The factories as rows of a table. */
export function rows(factories: readonly Factory[] = FACTORIES): [FactoryName, Factory][] {
  return factories.map((each) => [each.name, each]);
}

/** The factories that take a filter. */
export function takes(...names: FactoryName[]): [FactoryName, Factory][] {
  return rows(FACTORIES.filter(({ name }) => names.includes(name)));
}
