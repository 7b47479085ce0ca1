import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { generatedClasses } from '../../docs/classes';
import { GENERATED } from '../../docs/docstring';

const ROOT = join(__dirname, '..', '..');
const classes = Object.entries(generatedClasses());

test.each(classes)('%s is what the catalog says: `npx projen docs` writes it', (path, source) => {
  expect(readFileSync(join(ROOT, path), 'utf8')).toBe(source);
});

test('no class is left that says it is written from the catalog but is not', () => {
  const written = ['src/alerts', 'src/filters', 'src/messages/fields'].flatMap((folder) => readdirSync(join(ROOT, folder)).map((file) => `${folder}/${file}`))
    .filter((path) => readFileSync(join(ROOT, path), 'utf8').startsWith(GENERATED));

  expect(written.sort()).toEqual(classes.map(([path]) => path).sort());
});
