import type { JudgedTarget } from './checked-target';
import { doubtful, wrong } from './checked-target';
import { UNKNOWN } from '../matched-events/literal-text';
import type { Judgement } from '../../delivery/finding';

/** The quotas of EventBridge, fixed. */
const MAX_TEMPLATE_LENGTH = 8192;
const MAX_PATHS = 100;
const MAX_PATH_LENGTH = 256;

/** What EventBridge fills in by itself. */
const RESERVED = ['aws.events.rule-arn', 'aws.events.rule-name', 'aws.events.event', 'aws.events.event.json', 'aws.events.event.ingestion-time'];

/** What EventBridge refuses at deployment. */
export function judgeTemplate(target: JudgedTarget): Judgement[] {
  const { text, paths } = target.template ?? {};
  return text === undefined || paths === undefined ? [] : [
    ...judgeLength(target, text.replaceAll(UNKNOWN, '').length),
    ...judgePaths(target, Object.entries(paths)),
    ...judgeNames(target),
  ];
}

function judgeLength(target: JudgedTarget, length: number): Judgement[] {
  return length <= MAX_TEMPLATE_LENGTH ? [] : [
    wrong(target, `its template has ${length} characters, EventBridge takes ${MAX_TEMPLATE_LENGTH}`, 'Shorten it'),
  ];
}

function judgePaths(target: JudgedTarget, paths: readonly [name: string, path: unknown][]): Judgement[] {
  return [
    ...paths.length <= MAX_PATHS ? [] : [wrong(target, `it has ${paths.length} values of the event, EventBridge takes ${MAX_PATHS}`, 'Leave some out')],
    ...paths.filter(([, path]) => typeof path === 'string' && path.length > MAX_PATH_LENGTH)
      .map(([, path]) => wrong(target, `the path ${path} has ${String(path).length} characters, EventBridge takes ${MAX_PATH_LENGTH}`, 'Take a value further up')),
    ...paths.filter(([name]) => name.startsWith('AWS') || !/^[A-Za-z0-9_-]+$/.test(name))
      .map(([name]) => wrong(target, `"${name}" is no name for a value: EventBridge keeps those that begin with AWS or aws. for itself, and takes letters, digits, - and _ only`, 'Choose another name')),
  ];
}

/** EventBridge refuses a name that is not defined. Whether it takes anything else between `<` and `>` for a name is not documented. */
function judgeNames(target: JudgedTarget): Judgement[] {
  const unknown = target.template!.placeholders.filter(({ name, path }) => path === undefined && !RESERVED.includes(name) && !name.includes(UNKNOWN));
  return [...new Set(unknown.map(({ name }) => name))].map((name) => /^[A-Za-z0-9_.-]+$/.test(name)
    ? wrong(target, `<${name}> is read as a value of the event, and none of that name is defined`, 'Use events.EventField.fromPath(), or write it without < and >')
    : doubtful(target, 'cdk-ecs-event-rules:angleBrackets', `EventBridge may read <${name}> as a value of the event, and refuse it. Write it without < and >.`));
}
