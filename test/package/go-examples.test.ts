import { readdirSync, readFileSync } from 'fs';
import { join } from 'path';

const ROOT = join(__dirname, '..', '..');
const APP = join(ROOT, 'test', 'consumers', 'go');

/** Without what the examples do not share with the code around them. */
const withoutIndentation = (code: string) => code.replace(/^\t+/gm, '');

describe('the examples in Go', () => {
  const page = readFileSync(join(ROOT, 'docs', 'go.md'), 'utf8');
  const examples = [...page.matchAll(/^```go\n(.*?)^```$/gms)].map(([, code]) => code);
  const compiled = readdirSync(APP).filter((name) => name.endsWith('.go')).map((name) => withoutIndentation(readFileSync(join(APP, name), 'utf8')));

  test('are several', () => {
    expect(examples.length).toBeGreaterThan(5);
  });

  test.each(examples.map((code) => [code.split('\n')[0], code]))('are compiled with the app in Go: %s', (_line, code) => {
    expect(compiled.filter((file) => file.includes(withoutIndentation(code)))).toHaveLength(1);
  });
});
