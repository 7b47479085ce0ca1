import { detailTypesOf } from '../events/catalog';
import type { DetailTypeEntry } from '../events/detail-type';
import type { Field } from '../events/field';
import type { FilterName, Filters, TextFilter } from '../filters/any-filters';
import type { Finding } from '../validation/findings/finding';
import { isLiteral } from '../validation/names';
import { nearest } from '../validation/nearest';
import { show } from '../validation/validation-error';

/** The filters on fields whose values are known, by the name of the field. */
const FILTERS: { readonly [field: string]: readonly FilterName[] } = {
  eventName: ['eventNames', 'excludedEventNames'],
  eventType: ['eventTypes'],
  failureType: ['failureTypes'],
  lifecycleStage: ['lifecycleStages'],
  hookType: ['hookTypes'],
  overallStatus: ['overallStatuses'],
  status: ['statuses'],
  lastStatus: ['lastStatuses'],
  stopCode: ['stopCodes', 'excludedStopCodes'],
  stoppedReason: ['stoppedReasons'],
  launchType: ['launchTypes'],
};

/** The filters whose values are prefixes of free-form text. */
const PREFIX_FILTERS: readonly FilterName[] = ['reasons', 'excludedReasons', 'stoppedReasons', 'excludedStoppedReasons', 'containerReasons'];

/** Values in filters that are not known, with those that were probably meant. Warnings, because AWS adds values. */
export function filterValueFindings(entry: DetailTypeEntry, filters: Filters): Finding[] {
  const findingsOf = (field: Field, filter: FilterName) => ((filters[filter] ?? []) as TextFilter[]).flatMap(({ value }, i) =>
    valueFindings(entry, field, `${filter}[${i}]`, [field.freeFormText ? { prefix: value } : value]));
  const prefixesOf = (filter: FilterName) => ((filters[filter] ?? []) as TextFilter[])
    .flatMap(({ value: prefix }, i) => starFindings(`${filter}[${i}]`, [{ prefix }]));
  return [
    ...entry.fields.flatMap((field) => (FILTERS[field.path] ?? []).flatMap((filter) => findingsOf(field, filter))),
    ...PREFIX_FILTERS.flatMap(prefixesOf),
  ];
}

/** A `*` where it is not a wildcard. Names and ARNs never contain it. */
export function starFindings(prop: string, matchers: readonly unknown[]): Finding[] {
  const hasStar = (matcher: unknown) => {
    const { prefix, suffix, 'equals-ignore-case': text = matcher } = Object(matcher) as { readonly [kind: string]: unknown };
    return (isLiteral(prefix) && prefix.endsWith('*')) || (isLiteral(suffix) && suffix.startsWith('*')) || (isLiteral(text) && text.includes('*'));
  };
  const found = matchers.filter(hasStar);
  return found.length === 0 ? [] : [{
    level: 'warning',
    id: 'cdk-ecs-event-rules:valueNeverSent',
    message: `${prop}: EventBridge compares the * in ${show(found)} with the character, not as a wildcard, so the value probably never occurs. Use a prefix or a suffix without *.`,
  }];
}

/** Values that a field is not known to have. */
export function valueFindings(entry: DetailTypeEntry, field: Field, prop: string, matchers: readonly unknown[]): Finding[] {
  const texts = matchers.filter(isLiteral);
  const known = field.path === 'eventName' ? entry.events.flatMap(({ name }) => name ?? []) : field.values ?? [];
  return [
    ...known.length === 0 ? [] : texts.filter((text) => !known.includes(text)).map((text) => unknownValue(entry, prop, text, known)),
    ...field.freeFormText ? [...sentenceFindings(entry, field, prop, texts), ...containerReasonFindings(field, prop, matchers)] : [],
  ];
}

function unknownValue(entry: DetailTypeEntry, prop: string, text: string, known: readonly string[]): Finding {
  const meant = nearest(text, known);
  const senders = entry.fields.some(({ path }) => path === 'eventName') ? detailTypesOf(text).map(({ detailType }) => show(detailType)) : [];
  return {
    level: 'warning',
    id: 'cdk-ecs-event-rules:valueNeverSent',
    message: `${prop}: neither AWS's documentation nor any recorded event of "${entry.detailType}" has the value ${show(text)}.`
      + ` ${senders.length > 0 ? `It is an event of ${senders.join(' and ')}` : meant === undefined ? `Known values are ${known.join(', ')}` : `Check the spelling: ${meant} is a known value`}. Acknowledge the warning if the value is new.`,
  };
}

/** A word where every known text is a sentence. */
function sentenceFindings(entry: DetailTypeEntry, { path }: Field, prop: string, texts: readonly string[]): Finding[] {
  const samples = entry.events.flatMap((event) => event.samples.map(({ event: { detail } }) => detail[path])).filter((text) => typeof text === 'string');
  const words = texts.filter(isWord);
  return words.length === 0 || samples.length === 0 || samples.some(isWord) ? [] : [{
    level: 'warning',
    id: 'cdk-ecs-event-rules:valueNeverSent',
    message: `${prop}: the field contains whole sentences, such as ${show(samples[0])}, which ${show(words)} never equals. Use a prefix.`,
  }];
}

/** A reason that usually is that of a container, not of its task. */
function containerReasonFindings({ path }: Field, prop: string, matchers: readonly unknown[]): Finding[] {
  const found = path === 'stoppedReason' && matchers.some((matcher) => {
    const text = typeof matcher === 'string' ? matcher : (matcher as { readonly prefix?: unknown } | null)?.prefix;
    return typeof text === 'string' && text.startsWith('OutOfMemory');
  });
  return found ? [{
    level: 'warning',
    id: 'cdk-ecs-event-rules:valueNeverSent',
    message: `${prop}: OutOfMemoryError is usually the reason of a container, not of its task. Use containerReasons with ContainerReason.OUT_OF_MEMORY, which matches both.`,
  }] : [];
}

function isWord(text: string): boolean {
  return text !== '' && !/\s/.test(text);
}
