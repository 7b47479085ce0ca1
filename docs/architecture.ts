import { readFileSync } from 'fs';
import { join } from 'path';

/** The rooms that a room may import from, as the lint has it. */
export type Rooms = Readonly<Record<string, readonly string[]>>;

/** The rooms of `src`, read from the configuration of the lint, which fails on every other import. */
export function roomsOfLint(): Rooms {
  // The first line is a comment.
  const [, ...lines] = readFileSync(join(__dirname, '..', '.eslintrc.json'), 'utf8').split('\n');
  const { zones } = JSON.parse(lines.join('\n')).rules['import/no-restricted-paths'][1] as { zones: { target: string; except?: string[] }[] };
  return Object.fromEntries(zones.filter(({ except }) => except).map(({ target, except }) => {
    const room = target.replace('./src/', '');
    return [room, except!.map((path) => path.replace('./', '')).filter((other) => other !== room)];
  }));
}

/** The rooms and their arrows as a picture, which GitHub draws. An arrow that others make up together is left out. */
export function architecturePicture(rooms: Rooms = roomsOfLint()): string {
  const arrows = Object.entries(rooms).flatMap(([room, others]) => others
    .filter((other) => !others.some((between) => rooms[between].includes(other)))
    .map((other) => `  ${room} --> ${other}`));
  return ['```mermaid', 'flowchart TD', ...arrows, '```'].join('\n');
}
