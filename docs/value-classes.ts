import { docstring, fileOf, GENERATED } from './docstring';
import { CONTAINER_INSTANCE_HEALTH_CHANGE } from '../src/events/container-instance-health-change';
import { CONTAINER_INSTANCE_STATE_CHANGE } from '../src/events/container-instance-state-change';
import { DAEMON_DEPLOYMENT_STATE_CHANGE } from '../src/events/daemon-deployment-state-change';
import { DAEMON_SERVICE_ACTION } from '../src/events/daemon-service-action';
import type { DetailTypeEntry } from '../src/events/detail-type';
import { HOOK_STATE_CHANGE } from '../src/events/hook-state-change';
import { SERVICE_ACTION } from '../src/events/service-action';
import { SERVICE_DEPLOYMENT_STATE_CHANGE } from '../src/events/service-deployment-state-change';
import { TASK_STATE_CHANGE } from '../src/events/task-state-change';

/** A class in `src/filters` whose members are values that AWS documents. */
interface ValueClass {
  readonly name: string;
  readonly entry: DetailTypeEntry;
  /** The field whose values are the members; the names of the events if there is none. */
  readonly path?: string;
  readonly summary: string;
  /** What a member is, with its article. */
  readonly member: string;
}

const VALUE_CLASSES: readonly ValueClass[] = [
  eventClass('DaemonServiceEvent', DAEMON_SERVICE_ACTION),
  eventClass('DaemonDeploymentEvent', DAEMON_DEPLOYMENT_STATE_CHANGE, 'All but `DAEMON_DEPLOYMENT_ROLLBACK_FAILED` are `INFO`, including failures.'),
  eventClass('ServiceActionEvent', SERVICE_ACTION),
  eventClass('ServiceDeploymentEvent', SERVICE_DEPLOYMENT_STATE_CHANGE),
  eventClass('HookEvent', HOOK_STATE_CHANGE),
  { name: 'DaemonTaskFailureType', entry: DAEMON_SERVICE_ACTION, path: 'failureType', summary: 'The failure type of a daemon task that could not be started (`detail.failureType`).', member: 'a failure type' },
  { name: 'HookLifecycleStage', entry: HOOK_STATE_CHANGE, path: 'lifecycleStage', summary: 'The stage of a service deployment at which a hook runs (`detail.lifecycleStage`).', member: 'a stage' },
  { name: 'HookType', entry: HOOK_STATE_CHANGE, path: 'hookType', summary: 'The type of a lifecycle hook (`detail.hookType`). Documented for pause hooks only.', member: 'a type' },
  { name: 'ContainerInstanceHealthCheckType', entry: CONTAINER_INSTANCE_HEALTH_CHANGE, path: 'healthChecks[].type', summary: 'The type of a health check of a container instance (`detail.healthChecks[].type`).', member: 'a type' },
  { name: 'ContainerInstanceHealthStatus', entry: CONTAINER_INSTANCE_HEALTH_CHANGE, path: 'overallStatus', summary: 'The health of a container instance or of one health check (`detail.overallStatus`, `detail.healthChecks[].status`).', member: 'a status' },
  { name: 'ContainerInstanceStatus', entry: CONTAINER_INSTANCE_STATE_CHANGE, path: 'status', summary: 'The status of a container instance (`detail.status`).', member: 'a status' },
  { name: 'TaskLastStatus', entry: TASK_STATE_CHANGE, path: 'lastStatus', summary: 'The last known status of a task (`detail.lastStatus`).', member: 'a status' },
  { name: 'TaskStopCode', entry: TASK_STATE_CHANGE, path: 'stopCode', summary: 'The code for the reason why a task stopped (`detail.stopCode`).', member: 'a stop code' },
  { name: 'TaskLaunchType', entry: TASK_STATE_CHANGE, path: 'launchType', summary: 'The launch type of a task (`detail.launchType`).', member: 'a launch type' },
];

/** The files of these classes, by their names. */
export function valueClassFiles(): Record<string, string> {
  return Object.fromEntries(VALUE_CLASSES.map((type) => [fileOf(type.name), sourceOf(type)]));
}

function eventClass(name: string, entry: DetailTypeEntry, more = ''): ValueClass {
  return { name, entry, summary: `An event of the detail type \`${entry.detailType}\`. ${more}`.trim(), member: 'an event' };
}

function sourceOf(type: ValueClass): string {
  const { name, entry, summary, member } = type;
  return `${GENERATED}
import { openValue } from './open-value';
import { markMember } from './value-class';

${docstring('', summary, 'AWS may add values. Use `of()` for values that are not listed here yet.', `@see ${entry.page}`)}
export class ${name} {
${membersOf(type).join('\n\n')}

${docstring('  ', `Returns ${member} by its ${type.path === undefined ? 'name' : 'value'}, for values that AWS adds.`,
  'Throws an error if the value is empty or is not one word.', '@param value the value exactly as AWS spells it')}
  public static of(value: string): ${name} {
    return new ${name}(openValue('${name}.of', value));
  }

  private constructor(private readonly text: string) {
    markMember(this, '${name}');
  }

  /** ${type.path === undefined ? 'The name of the event.' : 'The value as AWS spells it.'} */
  public get value(): string {
    return this.text;
  }

  /** Returns the value as AWS spells it. */
  public toString(): string {
    return this.text;
  }
}
`;
}

function membersOf({ name, entry, path }: ValueClass): string[] {
  const values: { value: string; description: string; type?: string; note?: string }[] = path === undefined
    ? entry.events.map((event) => ({ value: event.name!, description: event.description, type: event.type, note: event.note }))
    : [...entry.fields.find((field) => field.path === path)!.known!];
  return values.map(({ value, description, type, note = '' }) => [
    docstring('  ', withSeverity(description, type), note),
    `  public static readonly ${constantOf(value)} = ${name}.of('${value}');`,
  ].join('\n'));
}

/** The severity behind the first sentence. */
function withSeverity(description: string, type: string | undefined): string {
  return type === undefined ? description : description.replace(/\.(?=$| )/, ` (\`${type}\`).`);
}

/** `ESSENTIAL_CONTAINER_EXITED` of `EssentialContainerExited`. */
function constantOf(value: string): string {
  return /^[A-Z0-9_]+$/.test(value) ? value : value.replace(/(?<!^)[A-Z]/g, (letter) => `_${letter}`).toUpperCase();
}
