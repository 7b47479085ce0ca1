import { readdirSync, readFileSync } from 'fs';
import { join } from 'path';
import { architectureDiagram, modulesOfLint } from '../../docs/architecture';

const ROOT = join(__dirname, '..', '..');
const PAGE = readFileSync(join(ROOT, 'CONTRIBUTING.md'), 'utf8');

/** The modules that arrows of a diagram lead to, directly or through other modules. */
function reached(arrows: readonly string[][], from: string): string[] {
  const next = arrows.filter(([tail]) => tail === from).map(([, head]) => head);
  return [...new Set(next.flatMap((module) => [module, ...reached(arrows, module)]))];
}

describe('the diagram in CONTRIBUTING.md', () => {
  test('shows the modules of the lint configuration', () => {
    expect(PAGE).toContain(`\n${architectureDiagram()}\n`);
  });

  test('leads from a module to the modules that it may import from, and to no other', () => {
    const arrows = [...PAGE.matchAll(/^ {2}(\w+) --> (\w+)$/gm)].map(([, ...ends]) => ends);
    const modules = Object.entries(modulesOfLint());
    expect(modules).not.toEqual([]);
    const found = modules.map(([module]) => [module, reached(arrows, module).sort()]);
    expect(found).toEqual(modules.map(([module, others]) => [module, [...others].sort()]));
  });

  test('omits an arrow that follows from two others', () => {
    const diagram = architectureDiagram({ base: [], middle: ['base'], top: ['middle', 'base'] });
    expect(diagram).toBe('```mermaid\nflowchart TD\n  middle --> base\n  top --> middle\n```');
  });
});

test('CONTRIBUTING.md has a line for each module', () => {
  const modules = readdirSync(join(ROOT, 'src'), { withFileTypes: true }).filter((entry) => entry.isDirectory()).map(({ name }) => name);
  const rows = [...PAGE.matchAll(/^\| `src\/(\w+)` \| \S/gm)].map(([, module]) => module);
  expect([...rows].sort()).toEqual(modules.sort());
});

test('CONTRIBUTING.md has a line for each task of .projenrc.ts', () => {
  const tasks = [...readFileSync(join(ROOT, '.projenrc.ts'), 'utf8').matchAll(/addTask\('([\w:-]+)'/g)].map(([, task]) => task);
  const rows = [...PAGE.matchAll(/^\| `(?:npx projen|npm run) ([\w:-]+)` \| \S/gm)].map(([, task]) => task);
  expect(tasks).not.toEqual([]);
  expect(rows).toEqual(expect.arrayContaining(tasks));
});
