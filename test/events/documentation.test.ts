import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { eventsPage } from '../../docs/events-page';
import { patternsTable } from '../../docs/tables';

const read = (...path: string[]) => readFileSync(join(__dirname, '..', '..', ...path), 'utf8');

test('docs/events.md says what the catalogue says: `npx projen docs` writes it', () => {
  expect(read('docs', 'events.md')).toBe(eventsPage());
});

test('the README has a row for every pattern: `npx projen docs` writes them', () => {
  expect(read('README.md')).toContain(`\n\n${patternsTable()}\n\n`);
});
