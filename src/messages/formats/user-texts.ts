import { OptionText } from './option-text';
import { CATALOG } from '../../events/catalog';
import { ValidationError, show } from '../../validation/validation-error';
import type { EcsEventMessageOptions } from '../message-options';

/** The texts that are set. */
export function textsIn(options: Readonly<Record<string, string | undefined>>): OptionText[] {
  return Object.entries(options).flatMap(([prop, text]) => text === undefined ? [] : [new OptionText(prop, text)]);
}

/** A field of a user. */
export interface AdditionalField {
  readonly name: string;
  readonly value: OptionText;
}

/** The fields of a user, by name: a map of Java has another order in each run, and would change the template each time. */
export function additionalFieldsOf({ additionalFields }: EcsEventMessageOptions): AdditionalField[] {
  return Object.entries(additionalFields ?? {}).sort(([one], [other]) => one < other ? -1 : 1)
    .map(([name, value]) => ({ name, value: new OptionText(`additionalFields.${name}`, value) }));
}

/** What a message checks of the texts of its options. */
export interface TextChecks {
  /** The factory, for errors. */
  readonly factory: string;
  /** Characters that the message cannot have. */
  readonly unwanted: RegExp;
  /** What to do about them. */
  readonly resolution: string;
}

/**
 * Throws an error if a text is empty or contains something that is not allowed. Free-form text of an event is allowed in additional fields only: a reader must be able
 * to rely on the title, and everything else of the options is part of a longer string.
 */
export function checkTexts({ factory, unwanted, resolution }: TextChecks, options: EcsEventMessageOptions, texts: readonly OptionText[]): void {
  const fields = additionalFieldsOf(options);
  const names = fields.map(({ name }) => new OptionText('additionalFields', name));
  const { titlePrefix, runbook } = options;
  const fixed = [...textsIn({ titlePrefix, runbook }), ...texts];
  for (const { prop, text } of [...fixed, ...fields.map(({ value }) => value), ...names]) {
    if (typeof text !== 'string' || text === '') {
      throw new ValidationError({ prop, problem: `expected a text, got ${show(text)}`, resolution: 'Set a text, or omit it' }, factory);
    }
    if (unwanted.test(text)) {
      throw new ValidationError({ prop, problem: `got ${show(text)}`, resolution }, factory);
    }
  }
  for (const { prop, freeFormPath, structurePath } of fixed) {
    const path = freeFormPath ?? structurePath;
    if (path !== undefined) {
      throw new ValidationError({ prop, problem: `got $.${path}, which is ${freeFormPath ? 'free-form text' : 'a list or an object'}`, resolution: 'Use additionalFields' }, factory);
    }
  }
  const field = names.find(({ paths }) => paths.length > 0);
  if (field) {
    throw new ValidationError({ prop: 'additionalFields', problem: `got the event field $.${field.paths[0]} as a name`, resolution: 'Use event fields as values' }, factory);
  }
}

/** Throws an error for a field that the message may already have: otherwise, the value would depend on the event. */
export function checkReservedNames(factory: string, options: EcsEventMessageOptions): void {
  const reserved = new Set([...OWN_KEYS, ...CATALOG.flatMap(({ fields }) => fields.map(({ path }) => path))]);
  const taken = additionalFieldsOf(options).map(({ name }) => name).find((name) => reserved.has(name));
  if (taken !== undefined) {
    throw new ValidationError({ prop: 'additionalFields', problem: `got ${show(taken)}, a key that the message already has`, resolution: 'Rename the field' }, factory);
  }
}

/** What messages have in addition to the fields of `detail`. */
const OWN_KEYS = [
  'schemaVersion', 'summary', 'severity', 'id', 'detailType', 'source', 'account', 'region', 'time', 'resources', 'resource', 'failure', 'serviceArn', 'detail', 'ruleName', 'runbook', 'environment',
];
