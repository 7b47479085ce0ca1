import { CATALOG } from '../../events/catalog';
import { ValidationError, show } from '../../validation/validation-error';
import type { EcsEventMessageOptions } from '../message-options';

/** A text of a user, with the prop that holds it. */
export type OptionText = readonly [prop: string, text: string];

/** The texts that are set. */
export function textsIn(options: Readonly<Record<string, string | undefined>>): OptionText[] {
  return Object.entries(options).filter((option): option is [string, string] => option[1] !== undefined);
}

/** The fields of a user, by name: a map of Java has another order in each run, and would change the template each time. */
export function additionalFieldsOf({ additionalFields }: EcsEventMessageOptions): [string, string][] {
  return Object.entries(additionalFields ?? {}).sort(([one], [other]) => one < other ? -1 : 1);
}

/** The texts of a user that every message takes. */
export function textsOf(options: EcsEventMessageOptions): OptionText[] {
  const { titlePrefix, runbook } = options;
  return [
    ...textsIn({ titlePrefix, runbook }),
    ...additionalFieldsOf(options).flatMap(([name, value]): OptionText[] => [['additionalFields', name], [`additionalFields.${name}`, value]]),
  ];
}

/** Fails if a text is empty or has something in it that must not be there. */
export function rejectTexts(factory: string, texts: readonly OptionText[], unwanted: RegExp, resolution: string): void {
  for (const [prop, text] of texts) {
    if (typeof text !== 'string' || text === '') {
      throw new ValidationError({ prop, problem: `found ${show(text)}`, resolution: 'Give it a text, or leave it out' }, factory);
    }
    if (unwanted.test(text)) {
      throw new ValidationError({ prop, problem: `found ${show(text)}`, resolution }, factory);
    }
  }
}

/** Fails for a field that the message may have by itself: which one a reader would get depended on the event. */
export function rejectReservedNames(factory: string, options: EcsEventMessageOptions): void {
  const reserved = new Set([...OWN_KEYS, ...CATALOG.flatMap(({ fields }) => fields.map(({ path }) => path))]);
  const taken = additionalFieldsOf(options).map(([name]) => name).find((name) => reserved.has(name));
  if (taken !== undefined) {
    throw new ValidationError({ prop: 'additionalFields', problem: `found ${show(taken)}, a key that the message has itself`, resolution: 'Give the field another name' }, factory);
  }
}

/** What messages have beside the fields of `detail`. */
const OWN_KEYS = [
  'schemaVersion', 'summary', 'id', 'detailType', 'source', 'account', 'region', 'time', 'resources', 'resource', 'serviceArn', 'ruleName', 'runbook', 'environment',
];
