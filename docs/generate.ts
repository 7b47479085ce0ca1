// Writes what the documentation takes from the code: docs/events.md, docs/messages/, the table of patterns in the README and the picture in CONTRIBUTING.
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'fs';
import { join } from 'path';
import { architectureDiagram } from './architecture';
import { eventsPage } from './events-page';
import { messagesPage, pageName, SCOPES } from './messages';
import { readmeMessages } from './readme-messages';
import { patternsTable } from './tables';
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

fillIn('README.md', 'patterns', patternsTable());
Object.entries(readmeMessages()).forEach(([name, text]) => fillIn('README.md', name, text));
fillIn('CONTRIBUTING.md', 'modules', architectureDiagram());
writeFileSync(join(__dirname, 'events.md'), eventsPage());

const messages = join(__dirname, 'messages');
rmSync(messages, { recursive: true, force: true });
mkdirSync(messages);
CATALOG.forEach((entry) => SCOPES.forEach((scope) => writeFileSync(join(messages, pageName(entry, scope)), messagesPage(entry, scope))));
