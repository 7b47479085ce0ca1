import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { EventPattern } from '../../src/engine/matcher/event-pattern';
import { IndexedEvent } from '../../src/engine/matcher/indexed-event';
import { CATALOG } from '../../src/events/catalog';

/** The JSON that the two AWS pages print, copied from them: events, and the patterns of the page about daemons and of that about services. */
const PAGES = join(__dirname, 'aws-pages');
const files = readdirSync(PAGES);
const read = (file: string) => JSON.parse(readFileSync(join(PAGES, file), 'utf-8'));
const patterns = files.filter((file) => file.startsWith('pattern-'));
const events = files.filter((file) => !file.startsWith('pattern-'));
const samples = CATALOG.flatMap((entry) => entry.events.flatMap((event) => event.samples));

test.each(events)('the sample of AWS in %s is in the catalog, value for value', (file) => {
  const printed = read(file);

  const found = samples.filter(({ event }) => JSON.stringify(sorted(event)) === JSON.stringify(sorted(printed)));

  expect(found.map(({ origin }) => origin)).toEqual(['aws']);
});

test('every sample that the catalog says is of AWS is printed on a page', () => {
  const printed = events.map((file) => JSON.stringify(sorted(read(file))));

  const unprinted = samples.filter(({ origin, event }) => origin === 'aws' && !printed.includes(JSON.stringify(sorted(event))));

  expect(unprinted).toEqual([]);
});

test.each([
  ['pattern-daemon-service-action.json', ['TASK_FAILED_TO_RUN', 'TASK_CREATION_FAILED']],
  ['pattern-daemon-failure-type.json', ['TASK_CREATION_FAILED']],
  ['pattern-daemon-cluster.json', ['TASK_FAILED_TO_RUN', 'TASK_CREATION_FAILED']],
])('the pattern of AWS in %s matches the samples %j', (file, titles) => {
  const pattern = new EventPattern(read(file));

  const matched = samples.filter(({ event }) => pattern.matches(new IndexedEvent(event)));

  expect(matched.map(({ title }) => title)).toEqual(titles);
});

test.each(patterns)('the pattern of AWS in %s matches samples of the catalog of its detail type only', (file) => {
  const printed = read(file);
  const pattern = new EventPattern(printed);

  const matched = samples.filter(({ event }) => pattern.matches(new IndexedEvent(event)));

  expect([...new Set(matched.map(({ event }) => event['detail-type']))]).toEqual(printed['detail-type']);
});

/** With the keys in one order: the order means nothing in JSON. */
function sorted(value: unknown): unknown {
  if (Array.isArray(value)) {
    return value.map(sorted);
  }
  return typeof value === 'object' && value !== null
    ? Object.fromEntries(Object.entries(value).sort(([one], [other]) => (one < other ? -1 : 1)).map(([key, inner]) => [key, sorted(inner)]))
    : value;
}
