import * as fc from 'fast-check';
import { BoundMessage } from './bound-message';
import { alwaysCarries, CATALOGUE } from '../../src/events/catalogue';
import type { DetailTypeEntry, EventEntry } from '../../src/events/detail-type';

/** Every event that Amazon ECS sends, with its detail type. */
const KINDS = CATALOGUE.flatMap((entry) => entry.events.map((event) => ({ entry, event })));
type Kind = (typeof KINDS)[number];

const nameOf = ({ entry, event }: Kind) => `${entry.detailType} ${event.name ?? ''}`;

function patternOf(kinds: readonly Kind[]) {
  const names = kinds.flatMap(({ event }) => event.name ?? []);
  return {
    source: ['aws.ecs'],
    detailType: [...new Set(kinds.map(({ entry }) => entry.detailType))],
    ...names.length === kinds.length && { detail: { eventName: [...new Set(names)] } },
  };
}

/** The fields below `detail` that a message reads and that an event may lack, by the catalogue. */
function doubtful({ paths }: BoundMessage, entry: DetailTypeEntry, event: EventEntry): string[] {
  const fields = Object.values(paths).filter((path) => path.startsWith('$.detail.')).map((path) => path.replace('$.detail.', ''));
  return fields.filter((field) => !alwaysCarries(entry, field, event.name));
}

test.each(KINDS.map((kind) => [nameOf(kind), kind] as const))('T24: a text about %s reads only what the event always carries', (_name, kind) => {
  // GIVEN
  const message = BoundMessage.of(patternOf([kind]));
  // THEN
  expect(doubtful(message, kind.entry, kind.event)).toEqual([]);
  kind.event.samples.forEach(({ event }) => expect(message.missingIn(event)).toEqual([]));
});

test('T24: a text about several events reads only what each of them always carries', () => {
  fc.assert(fc.property(fc.subarray(KINDS, { minLength: 2, maxLength: 5 }), (kinds) => {
    const message = BoundMessage.of(patternOf(kinds));
    kinds.forEach(({ entry, event }) => {
      expect(doubtful(message, entry, event)).toEqual([]);
      event.samples.forEach((sample) => expect(message.missingIn(sample.event)).toEqual([]));
    });
  }), { numRuns: 100 });
});

describe('what EventBridge asks of an input transformer', () => {
  test.each(KINDS.map((kind) => [nameOf(kind), kind] as const))('T26: is met by the text about %s', (_name, kind) => {
    // GIVEN
    const message = BoundMessage.of(patternOf([kind]), { titlePrefix: 'prod "eu"', runbook: 'https://wiki.example.com/ecs?a=1&b=2' });
    // THEN every line is one quoted string, and what looks like a variable is one
    expect(message.lines.length).toBeGreaterThanOrEqual(4);
    expect(message.template.replace(/<[^<>]+>/g, '')).not.toMatch(/[<>]/);
    expect(message.variables.sort()).toEqual(Object.keys(message.paths).sort());
    // AND the limits are kept
    expect(Object.keys(message.paths).length).toBeLessThan(100);
    expect(message.template.length).toBeLessThan(8192);
    Object.entries(message.paths).forEach(([variable, path]) => {
      expect(variable).toMatch(/^[A-Za-z0-9_-]+$/);
      expect(variable).not.toMatch(/^aws/i);
      expect(path).toMatch(/^\$\.[A-Za-z0-9_.-]+(\[0\])?$/);
      expect(path.length).toBeLessThanOrEqual(256);
    });
  });
});
