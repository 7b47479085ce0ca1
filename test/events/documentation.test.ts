import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { eventsPage } from '../../docs/events-page';
import { eventsTable, patternsTable } from '../../docs/tables';

const read = (...path: string[]) => readFileSync(join(__dirname, '..', '..', ...path), 'utf8');

test('docs/events.md contains the catalog: `npx projen docs` writes it', () => {
  expect(read('docs', 'events.md')).toBe(eventsPage());
});

test('the guide has a row for every pattern: `npx projen docs` writes them', () => {
  expect(read('docs', 'guides', 'filter.md')).toContain(`\n\n${patternsTable()}\n\n`);
});

test('the README has a row for every detail type', () => {
  expect(read('README.md')).toContain(`\n\n${eventsTable()}\n\n`);
});
