import { readdirSync, readFileSync } from 'fs';
import { join } from 'path';

const ROOT = join(__dirname, '..', '..');

/** Without what the examples do not share with the code around them. */
const withoutIndentation = (code: string) => code.replace(/^[\t ]+/gm, '');

describe.each([
  ['Go', 'go', '.go'],
  ['C#', 'csharp', '.cs'],
])('the examples in %s', (language, folder, extension) => {
  const page = readFileSync(join(ROOT, 'docs', `${folder}.md`), 'utf8');
  const app = join(ROOT, 'test', 'consumers', folder);
  const examples = [...page.matchAll(/^```(\w*)\n(.*?)^```$/gms)];
  const compiled = readdirSync(app, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith(extension))
    .map((name) => withoutIndentation(readFileSync(join(app, name), 'utf8')));

  test('are several', () => {
    expect(examples.length).toBeGreaterThan(5);
    expect(examples.filter(([, fence]) => fence !== folder)).toEqual([]);
  });

  test.each(examples.map(([, , code]) => [code.split('\n')[0], code]))(`are compiled with the app in ${language}: %s`, (_line, code) => {
    expect(compiled.filter((file) => file.includes(withoutIndentation(code)))).toHaveLength(1);
  });
});
