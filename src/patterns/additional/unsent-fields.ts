import { Token } from 'aws-cdk-lib';
import type { Leaf } from './pattern-shape';
import { ADDITIONAL_PATTERN, isAbsence } from './pattern-shape';
import { resourceTypeOf } from './resource-type';
import { CATALOG } from '../../events/catalog';
import type { DetailTypeEntry } from '../../events/detail-type';
import type { Field } from '../../events/field';
import type { Filters, TextFilter } from '../../filters/any-filters';
import type { Finding } from '../../validation/findings/finding';
import { isLiteral, isLookupPlaceholder, isPlace } from '../../validation/names';
import { nearest } from '../../validation/nearest';
import { show } from '../../validation/validation-error';
import { starFindings, valueFindings } from '../unsent-values';

/** What EventBridge puts on every event. */
const ENVELOPE = ['version', 'id', 'detail-type', 'source', 'account', 'time', 'region', 'resources', 'replay-name'];

/**
 * Conditions on fields that events do not have, as far as AWS documents them or they were recorded, and on values that the fields do not have.
 *
 * Warnings, because AWS adds fields and values.
 */
export function unsentFindings(entry: DetailTypeEntry, filters: Filters, leaves: readonly Leaf[]): Finding[] {
  return leaves.flatMap((leaf) => findingsOf(entry, filters, leaf)
    .map((finding) => leaf.isAlternative ? { ...finding, message: finding.message.replace(/so the pattern (probably )?matches no events/, 'so this alternative of $or $1matches no events') } : finding));
}

function findingsOf(entry: DetailTypeEntry, filters: Filters, { path, matchers }: Leaf): Finding[] {
  const prop = `${ADDITIONAL_PATTERN}.${path}`;
  if (matchers.some(isAbsence)) {
    return absenceFindings(entry, prop, path, matchers);
  }
  // A command or a variable of a task can contain any text.
  const stars = path.startsWith('detail.overrides.') ? [] : starFindings(prop, matchers);
  if (stars.length > 0) {
    return stars;
  }
  if (path === 'resources') {
    return resourceFindings(entry, prop, matchers);
  }
  if (path === 'account' || path === 'region') {
    return placeFindings(prop, path, matchers);
  }
  if (!path.startsWith('detail.')) {
    return ENVELOPE.includes(path) ? [] : [neverSent(entry, prop, entry.fields.some((field) => field.path === path) ? `Use detail.${path}` : `An event has ${ENVELOPE.join(', ')} and detail`)];
  }
  const name = path.slice('detail.'.length);
  const field = entry.fields.find((each) => plain(each) === name);
  if (field) {
    return [...lackingFindings(entry, filters, prop, field), ...typeFindings(prop, field, matchers), ...valueFindings(entry, field, prop, matchers)];
  }
  return isBelowUnlisted(entry, name) ? [] : [neverSent(entry, prop, resolutionFor(entry, name))];
}

function neverSent(entry: DetailTypeEntry, prop: string, resolution: string): Finding {
  return {
    level: 'warning',
    id: 'cdk-ecs-event-rules:fieldNeverSent',
    message: `${prop}: neither AWS's documentation nor any recorded event of "${entry.detailType}" has this field, so the pattern probably matches no events. ${resolution}.`,
  };
}

function resolutionFor(entry: DetailTypeEntry, name: string): string {
  const meant = nearest(name, entry.fields.map(plain));
  const others = CATALOG.filter(({ fields }) => fields.some((field) => plain(field) === name)).map(({ detailType }) => show(detailType));
  const instead = /^service(Name|Arn)?$/.test(name) && entry.service ? 'Use services or serviceNames' : undefined;
  if (instead ?? meant) {
    return instead ?? `Check the spelling: detail.${meant} is a field of this event`;
  }
  return others.length > 0 ? `It is a field of ${others.join(' and ')}` : 'Check the spelling, or acknowledge the warning if the field is new';
}

/** Whether it is in an object whose fields are not listed. */
function isBelowUnlisted({ fields }: DetailTypeEntry, name: string): boolean {
  const [parent] = fields.filter((field) => isObject(field) && name.startsWith(`${plain(field)}.`)).sort((one, other) => other.path.length - one.path.length);
  return parent !== undefined && !fields.some((field) => field !== parent && plain(field).startsWith(`${plain(parent)}.`));
}

/** An event that the filters select lacks a field. */
function lackingFindings(entry: DetailTypeEntry, filters: Filters, prop: string, { alwaysWhen }: Field): Finding[] {
  const filter = `${alwaysWhen?.path}s`;
  const values = (filters as { readonly [name: string]: readonly TextFilter[] | undefined })[filter]?.map(({ value }) => value);
  const known = entry.fields.find(({ path }) => path === alwaysWhen?.path)?.values ?? [];
  const others = values?.filter((value) => value !== alwaysWhen!.value && known.includes(value)) ?? [];
  return values && others.length === values.length ? [{
    level: 'warning',
    id: 'cdk-ecs-event-rules:fieldNeverSent',
    message: `${prop}: events with ${alwaysWhen!.path} ${others.join(', ')} do not have this field, so the pattern matches no events. Use ${alwaysWhen!.value}, or omit the condition.`,
  }] : [];
}

/** A condition on the absence of a field is met by events that do not have it; of a field with objects, by every event. */
function absenceFindings({ fields }: DetailTypeEntry, prop: string, path: string, matchers: readonly unknown[]): Finding[] {
  return fields.some((field) => `detail.${plain(field)}` === path && isObject(field)) ? [onObject(prop, `${show(matchers)} matches every event`)] : [];
}

/** EventBridge flattens an event into the paths of its values, so a field that contains fields is not among them. */
function onObject(prop: string, effect: string): Finding {
  return {
    level: 'warning',
    id: 'cdk-ecs-event-rules:valueNeverSent',
    message: `${prop}: the field contains objects, and EventBridge compares only the fields in them, so ${effect}. Name a field in them.`,
  };
}

function isObject({ type }: Field): boolean {
  return type.startsWith('object');
}

/** Accounts and Regions in a form that they never have. */
function placeFindings(prop: string, path: 'account' | 'region', matchers: readonly unknown[]): Finding[] {
  const isPossible = (matcher: unknown) => typeof matcher === 'object' || (typeof matcher === 'string' && (!isLiteral(matcher) || isPlace(path, matcher)));
  const wrong = matchers.filter((matcher) => !isPossible(matcher));
  return wrong.length === 0 ? [] : [{
    level: 'warning',
    id: 'cdk-ecs-event-rules:valueNeverSent',
    message: `${prop}: the field contains ${path === 'account' ? 'an account id of 12 digits, as a string' : 'a Region such as eu-west-1'}, which ${show(wrong)} never equals. Use the filter ${path}s.`,
  }];
}

/** A text where the field has a number, and so on. */
function typeFindings(prop: string, field: Field, matchers: readonly unknown[]): Finding[] {
  if (isObject(field)) {
    return [onObject(prop, `${show(matchers)} matches no event`)];
  }
  const expected = field.type.replace('[]', '');
  const wrong = matchers.filter((matcher) => (typeof matcher !== 'object' && typeof matcher !== expected && !isUnknown(matcher))
    || (expected !== 'number' && matcher !== null && typeof matcher === 'object' && 'numeric' in matcher)
    || (expected !== 'string' && matcher !== null && typeof matcher === 'object' && ['prefix', 'suffix', 'equals-ignore-case'].some((kind) => kind in matcher)));
  return wrong.length === 0 ? [] : [{
    level: 'warning',
    id: 'cdk-ecs-event-rules:valueNeverSent',
    message: `${prop}: the field contains a ${expected}, which ${show(wrong)} never equals.`
      + ` ${expected === 'number' ? 'Write the number without quotes' : expected === 'boolean' ? 'Write true or false without quotes' : 'Write a text'}.`,
  }];
}

/** An ARN of something that is not in `resources` of these events. */
function resourceFindings(entry: DetailTypeEntry, prop: string, matchers: readonly unknown[]): Finding[] {
  const sent = new Set(entry.events.flatMap(({ samples }) => samples.flatMap(({ event }) => (event.resources ?? []).map(resourceTypeOf))));
  const wrong = matchers.map(resourceTypeOf).filter((type) => type !== undefined && sent.size > 0 && !sent.has(type));
  return wrong.length === 0 ? [] : [{
    level: 'warning',
    id: 'cdk-ecs-event-rules:valueNeverSent',
    message: `${prop}: resources of "${entry.detailType}" has the ARN of ${entry.resources}, not of a ${[...new Set(wrong)].join(' or ')}`
      + `${wrong.length === matchers.length ? ', so the pattern probably matches no events' : ''}. Use the filters of this pattern, such as clusters, which match the field that has the ARN.`,
  }];
}

/** A token, or a placeholder of a lookup: either may stand for a number too. */
function isUnknown(matcher: unknown): boolean {
  return Token.isUnresolved(matcher) || isLookupPlaceholder(matcher);
}

function plain({ path }: Field): string {
  return path.replaceAll('[]', '');
}
