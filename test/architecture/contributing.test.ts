import { readdirSync, readFileSync } from 'fs';
import { join } from 'path';
import { architecturePicture, roomsOfLint } from '../../docs/architecture';

const ROOT = join(__dirname, '..', '..');
const PAGE = readFileSync(join(ROOT, 'CONTRIBUTING.md'), 'utf8');

/** The rooms to which arrows of a picture lead, over other rooms too. */
function reached(arrows: readonly string[][], from: string): string[] {
  const next = arrows.filter(([tail]) => tail === from).map(([, head]) => head);
  return [...new Set(next.flatMap((room) => [room, ...reached(arrows, room)]))];
}

describe('the picture in CONTRIBUTING.md', () => {
  test('is the one that is made of the rooms that the lint knows', () => {
    expect(PAGE).toContain(`\n${architecturePicture()}\n`);
  });

  test('leads from a room to the rooms from which it may import, and to no other', () => {
    const arrows = [...PAGE.matchAll(/^ {2}(\w+) --> (\w+)$/gm)].map(([, ...ends]) => ends);
    const rooms = Object.entries(roomsOfLint());
    expect(rooms).not.toEqual([]);
    expect(rooms.map(([room]) => [room, reached(arrows, room).sort()])).toEqual(rooms.map(([room, others]) => [room, [...others].sort()]));
  });

  test('leaves out an arrow that others make up together', () => {
    const picture = architecturePicture({ cellar: [], stairs: ['cellar'], roof: ['stairs', 'cellar'] });
    expect(picture).toBe('```mermaid\nflowchart TD\n  stairs --> cellar\n  roof --> stairs\n```');
  });
});

test('CONTRIBUTING.md has a line for each room', () => {
  const rooms = readdirSync(join(ROOT, 'src'), { withFileTypes: true }).filter((entry) => entry.isDirectory()).map(({ name }) => name);
  const rows = [...PAGE.matchAll(/^\| `src\/(\w+)` \| \S/gm)].map(([, room]) => room);
  expect([...rows].sort()).toEqual(rooms.sort());
});

test('CONTRIBUTING.md has a line for each task of .projenrc.ts', () => {
  const tasks = [...readFileSync(join(ROOT, '.projenrc.ts'), 'utf8').matchAll(/addTask\('([\w:-]+)'/g)].map(([, task]) => task);
  const rows = [...PAGE.matchAll(/^\| `(?:npx projen|npm run) ([\w:-]+)` \| \S/gm)].map(([, task]) => task);
  expect(tasks).not.toEqual([]);
  expect(rows).toEqual(expect.arrayContaining(tasks));
});
