import { matches } from './matches';
import { EventPattern } from '../../../src/engine/matcher/event-pattern';
import { IndexedEvent } from '../../../src/engine/matcher/indexed-event';
import { mismatchOf } from '../../../src/engine/matcher/mismatch';
import { CATALOG } from '../../../src/events/catalog';
import * as fc from '../../random';

const SAMPLES = CATALOG.flatMap(({ events }) => events.flatMap(({ samples }) => samples.map(({ event }) => event)));
const scalar = fc.oneof(fc.string(), fc.integer(), fc.double({ noNaN: true, noDefaultInfinity: true }), fc.boolean(), fc.constant(null));
const text = fc.string({ unit: 'grapheme-ascii' });

test('a value matches itself', () => {
  fc.assert(fc.property(scalar, (value) => matches({ a: [value] }, { a: value })));
});

test('anything-but is the opposite of the value for every leaf', () => {
  fc.assert(fc.property(text, scalar, (excluded, value) => matches({ a: [{ 'anything-but': excluded }] }, { a: value }) !== (value === excluded)));
});

test('a text has each of its beginnings as prefix and each of its ends as suffix', () => {
  fc.assert(fc.property(text, fc.nat(), (value, at) => {
    const cut = at % (value.length + 1);
    expect(matches({ a: [{ prefix: value.slice(0, cut) }], b: [{ suffix: value.slice(cut) }] }, { a: value, b: value })).toBe(true);
  }));
});

test('a wildcard for any part of a text matches it', () => {
  fc.assert(fc.property(text, text, text, (start, middle, end) => {
    const escape = (part: string) => part.replace(/[*\\]/g, '\\$&');
    expect(matches({ a: [{ wildcard: `${escape(start)}*${escape(end)}` }] }, { a: start + middle + end })).toBe(true);
  }));
});

test('presence and absence exclude each other', () => {
  const isThere = (exists: boolean, value: unknown) => matches({ a: [{ exists }] }, { a: value });
  fc.assert(fc.property(fc.jsonValue(), (value) => isThere(true, value) !== isThere(false, value)));
});

test('an ECS event matches the pattern of all its own strings, and no longer when one of them changes', () => {
  const list = (value: unknown): unknown => (Array.isArray(value) || typeof value !== 'object' ? undefined : Object.fromEntries(
    Object.entries(value as object).flatMap(([key, inner]) => (typeof inner === 'string' ? [[key, [inner]]] : [])),
  ));
  fc.assert(fc.property(fc.constantFrom(...SAMPLES), fc.nat(), (sample, at) => {
    const pattern = { ...list(sample) as object, detail: list(sample.detail) };
    expect(matches(pattern, sample)).toBe(true);
    const fields = Object.keys(pattern.detail as object);
    const field = fields[at % fields.length];
    expect(matches(pattern, { ...sample, detail: { ...sample.detail, [field]: `${sample.detail[field]}!` } })).toBe(false);
  }));
});

test('there is a mismatch exactly when the event does not match', () => {
  fc.assert(fc.property(fc.constantFrom(...SAMPLES), fc.constantFrom(...SAMPLES), (wanted, sent) => {
    const pattern = new EventPattern({ 'detail-type': [wanted['detail-type']], 'detail': { eventName: [wanted.detail.eventName ?? { exists: false }] } });
    const event = new IndexedEvent(sent);
    expect(mismatchOf(pattern, event) === undefined).toBe(pattern.matches(event));
  }));
});
