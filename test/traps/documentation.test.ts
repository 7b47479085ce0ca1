import { readdirSync, readFileSync } from 'fs';
import { join } from 'path';

const root = join(__dirname, '..', '..');
const page = readFileSync(join(root, 'docs', 'traps.md'), 'utf8');

/** The sources below a folder, joined. */
function sources(folder: string, ending: string): string {
  return readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith(ending))
    .map((file) => readFileSync(join(root, folder, file), 'utf8'))
    .join('\n');
}

/** The first cells of rows of the page. */
function firstCells(pattern: RegExp): string[] {
  return [...page.matchAll(pattern)].map(([, cell]) => cell);
}

test('every trap on the page has a test that is named by its id', () => {
  const titles = new Set([...sources('test', '.test.ts').matchAll(/['"`](T\d\d(?:, T\d\d)*): /g)].flatMap(([, ids]) => ids.split(', ')));
  const ids = firstCells(/^\| (T\d\d) \|/gm);
  expect(ids.length).toBeGreaterThan(40);
  expect(new Set(ids).size).toBe(ids.length);
  expect(ids.filter((id) => !titles.has(id))).toEqual([]);
});

test('every row says what happens without the library and with it', () => {
  const rows = page.split('\n').filter((line) => /^\| T\d\d \|/.test(line)).map((line) => line.split(/(?<!\\) \| /));
  rows.forEach((cells) => {
    expect(cells).toHaveLength(4);
    expect(cells[3]).toMatch(/prevented|error|warning|info|never rendered|granted/);
  });
});

test('the page lists every id that can be acknowledged, and no other', () => {
  const ids = new Set([...sources('src', '.ts').matchAll(/'cdk-ecs-event-rules:(\w+)'/g)].map(([, id]) => id));
  const listed = firstCells(/^\| `(\w+)` \|/gm);
  expect(listed).toEqual([...ids].sort());
});

test('an id is written out wherever it is used, so that it is found', () => {
  expect(sources('src', '.ts')).not.toMatch(/cdk-ecs-event-rules:(?=\S)(?!\w+')/);
});
