import type { Placeholder } from './input-template';
import { isFunction } from './check-function-input';
import type { JudgedTarget } from './checked-target';
import { doubtful, wrong } from './checked-target';
import type { Judgement } from '../../delivery/finding';

/** Values that the event may lack, and values that break the JSON around them. */
export function judgeValues(target: JudgedTarget): Judgement[] {
  return target.template?.placeholders.flatMap((placeholder) => [...judgePresence(target, placeholder), ...judgeQuotes(target, placeholder)]) ?? [];
}

/**
 * A value that the event lacks. AWS says that EventBridge leaves nothing of it, and an empty string was seen: nothing may depend on either, so as a value of
 * its own in JSON it is refused. Inside of quotes it leaves a gap and the JSON stays whole, which is often meant: only what no event ever has is worth a word.
 */
function judgePresence(target: JudgedTarget, { path, isQuoted }: Placeholder): Judgement[] {
  const { template, fields } = target;
  if (path === undefined) {
    return [];
  }
  const isOwnValue = !isQuoted && template!.isStructured;
  const [lackedBy, perhapsLackedBy] = isOwnValue ? [fields.lackedBy(path), fields.perhapsLackedBy(path)] : [[], []];
  if (lackedBy.length > 0) {
    return [wrong(target,
      `${path} stands in JSON as a value of its own, but ${inWords(lackedBy)}, which the rule hears, may lack it: then it may be no JSON, and its reader drops it`,
      'Ask for events that have it, put it into a longer string, or leave it out')];
  }
  if (fields.isNeverSent(path)) {
    return [doubtful(target, 'cdk-ecs-event-rules:fieldNeverSent',
      `no event that the rule hears has ${path}, as far as AWS documents them, so there is never a value. Check its spelling, or leave it out.`)];
  }
  return perhapsLackedBy.length === 0 ? [] : [doubtful(target, 'cdk-ecs-event-rules:fieldMayBeAbsent',
    `${path} stands in JSON as a value of its own, and AWS does not say that ${inWords(perhapsLackedBy)} always has it: without it the message may be no JSON,`
    + ' and its reader drops it. Ask for it in the pattern, put it into a longer string, or leave it out.')];
}

/** EventBridge puts a value between quotes as it is. That may be as it should, unless the reader takes nothing but JSON. */
function judgeQuotes(target: JudgedTarget, { name, path, isQuoted }: Placeholder): Judgement[] {
  const { template, fields } = target;
  const isOpenText = path !== undefined && fields.isOpenText(path);
  const isStructure = path === undefined ? STRUCTURES.includes(name) : fields.isStructure(path);
  const isText = typeof template!.document === 'string' && isFunction(target.destination);
  const what = isOpenText ? 'open text, and a quote or a line break in it' : 'a list or an object, and a quote in it';
  return !isQuoted || !(template!.isStructured ? isOpenText || isStructure : isOpenText && isText) ? [] : [
    doubtful(target, 'cdk-ecs-event-rules:valueInQuotes',
      `${path ?? `<${name}>`} stands in a quoted string of JSON. It is ${what} makes that no JSON, which its reader drops. Make it a value of its own.`),
  ];
}

/** What EventBridge fills in by itself and does not escape. */
const STRUCTURES = ['aws.events.event', 'aws.events.event.json'];

/** The first few of a list. */
function inWords(names: readonly string[]): string {
  return names.length <= 4 ? names.join(', ') : `${names.slice(0, 3).join(', ')} and ${names.length - 3} others`;
}
