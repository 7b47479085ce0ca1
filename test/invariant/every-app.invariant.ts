import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { keepTemplates, KEPT } from '../templates/kept-templates';

/** The lines of a file that `test/keep-undelivered.ts` writes. */
function linesOf(name: string): string[] {
  return readFileSync(join(KEPT, name), 'utf8').split('\n').filter((line) => line !== '');
}

beforeAll(keepTemplates, 1_800_000);

test('every app can be simulated, but those of a test that breaks templates and the engine on purpose', () => {
  const files = linesOf('unreadable.tsv').filter((line) => !line.startsWith('validation/guarded.test.ts\t'));
  expect(files).toEqual([]);
});

test('in every app that the tests and the examples synthesize, what is not delivered is reported', () => {
  expect(linesOf('undelivered.tsv')).toEqual([]);
  expect(linesOf('simulated.tsv').length).toBeGreaterThan(500);
});
