// Checks the vocabulary of every text of the project and the docstrings of the public API; run by `npx projen language`.
// With arguments: the vocabulary of the files whose paths begin with one of them.
import { execFileSync } from 'child_process';
import { existsSync, readFileSync, statSync } from 'fs';
import { join } from 'path';
import type { Assembly } from './docstrings';
import { docstringViolations } from './docstrings';
import { filesToCheck, ROOT } from './files';
import { forbiddenWords } from './words';

const folders = process.argv.slice(2);
const files = filesToCheck()
  .filter((file) => existsSync(join(ROOT, file)))
  .filter((file) => folders.length === 0 || folders.some((folder) => file.startsWith(folder)));
const violations = [
  ...files.flatMap((file) => [...forbiddenWords(file, file), ...forbiddenWords(file, readFileSync(join(ROOT, file), 'utf8'))]),
  ...folders.length === 0 ? compiledViolations() : [],
];
violations.forEach(({ where, problem }) => console.error(`${where}: ${problem}`));
process.exitCode = violations.length === 0 ? 0 : 1;

function compiledViolations() {
  const compiled = join(ROOT, '.jsii');
  const modified = (file: string) => statSync(join(ROOT, file)).mtimeMs;
  if (!existsSync(compiled) || files.some((file) => file.startsWith('src/') && modified(file) > modified('.jsii'))) {
    execFileSync('npx', ['projen', 'compile'], { cwd: ROOT, stdio: 'inherit' });
  }
  const assembly = JSON.parse(readFileSync(compiled, 'utf8')) as Assembly;
  return [...docstringViolations(assembly), ...forbiddenWords('.jsii', docsIn(assembly.types).join('\n\n'))];
}

/** Every text of the documentation in an assembly. */
function docsIn(value: unknown): string[] {
  if (typeof value !== 'object' || value === null) {
    return [];
  }
  return Object.entries(value).flatMap(([key, inner]) => key === 'docs'
    ? Object.values(inner as object).filter((text) => typeof text === 'string')
    : docsIn(inner));
}
