import { FieldCondition } from './condition';
import type { ExactValue, PrefixValue, Value } from './values';
import { covers, except, exact, minimal, prefix } from './values';
import type { DetailTypeEntry } from '../../events/detail-type';
import type { Field } from '../../events/field';
import type { FilterName, Filters, TextFilter } from '../../filters/any-filters';
import { exclusionList, filterList } from '../../validation/lists';
import { ValidationError, show } from '../../validation/validation-error';

/** A filter on a field of its own: the plural of AWS's name of the field. */
interface FieldFilter {
  readonly field: string;
  readonly include: FilterName;
  readonly exclude?: FilterName;
  /** Open text is matched by how it begins, because only its beginning is documented. */
  readonly freeFormText?: boolean;
}

const FIELD_FILTERS: readonly FieldFilter[] = [
  { field: 'eventName', include: 'eventNames', exclude: 'excludedEventNames' },
  { field: 'eventType', include: 'eventTypes' },
  { field: 'failureType', include: 'failureTypes' },
  { field: 'reason', include: 'reasons', exclude: 'excludedReasons', freeFormText: true },
  { field: 'lifecycleStage', include: 'lifecycleStages' },
  { field: 'hookType', include: 'hookTypes' },
  { field: 'overallStatus', include: 'overallStatuses' },
  { field: 'status', include: 'statuses' },
  { field: 'lastStatus', include: 'lastStatuses' },
  { field: 'stopCode', include: 'stopCodes' },
  { field: 'stoppedReason', include: 'stoppedReasons', freeFormText: true },
  { field: 'launchType', include: 'launchTypes' },
];

/** What the filters ask of the fields that hold a text of AWS's, such as the name of an event. */
export function textConditions(entry: DetailTypeEntry, filters: Filters): FieldCondition[] {
  return FIELD_FILTERS.flatMap((filter) => textCondition(entry, filter, filters) ?? []);
}

function textCondition(entry: DetailTypeEntry, filter: FieldFilter, filters: Filters): FieldCondition | undefined {
  const { field: path, include, exclude, freeFormText } = filter;
  const field = entry.fields.find((candidate) => candidate.path === path);
  if (!field) {
    return undefined;
  }
  const matcher = (value: string) => (freeFormText ? prefix : exact)(value);
  const included = filterList(include, filters[include] as TextFilter[] | undefined)?.map((value, i) => matcher(textOf(field, `${include}[${i}]`, value)));
  const excluded = exclude ? exclusionList(exclude, filters[exclude] as TextFilter[] | undefined).map((value, i) => matcher(textOf(field, `${exclude}[${i}]`, value))) : [];
  if (included) {
    return new FieldCondition(`detail.${path}`, subtract(filter, included, excluded), true);
  }
  if (excluded.length === 0) {
    return undefined;
  }
  const list = minimal(excluded);
  const texts = list.map(writtenText);
  const values = except(list, freeFormText ? { prefix: texts.length === 1 ? texts[0] : texts } : texts as never, !field.always);
  return new FieldCondition(`detail.${path}`, values, true);
}

/** A field takes one list, so what is left after the exclusion is computed here. */
function subtract(
  { include, exclude }: FieldFilter,
  included: readonly (ExactValue | PrefixValue)[],
  excluded: readonly (ExactValue | PrefixValue)[],
): Value[] {
  const left = minimal(included).filter((value) => !excluded.some((out) => covers(out, value)));
  const narrower = excluded.find((out) => left.some((value) => covers(value, out)));
  if (narrower) {
    throw new ValidationError({
      prop: exclude!,
      problem: `found ${show(writtenText(narrower))}, which is a part of what ${include} includes`,
      resolution: `EventBridge cannot ask for a beginning and against a longer one of the same field: name in ${include} what you want, or use ${exclude} alone`,
    });
  }
  if (left.length === 0) {
    throw new ValidationError({
      prop: exclude!,
      problem: `it excludes everything that ${include} includes, found ${show(included.map(writtenText))}`,
      resolution: 'Nothing is left that could match: remove the value from one of the two',
    });
  }
  return left;
}

/** The text as the user wrote it. */
function writtenText({ kind, matcher }: ExactValue | PrefixValue): string {
  return (kind === 'exact' ? matcher : (matcher as { readonly prefix: string }).prefix) as string;
}

/** The text of a value class. JavaScript and Python let anything through, so it is looked at here. */
export function textOf(field: Field, prop: string, value: TextFilter): string {
  if (typeof value?.value !== 'string') {
    throw new ValidationError({ prop, problem: `expected a value of the library, found ${show(value)}`, resolution: 'Use a member of the class that the filter names, or its of() or prefix()' });
  }
  const meant = field.values?.find((known) => known !== value.value && known.toLowerCase() === value.value.toLowerCase());
  if (meant) {
    throw new ValidationError({ prop, problem: `found ${show(value.value)}, which AWS spells ${show(meant)}`, resolution: 'EventBridge compares letter by letter, so this would never match: use AWS\'s spelling' });
  }
  return value.value;
}
