import type { CheckedTarget } from './checked-target';
import { messageWarning, messageError } from './checked-target';
import type { LocatedFinding } from '../../validation/findings/finding';
import { UNKNOWN } from '../matched-events/named-resources';

/** The quotas of EventBridge, fixed. */
const MAX_TEMPLATE_LENGTH = 8192;
const MAX_PATHS = 100;
const MAX_PATH_LENGTH = 256;

/** What EventBridge fills in automatically. */
const RESERVED = ['aws.events.rule-arn', 'aws.events.rule-name', 'aws.events.event', 'aws.events.event.json', 'aws.events.event.ingestion-time'];

/** What EventBridge refuses at deployment. */
export function checkTemplate(target: CheckedTarget): LocatedFinding[] {
  const { text, paths } = target.template ?? {};
  return text === undefined || paths === undefined ? [] : [
    ...checkLength(target, text.replaceAll(UNKNOWN, '').length),
    ...checkPaths(target, Object.entries(paths)),
    ...checkNames(target),
  ];
}

function checkLength(target: CheckedTarget, length: number): LocatedFinding[] {
  return length <= MAX_TEMPLATE_LENGTH ? [] : [
    messageError(target, `its template has ${length} characters, and EventBridge accepts at most ${MAX_TEMPLATE_LENGTH}`, 'Shorten it'),
  ];
}

function checkPaths(target: CheckedTarget, paths: readonly [name: string, path: unknown][]): LocatedFinding[] {
  return [
    ...paths.length <= MAX_PATHS ? [] : [messageError(target, `expected up to ${MAX_PATHS} values of the event, got ${paths.length}`, 'Remove some')],
    ...paths.filter(([, path]) => typeof path === 'string' && path.length > MAX_PATH_LENGTH)
      .map(([, path]) => messageError(target, `the path ${path} has ${String(path).length} characters, and EventBridge accepts at most ${MAX_PATH_LENGTH}`, 'Use a field that contains it')),
    ...paths.filter(([name]) => name.startsWith('AWS') || !/^[A-Za-z0-9_-]+$/.test(name))
      .map(([name]) => messageError(target, `"${name}" is no name for a value: EventBridge keeps those that begin with AWS or aws. for itself, and takes letters, digits, - and _ only`, 'Choose another name')),
  ];
}

/** EventBridge refuses a name that is not defined. Whether it takes anything else between `<` and `>` for a name is not documented. */
function checkNames(target: CheckedTarget): LocatedFinding[] {
  const unknown = target.template!.placeholders.filter(({ name, path }) => path === undefined && !RESERVED.includes(name) && !name.includes(UNKNOWN));
  return [...new Set(unknown.map(({ name }) => name))].map((name) => /^[A-Za-z0-9_.-]+$/.test(name)
    ? messageError(target, `<${name}> is read as a value of the event, and none of that name is defined`, 'Use events.EventField.fromPath(), or write it without < and >')
    : messageWarning(target, 'cdk-ecs-event-rules:ambiguousPlaceholder', `EventBridge may read <${name}> as a value of the event, and refuse it. Write it without < and >.`));
}
