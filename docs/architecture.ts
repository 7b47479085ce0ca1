import { readFileSync } from 'fs';
import { join } from 'path';

/** The modules that each module can import from, according to the lint. */
export type Modules = Readonly<Record<string, readonly string[]>>;

/** The modules of `src`, from the configuration of the lint, which fails on every other import. */
export function modulesOfLint(): Modules {
  // The first line is a comment.
  const [, ...lines] = readFileSync(join(__dirname, '..', '.eslintrc.json'), 'utf8').split('\n');
  const { zones } = JSON.parse(lines.join('\n')).rules['import/no-restricted-paths'][1] as { zones: { target: string; except?: string[] }[] };
  return Object.fromEntries(zones.filter(({ except }) => except).map(({ target, except }) => {
    const module = target.replace('./src/', '');
    return [module, except!.map((path) => path.replace('./', '')).filter((other) => other !== module)];
  }));
}

/** A Mermaid diagram of the modules and their arrows. An arrow that follows from two others is omitted. */
export function architectureDiagram(modules: Modules = modulesOfLint()): string {
  const arrows = Object.entries(modules).flatMap(([module, others]) => others
    .filter((other) => !others.some((between) => modules[between].includes(other)))
    .map((other) => `  ${module} --> ${other}`));
  return ['```mermaid', 'flowchart TD', ...arrows, '```'].join('\n');
}
