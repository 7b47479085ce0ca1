// Writes what the documentation takes from the catalogue: docs/events.md and the table of patterns in the README.
import { readFileSync, writeFileSync } from 'fs';
import { join } from 'path';
import { eventsPage, patternsTable } from './tables';

const BEGIN = '<!-- patterns: written by `npx projen docs` -->';
const END = '<!-- end of patterns -->';

const readme = join(__dirname, '..', 'README.md');
const [before, rest] = readFileSync(readme, 'utf8').split(BEGIN);
const after = rest.split(END)[1];
writeFileSync(readme, `${before}${BEGIN}\n\n${patternsTable()}\n\n${END}${after}`);
writeFileSync(join(__dirname, 'events.md'), eventsPage());
