// Writes the classes that derive from the catalog: the value classes in `src/filters`, the field classes in `src/messages/fields`, and `EcsFailure`.
import { writeFileSync } from 'fs';
import { join } from 'path';
import { failureClass } from './failure-class';
import { fieldClassFiles } from './field-classes';
import { valueClassFiles } from './value-classes';

/** The source of every class that is written from the catalog, by its path. */
export function generatedClasses(): Record<string, string> {
  const inFolder = (folder: string, files: Record<string, string>) => Object.entries(files).map(([file, source]) => [`${folder}/${file}`, source] as const);
  return Object.fromEntries([
    ...inFolder('src/filters', valueClassFiles()),
    ...inFolder('src/messages/fields', fieldClassFiles()),
    ['src/alerts/ecs-failure.ts', failureClass()],
  ]);
}

if (require.main === module) {
  Object.entries(generatedClasses()).forEach(([path, source]) => writeFileSync(join(__dirname, '..', path), source));
}
