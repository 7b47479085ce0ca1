import * as fc from '../random';
import type { Grammar } from './grammar';
import { IN_ANY_CASE } from './grammar';
import { CATALOG } from '../../src/events/catalog';

const SAMPLES = CATALOG.flatMap(({ events }) => events.flatMap(({ samples }) => samples.map(({ event }) => event)));

/** A matcher that is about a value: equal to it, near to it, or against it. */
function about(value: unknown): fc.Arbitrary<unknown> {
  if (typeof value === 'string') {
    return fc.constantFrom<unknown>(value, { prefix: value.slice(0, 12) }, { suffix: value.slice(-6) }, { 'anything-but': value }, { 'anything-but': [value, 'x'] },
      { exists: true }, { exists: false }, { [IN_ANY_CASE]: value.toUpperCase() }, { 'anything-but': { prefix: value.slice(0, 3) || 'x' } },
      { wildcard: value.replace(/[*\\]/g, '').replace(/[:/-]/, '*') }, 'x');
  }
  return typeof value === 'number' ? fc.constantFrom<unknown>(value, { numeric: ['>', value - 1] }, { 'anything-but': value }, 0) : fc.constantFrom<unknown>({ exists: true }, { exists: false });
}

/** Some of the fields of an event, each with a matcher or two about its value. */
function partOf(object: object, depth: number): fc.Arbitrary<Record<string, unknown>> {
  const fields = Object.entries(object).map(([field, value]): [string, fc.Arbitrary<unknown>] => {
    const element = Array.isArray(value) ? value[0] : value;
    return typeof element === 'object' && element !== null && depth > 0
      ? [field, partOf(element, depth - 1)]
      : [field, fc.array(about(element), { minLength: 1, maxLength: 2 })];
  });
  return fc.subarray(fields, { minLength: Math.min(1, fields.length), maxLength: Math.min(4, fields.length) })
    .chain((chosen) => fc.record(Object.fromEntries(chosen)))
    .map((part) => Object.fromEntries(Object.entries(part as object).filter(([, value]) => Object.keys(value as object).length > 0)));
}

const ECS_PATTERN = fc.constantFrom(...SAMPLES)
  .chain((sample) => fc.tuple(partOf(sample, 2), fc.option(fc.array(partOf(sample.detail, 1), { minLength: 2, maxLength: 3 }), { freq: 3 })))
  .map(([part, $or]) => ({ source: ['aws.ecs'], ...part, ...$or && { detail: { ...part.detail as object, $or } } }));

/** Values that a changed field gets. */
const VALUE = fc.constantFrom<unknown>('', 'x', 'prod', 'RESOURCE:CPU', 'STOPPED', '10.0.0.1', 0, 1, 137, -1, 0.5, true, false, null);
const REASON = fc.constantFrom('OutOfMemoryError: x', 'x');
const CONTAINERS = fc.array(fc.record({ exitCode: fc.constantFrom(0, 1, 137), name: fc.constantFrom('web', 'log'), reason: REASON }, { requiredKeys: ['name'] }), { maxLength: 3 });

/** A sample with a few values changed or taken away, and other containers. */
const ECS_EVENT = fc.constantFrom(...SAMPLES).chain((sample) => fc.record({
  account: fc.constantFrom(sample.account, '999999999999'),
  gone: fc.subarray(Object.keys(sample.detail), { maxLength: 2 }),
  changed: fc.subarray(Object.keys(sample.detail), { maxLength: 2 }),
  value: VALUE,
  containers: fc.option(CONTAINERS),
}).map(({ account, gone, changed, value, containers }) => ({
  ...sample,
  account,
  detail: Object.fromEntries(Object.entries(sample.detail).filter(([field]) => !gone.includes(field))
    .map(([field, old]) => [field, changed.includes(field) ? value : field === 'containers' && containers ? containers : old])),
})));

/** Patterns about the fields of sample events, and such events with something changed. */
export const ECS_GRAMMAR: Grammar = { name: 'a pattern about Amazon ECS', pattern: ECS_PATTERN, event: ECS_EVENT };
