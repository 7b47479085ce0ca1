// Writes what the documentation takes from the catalogue: docs/events.md, docs/messages/ and the table of patterns in the README.
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'fs';
import { join } from 'path';
import { messagesPage, pageName } from './messages';
import { eventsPage, patternsTable } from './tables';
import { CATALOGUE } from '../src/events/catalogue';

const BEGIN = '<!-- patterns: written by `npx projen docs` -->';
const END = '<!-- end of patterns -->';

const readme = join(__dirname, '..', 'README.md');
const [before, rest] = readFileSync(readme, 'utf8').split(BEGIN);
const after = rest.split(END)[1];
writeFileSync(readme, `${before}${BEGIN}\n\n${patternsTable()}\n\n${END}${after}`);
writeFileSync(join(__dirname, 'events.md'), eventsPage());

const messages = join(__dirname, 'messages');
rmSync(messages, { recursive: true, force: true });
mkdirSync(messages);
CATALOGUE.forEach((entry) => writeFileSync(join(messages, pageName(entry)), messagesPage(entry)));
