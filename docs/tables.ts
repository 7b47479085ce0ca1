import { code, table } from './markdown';
import { CATALOG } from '../src/events/catalog';
import { PATTERN_FACTORIES } from '../src/patterns/pattern-factories';
import type { PatternFactory } from '../src/patterns/pattern-factories';

/** The factory methods of `EcsEventPattern`, their detail types, and their filters. */
export function patternsTable(): string {
  const common = new Set<string>(['clusters', 'clusterNames', 'clusterNamePrefixes', 'accounts', 'regions', 'additionalPattern']);
  const rows = Object.entries(PATTERN_FACTORIES).map(([factory, { entry, filters }]) =>
    [code(`${factory}()`), code(entry.detailType), filters.filter((name) => !common.has(name)).map(code).join(', ')]);
  return table(['Pattern', 'Detail type', 'Filters'], rows);
}

const REPOSITORY = 'https://github.com/cdk-ecs-event-rules/cdk-ecs-event-rules';

/** The subject of the events of each detail type, for the front page. */
const SUBJECTS: Readonly<Record<string, string>> = {
  'ECS Daemon Service Action': 'Tasks of managed daemons that cannot start',
  'ECS Daemon Deployment State Change': 'Deployments and rollbacks of managed daemons',
  'ECS Service Action': 'Services: placement failures, tasks that cannot start, throttling, steady state, rebalancing',
  'ECS Deployment State Change': 'Deployments of services: started, completed, failed',
  'ECS Hook State Change': 'Lifecycle hooks of service deployments, such as a pause that awaits approval',
  'ECS Container Instance Health Change': 'Health checks of container instances',
  'ECS Container Instance State Change': 'Container instances: status and connection of the agent',
  'ECS Task State Change': 'Tasks: status, stop code, stopped reason, exit codes',
};

/** A row for each detail type: its events and the factory method for them. */
export function eventsTable(): string {
  return table(['Detail type', 'Events', 'Pattern'], CATALOG.map(({ detailType, events }) => {
    const [factory] = Object.entries<PatternFactory>(PATTERN_FACTORIES)
      .find(([, { entry, eventName }]) => entry.detailType === detailType && eventName === undefined)!;
    const names = events.filter(({ name }) => name !== undefined).length;
    return [
      `[${detailType}](${REPOSITORY}/blob/main/docs/events.md#${detailType.toLowerCase().replaceAll(' ', '-')})`,
      `${SUBJECTS[detailType]}${names > 1 ? ` (${names} events)` : ''}`,
      code(`${factory}()`),
    ];
  }));
}
