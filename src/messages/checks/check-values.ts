import { isFunction } from './check-function-input';
import type { CheckedTarget } from './checked-target';
import { messageWarning, messageError } from './checked-target';
import type { Placeholder } from './input-template';
import type { LocatedFinding } from '../../validation/findings/finding';

/** Values that the event may lack, and values that break the JSON around them. */
export function checkValues(target: CheckedTarget): LocatedFinding[] {
  return target.template?.placeholders.flatMap((placeholder) => [...checkPresence(target, placeholder), ...checkQuotes(target, placeholder)]) ?? [];
}

/**
 * A value that the event lacks. AWS says that EventBridge leaves nothing of it, and an empty string was seen: nothing may depend on either, so as a value of
 * its own in JSON it is refused. Inside of quotes it leaves a gap and the JSON stays whole, which is often meant: only what no event ever has is worth a word.
 */
function checkPresence(target: CheckedTarget, { path, isQuoted }: Placeholder): LocatedFinding[] {
  const { template, fields } = target;
  if (path === undefined) {
    return [];
  }
  const isOwnValue = !isQuoted && template!.isStructured;
  const [eventsWithout, eventsPossiblyWithout] = isOwnValue ? [fields.eventsWithout(path), fields.eventsPossiblyWithout(path)] : [[], []];
  if (eventsWithout.length > 0) {
    return [messageError(target,
      `${path} stands in JSON as a value of its own, but ${summarize(eventsWithout)}, which the rule hears, may lack it: then it may be no JSON, and its reader drops it`,
      'Ask for events that have it, put it into a longer string, or leave it out')];
  }
  if (fields.isNeverSent(path)) {
    return [messageWarning(target, 'cdk-ecs-event-rules:fieldNeverSent',
      `no event that the rule hears has ${path}, as far as AWS documents them, so there is never a value. Check its spelling, or leave it out.`)];
  }
  return eventsPossiblyWithout.length === 0 ? [] : [messageWarning(target, 'cdk-ecs-event-rules:fieldMayBeAbsent',
    `${path} stands in JSON as a value of its own, and AWS does not say that ${summarize(eventsPossiblyWithout)} always has it: without it the message may be no JSON,`
    + ' and its reader drops it. Ask for it in the pattern, put it into a longer string, or leave it out.')];
}

/** EventBridge puts a value between quotes as it is. That may be as it should, unless the reader takes nothing but JSON. */
function checkQuotes(target: CheckedTarget, { name, path, isQuoted }: Placeholder): LocatedFinding[] {
  const { template, fields } = target;
  const isFreeFormText = path !== undefined && fields.isFreeFormText(path);
  const isStructure = path === undefined ? STRUCTURES.includes(name) : fields.isStructure(path);
  const isText = typeof template!.document === 'string' && isFunction(target.destination);
  const what = isFreeFormText ? 'open text, and a quote or a line break in it' : 'a list or an object, and a quote in it';
  return !isQuoted || !(template!.isStructured ? isFreeFormText || isStructure : isFreeFormText && isText) ? [] : [
    messageWarning(target, 'cdk-ecs-event-rules:unescapedValueInString',
      `${path ?? `<${name}>`} stands in a quoted string of JSON. It is ${what} makes that no JSON, which its reader drops. Make it a value of its own.`),
  ];
}

/** What EventBridge fills in by itself and does not escape. */
const STRUCTURES = ['aws.events.event', 'aws.events.event.json'];

/** The first few of a list. */
function summarize(names: readonly string[]): string {
  return names.length <= 4 ? names.join(', ') : `${names.slice(0, 3).join(', ')} and ${names.length - 3} others`;
}
