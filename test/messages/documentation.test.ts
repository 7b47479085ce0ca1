import { readdirSync, readFileSync } from 'fs';
import { join } from 'path';
import { messagesPage, pageName } from '../../docs/messages';
import { CATALOG } from '../../src/events/catalog';

const PAGES = join(__dirname, '..', '..', 'docs', 'messages');

// The pages are the expectation, read by people before it is committed: what every kind of message says of every event, in full.
describe('what messages say of every event is what docs/messages/ shows', () => {
  test.each(CATALOG.map((entry) => [entry.detailType, entry] as const))('%s', (_name, entry) => {
    expect(messagesPage(entry)).toBe(readFileSync(join(PAGES, pageName(entry)), 'utf8'));
  });

  test('and there are no other pages', () => {
    expect(readdirSync(PAGES).sort()).toEqual(CATALOG.map(pageName).sort());
  });
});
