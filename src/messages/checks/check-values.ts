import { isFunction } from './check-function-input';
import type { CheckedTarget } from './checked-target';
import { messageWarning } from './checked-target';
import type { Placeholder } from './input-template';
import { JsonPath } from '../../engine/input/json-path';
import type { LocatedFinding } from '../../validation/findings/finding';
import { UNKNOWN } from '../matched-events/named-resources';

/** Values that the event may lack, and values that break the JSON around them. */
export function checkValues(target: CheckedTarget): LocatedFinding[] {
  const { inputPath, template } = target;
  return [
    ...checkSyntax(target, [...inputPath === undefined ? [] : [inputPath], ...Object.values(template?.paths ?? {})]),
    ...template?.placeholders.flatMap((placeholder) => [...checkPresence(target, placeholder), ...checkQuotes(target, placeholder)]) ?? [],
  ];
}

/**
 * A path such as `$.detail.containers[?(@.exitCode != 0)]`. AWS documents which syntax is supported and that paths are evaluated at runtime, but not what
 * another one leads to.
 *
 * @see https://docs.aws.amazon.com/eventbridge/latest/userguide/eb-transform-target-input.html
 */
function checkSyntax(target: CheckedTarget, paths: readonly unknown[]): LocatedFinding[] {
  const literal = paths.filter((path): path is string => typeof path === 'string' && !path.includes(UNKNOWN));
  return [...new Set(literal)].flatMap((path) => {
    const { misunderstood } = new JsonPath(path);
    return misunderstood === undefined ? [] : [messageWarning(target, 'cdk-ecs-event-rules:inputPathNotSupported',
      `the path ${path} ${misunderstood}. AWS documents no other paths for EventBridge, so there may be no value, or the deployment may fail. Use a path to a field, or the list as a whole.`)];
  });
}

/**
 * A value that the event lacks. As a separate value in JSON, AWS's documentation says that it "won't appear in the output", which leaves no JSON, while
 * recordings on AWS of 2024 and 2025 (`test_events_inputs.snapshot.json` of LocalStack) show an empty string: the outcome is unknown. Inside of quotes it leaves
 * a gap and the JSON stays whole, which is often meant: only what no event ever has is reported there.
 */
function checkPresence(target: CheckedTarget, { path, isQuoted }: Placeholder): LocatedFinding[] {
  const { template, fields } = target;
  if (path === undefined) {
    return [];
  }
  if (fields.isNeverSent(path)) {
    return [messageWarning(target, 'cdk-ecs-event-rules:fieldNeverSent',
      `no event of this rule has ${path}, as far as AWS documents them, so there is never a value. Check its spelling, or remove it.`)];
  }
  const without = !isQuoted && template!.isStructured ? fields.eventsPossiblyWithout(path) : [];
  return without.length === 0 ? [] : [messageWarning(target, 'cdk-ecs-event-rules:fieldMayBeAbsent',
    `${path} is a separate value in JSON, and ${summarize(without)} may lack it. What EventBridge writes then is unknown: recordings on AWS show an empty string,`
    + ' AWS documents that nothing is written, and the message is not JSON. Require the field in the pattern, put it into a longer string, or remove it.')];
}

/** EventBridge puts a value between quotes as it is. That may be as it should, unless the reader takes nothing but JSON. */
function checkQuotes(target: CheckedTarget, { name, path, isQuoted }: Placeholder): LocatedFinding[] {
  const { template, fields } = target;
  const isFreeForm = path !== undefined && fields.isFreeForm(path);
  const isStructure = path === undefined ? STRUCTURES.includes(name) : fields.isStructure(path);
  const isJson = template!.isStructured || (typeof template!.document === 'string' && isFunction(target));
  if (!isQuoted || !(isStructure || (isJson && isFreeForm))) {
    return [];
  }
  const value = path ?? `<${name}>`;
  return [messageWarning(target, 'cdk-ecs-event-rules:unescapedValueInString', template!.isStructured || isFreeForm
    ? `${value} stands in a quoted string of JSON. It is ${isFreeForm ? 'free-form text, and a quote or a line break in it' : 'a list or an object, and a quote in it'}`
      + ' makes the message invalid JSON, which its reader drops. Use it as a separate value.'
    : `${value} stands in a text. It is a list or an object, which loses its quotes there, so that no reader can parse it. Use RuleTargetInput.fromObject(), or a field of it.`)];
}

/** What EventBridge fills in automatically and does not escape. */
const STRUCTURES = ['aws.events.event', 'aws.events.event.json'];

/** The first few of a list. */
function summarize(names: readonly string[]): string {
  return names.length <= 4 ? names.join(', ') : `${names.slice(0, 3).join(', ')} and ${names.length - 3} others`;
}
