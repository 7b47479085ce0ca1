import { readdirSync, readFileSync } from 'fs';
import { join } from 'path';
import { messagesPage, pageName, SCOPES } from '../../docs/messages';
import { CATALOG } from '../../src/events/catalog';

const EVERY_PAGE = CATALOG.flatMap((entry) => SCOPES.map((scope) => ({ entry, scope })));
const PAGES = join(__dirname, '..', '..', 'docs', 'messages');

// The pages are the expectation, read by people before it is committed: what every kind of message says of every event, in full.
describe('what messages say of every event is what docs/messages/ shows', () => {
  test.each(EVERY_PAGE.map(({ entry, scope }) => [pageName(entry, scope), entry, scope] as const))('%s', (name, entry, scope) => {
    expect(messagesPage(entry, scope)).toBe(readFileSync(join(PAGES, name), 'utf8'));
  });

  test('and there are no other pages', () => {
    expect(readdirSync(PAGES).sort()).toEqual(EVERY_PAGE.map(({ entry, scope }) => pageName(entry, scope)).sort());
  });
});
