import { Token } from 'aws-cdk-lib';
import type { Condition } from './condition';
import { FieldCondition } from './condition';
import type { Environment } from './environment';
import { arnKey, ecsArn } from './environment';
import type { FilterName, Filters, TextFilter } from './filters';
import { PairCondition } from './pair-condition';
import type { ExactValue, PrefixValue, Value } from './values';
import { covers, except, exact, minimal, prefix } from './values';
import type { DetailTypeEntry, Field } from '../events/detail-type';
import { ExitCode } from '../filters/exit-code';
import type { HealthCheck } from '../filters/health-check';
import { ServiceActionEventType } from '../filters/service-action-event-type';
import { InputError, show } from '../validation/input-error';
import { exclusionList, filterList } from '../validation/lists';
import { checkEcsName } from '../validation/names';

/** A filter on a field of its own: the plural of AWS's name of the field. */
interface FieldFilter {
  readonly field: string;
  readonly include: FilterName;
  readonly exclude?: FilterName;
  /** Open text is matched by how it begins, because only its beginning is documented. */
  readonly openText?: boolean;
}

const FIELD_FILTERS: readonly FieldFilter[] = [
  { field: 'eventName', include: 'eventNames', exclude: 'excludedEventNames' },
  { field: 'failureType', include: 'failureTypes' },
  { field: 'reason', include: 'reasons', exclude: 'excludedReasons', openText: true },
  { field: 'lifecycleStage', include: 'lifecycleStages' },
  { field: 'hookType', include: 'hookTypes' },
  { field: 'overallStatus', include: 'overallStatuses' },
  { field: 'status', include: 'statuses' },
  { field: 'lastStatus', include: 'lastStatuses' },
  { field: 'stopCode', include: 'stopCodes' },
  { field: 'stoppedReason', include: 'stoppedReasons', openText: true },
  { field: 'launchType', include: 'launchTypes' },
];

/** What the filters ask of single fields of the event. */
export function fieldConditions(entry: DetailTypeEntry, filters: Filters, places: readonly Environment[]): Condition[] {
  return [
    ...FIELD_FILTERS.flatMap((filter) => textCondition(entry, filter, filters) ?? []),
    ...eventTypeCondition(filters),
    ...agentCondition(filters),
    ...familyCondition(filters, places),
    ...exitCodeCondition(filters),
    ...healthCheckCondition(entry, filters),
  ];
}

function textCondition(entry: DetailTypeEntry, filter: FieldFilter, filters: Filters): FieldCondition | undefined {
  const { field: path, include, exclude, openText } = filter;
  const field = entry.fields.find((candidate) => candidate.path === path);
  if (!field) {
    return undefined;
  }
  const matcher = (value: string) => (openText ? prefix : exact)(value, value, Token.isUnresolved(value));
  const included = filterList(include, filters[include] as TextFilter[] | undefined)?.map((value, i) => matcher(text(field, `${include}[${i}]`, value)));
  const excluded = exclude ? exclusionList(exclude, filters[exclude] as TextFilter[] | undefined).map((value, i) => matcher(text(field, `${exclude}[${i}]`, value))) : [];
  if (included) {
    return new FieldCondition(`detail.${path}`, subtract(filter, included, excluded), true);
  }
  if (excluded.length === 0) {
    return undefined;
  }
  const list = minimal(excluded);
  const texts = list.map(({ key }) => key);
  const values = except(list, openText ? { prefix: texts.length === 1 ? texts[0] : texts } : texts as never, !field.always);
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
    throw new InputError({
      prop: exclude!,
      problem: `found ${show(narrower.key)}, which is a part of what ${include} includes`,
      wayOut: `EventBridge cannot ask for a beginning and against a longer one of the same field: name in ${include} what you want, or use ${exclude} alone`,
    });
  }
  if (left.length === 0) {
    throw new InputError({
      prop: exclude!,
      problem: `it excludes everything that ${include} includes, found ${show(included.map(({ key }) => key))}`,
      wayOut: 'Nothing is left that could match: remove the value from one of the two',
    });
  }
  return left;
}

/** The text of a value class. JavaScript and Python let anything through, so it is looked at here. */
function text(field: Field, prop: string, value: TextFilter): string {
  if (typeof value?.value !== 'string') {
    throw new InputError({ prop, problem: `expected a value of the library, found ${show(value)}`, wayOut: 'Use a member of the class that the filter names, or its of() or prefix()' });
  }
  const meant = field.values?.find((known) => known !== value.value && known.toLowerCase() === value.value.toLowerCase());
  if (meant) {
    throw new InputError({ prop, problem: `found ${show(value.value)}, which AWS spells ${show(meant)}`, wayOut: 'EventBridge compares letter by letter, so this would never match: use AWS\'s spelling' });
  }
  return value.value;
}

function eventTypeCondition(filters: Filters): FieldCondition[] {
  const types = filterList('eventTypes', filters.eventTypes);
  types?.forEach((type, i) => {
    if (!Object.values(ServiceActionEventType).includes(type)) {
      throw new InputError({
        prop: `eventTypes[${i}]`,
        problem: `expected one of ${Object.values(ServiceActionEventType).join(', ')}, found ${show(type)}`,
        wayOut: 'Service events spell it WARN; WARNING occurs in daemon events only',
      });
    }
  });
  return types ? [new FieldCondition('detail.eventType', minimal(types.map((type) => exact(type))), true)] : [];
}

function agentCondition({ agentConnected }: Filters): FieldCondition[] {
  if (agentConnected === undefined || agentConnected === null) {
    return [];
  }
  if (typeof agentConnected !== 'boolean') {
    throw new InputError({ prop: 'agentConnected', problem: `expected true or false, found ${show(agentConnected)}`, wayOut: 'The event carries a boolean, which a string never equals' });
  }
  return [new FieldCondition('detail.agentConnected', [exact(agentConnected)], true)];
}

function familyCondition(filters: Filters, places: readonly Environment[]): FieldCondition[] {
  const families = filterList('taskDefinitionFamilies', filters.taskDefinitionFamilies)?.map((family, i) => checkEcsName(`taskDefinitionFamilies[${i}]`, family));
  // With the colon before the revision: without it, `web` would match `web-admin` too.
  const values = families?.map((family) => `task-definition/${family}:`).flatMap((resource) => places.map((place) =>
    prefix(ecsArn(place, resource), arnKey(place, resource))));
  return values ? [new FieldCondition('detail.taskDefinitionArn', minimal(values), true)] : [];
}

function exitCodeCondition(filters: Filters): FieldCondition[] {
  const codes = filterList('exitCodes', filters.exitCodes);
  codes?.forEach((code, i) => {
    if (!(code instanceof ExitCode)) {
      throw new InputError({ prop: `exitCodes[${i}]`, problem: `expected an ExitCode, found ${show(code)}`, wayOut: 'Use ExitCode.nonZero() or ExitCode.of(code)' });
    }
  });
  const values = codes?.flatMap(({ code }) => code === undefined ? except([exact(0)], [0] as never, false) : [exact(code)]);
  // A task has several containers: two lists could both match it.
  return values ? [new FieldCondition('detail.containers.exitCode', minimal<Value>(values), false)] : [];
}

function healthCheckCondition(entry: DetailTypeEntry, filters: Filters): PairCondition[] {
  const checks = filterList('healthChecks', filters.healthChecks as HealthCheck[] | undefined);
  const half = (check: HealthCheck, i: number, name: 'type' | 'status') =>
    exact(text(entry.fields.find(({ path }) => path === `healthChecks[].${name}`)!, `healthChecks[${i}].${name}`, check[name]));
  const pairs = checks?.map((check, i) => ({ first: half(check, i, 'type'), second: half(check, i, 'status') }));
  // An instance has several health checks: two lists could both match it.
  return pairs ? [new PairCondition({ place: 'detail.healthChecks', first: 'type', second: 'status', single: false }, pairs)] : [];
}
