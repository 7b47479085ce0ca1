import { FieldCondition } from './condition';
import type { ExactValue, PrefixValue, Value } from './values';
import { covers, except, exact, minimal, prefix } from './values';
import type { DetailTypeEntry } from '../../events/detail-type';
import type { Field } from '../../events/field';
import type { FilterName, Filters, TextFilter } from '../../filters/any-filters';
import { checkMember } from '../../filters/value-class';
import { exclusionList, filterList } from '../../validation/lists';
import { ValidationError, show } from '../../validation/validation-error';

/** A filter on one field, named after the plural of AWS's name of the field. */
export interface FieldFilter {
  readonly field: string;
  readonly include: FilterName;
  readonly exclude?: FilterName;
  /** The class of the values; by detail type where they differ. */
  readonly valueClass: string | { readonly [detailType: string]: string };
  /** Free-form text is matched by prefix, because only its beginning is documented. */
  readonly freeFormText?: boolean;
}

const EVENT_CLASSES = {
  'ECS Daemon Service Action': 'DaemonServiceEvent',
  'ECS Daemon Deployment State Change': 'DaemonDeploymentEvent',
  'ECS Service Action': 'ServiceActionEvent',
  'ECS Deployment State Change': 'ServiceDeploymentEvent',
  'ECS Hook State Change': 'HookEvent',
};

const REASON_CLASSES = {
  'ECS Daemon Service Action': 'FailureReason',
  'ECS Service Action': 'FailureReason',
  'ECS Deployment State Change': 'DeploymentReason',
};

const FIELD_FILTERS: readonly FieldFilter[] = [
  { field: 'eventName', include: 'eventNames', exclude: 'excludedEventNames', valueClass: EVENT_CLASSES },
  { field: 'eventType', include: 'eventTypes', valueClass: 'ServiceActionEventType' },
  { field: 'failureType', include: 'failureTypes', valueClass: 'DaemonTaskFailureType' },
  { field: 'reason', include: 'reasons', exclude: 'excludedReasons', freeFormText: true, valueClass: REASON_CLASSES },
  { field: 'lifecycleStage', include: 'lifecycleStages', valueClass: 'HookLifecycleStage' },
  { field: 'hookType', include: 'hookTypes', valueClass: 'HookType' },
  { field: 'overallStatus', include: 'overallStatuses', valueClass: 'ContainerInstanceHealthStatus' },
  { field: 'status', include: 'statuses', valueClass: 'ContainerInstanceStatus' },
  { field: 'lastStatus', include: 'lastStatuses', valueClass: 'TaskLastStatus' },
  { field: 'stopCode', include: 'stopCodes', exclude: 'excludedStopCodes', valueClass: 'TaskStopCode' },
  { field: 'launchType', include: 'launchTypes', valueClass: 'TaskLaunchType' },
];

/** The conditions on fields that contain a value that AWS defines, such as the name of an event. */
export function textConditions(entry: DetailTypeEntry, filters: Filters): FieldCondition[] {
  return FIELD_FILTERS.flatMap((filter) => textCondition(entry, filter, filters) ?? []);
}

/** The condition of one filter on its field. */
export function textCondition(entry: DetailTypeEntry, filter: FieldFilter, filters: Filters): FieldCondition | undefined {
  const { field: path, include, exclude, freeFormText } = filter;
  const field = entry.fields.find((candidate) => candidate.path === path);
  if (!field) {
    return undefined;
  }
  const valueClass = typeof filter.valueClass === 'string' ? filter.valueClass : filter.valueClass[entry.detailType];
  const matcher = (value: string) => (freeFormText ? prefix : exact)(value);
  const included = filterList(include, filters[include] as TextFilter[] | undefined)?.map((value, i) => matcher(textOf(field, `${include}[${i}]`, value, valueClass)));
  const excluded = exclude ? exclusionList(exclude, filters[exclude] as TextFilter[] | undefined).map((value, i) => matcher(textOf(field, `${exclude}[${i}]`, value, valueClass))) : [];
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
export function subtract(
  { include, exclude }: Pick<FieldFilter, 'include' | 'exclude'>,
  included: readonly (ExactValue | PrefixValue)[],
  excluded: readonly (ExactValue | PrefixValue)[],
): Value[] {
  const left = minimal(included).filter((value) => !excluded.some((out) => covers(out, value)));
  const narrower = excluded.find((out) => left.some((value) => covers(value, out)));
  if (narrower) {
    throw new ValidationError({
      prop: exclude!,
      problem: `it is part of what ${include} includes, got ${show(writtenText(narrower))}`,
      resolution: `EventBridge cannot combine a prefix with the exclusion of a longer one: use longer prefixes in ${include}, or ${exclude} alone`,
    });
  }
  if (left.length === 0) {
    throw new ValidationError({
      prop: exclude!,
      problem: `it excludes everything that ${include} includes, got ${show(included.map(writtenText))}`,
      resolution: 'No event would match. Remove the value from one of the two',
    });
  }
  return left;
}

/** The text as the user wrote it. */
function writtenText({ kind, matcher }: ExactValue | PrefixValue): string {
  return (kind === 'exact' ? matcher : (matcher as { readonly prefix: string }).prefix) as string;
}

/** The text of a value class. JavaScript and Python accept anything, so it is checked here. */
export function textOf(field: Field, prop: string, value: TextFilter, valueClass: string): string {
  checkMember(prop, value, valueClass);
  const meant = field.values?.find((known) => known !== value.value && known.toLowerCase() === value.value.toLowerCase());
  if (meant) {
    throw new ValidationError({ prop, problem: `AWS spells it ${show(meant)}, got ${show(value.value)}`, resolution: 'The comparison is case-sensitive, so no event would match: use the spelling of AWS' });
  }
  return value.value;
}
