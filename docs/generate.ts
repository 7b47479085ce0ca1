// Writes the parts of the documentation that derive from the code: docs/events.md, docs/messages/, and the tables, messages, and pictures of other pages.
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'fs';
import { join } from 'path';
import { alertPicture, firstAlertCode } from './alert-picture';
import { architectureDiagram } from './architecture';
import { eventsPage } from './events-page';
import { failuresTable } from './failures-table';
import { guideMessages } from './guide-messages';
import { messagesPage, pageName, SCOPES } from './messages';
import { eventsTable, patternsTable } from './tables';
import { CATALOG } from '../src/events/catalog';

/** Puts a text between `<!-- name: … -->` and `<!-- end of name -->` of a file. */
function fillIn(file: string, name: string, text: string): void {
  const path = join(__dirname, '..', file);
  const [before, , after] = readFileSync(path, 'utf8').split(new RegExp(`(?<=<!-- ${name}: .*-->\n)([^]*)(?=<!-- end of ${name} -->)`));
  if (after === undefined) {
    throw new Error(`${file} has no place for ${name}`);
  }
  writeFileSync(path, `${before}\n${text}\n\n${after}`);
}

fillIn('README.md', 'first alert', `\`\`\`ts nofixture\n${firstAlertCode()}\n\`\`\``);
writeFileSync(join(__dirname, 'images', 'alert.svg'), alertPicture());
fillIn('README.md', 'events', eventsTable());
fillIn('docs/guides/filter.md', 'patterns', patternsTable());
Object.entries(guideMessages()).forEach(([name, text]) => fillIn('docs/guides/messages.md', name, text));
fillIn('docs/guides/failures.md', 'failures', failuresTable());
fillIn('CONTRIBUTING.md', 'modules', architectureDiagram());
writeFileSync(join(__dirname, 'events.md'), eventsPage());

const messages = join(__dirname, 'messages');
rmSync(messages, { recursive: true, force: true });
mkdirSync(messages);
CATALOG.forEach((entry) => SCOPES.forEach((scope) => writeFileSync(join(messages, pageName(entry, scope)), messagesPage(entry, scope))));
