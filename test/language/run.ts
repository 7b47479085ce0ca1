// Checks every text of the project against the language guide; run by `npx projen lint`.
import { existsSync, readFileSync } from 'fs';
import { join } from 'path';
import type { Assembly } from './docstrings';
import { docstringViolations } from './docstrings';
import { filesToCheck, ROOT } from './files';
import { forbiddenWords } from './words';

const violations = filesToCheck()
  .filter((file) => existsSync(join(ROOT, file)) && (process.argv.length < 3 || process.argv.slice(2).some((part) => file.startsWith(part))))
  .flatMap((file) => [...forbiddenWords(file, file), ...forbiddenWords(file, readFileSync(join(ROOT, file), 'utf8'))]);

const assembly = JSON.parse(readFileSync(join(ROOT, '.jsii'), 'utf8')) as Assembly;
violations.push(...process.argv.length > 2 ? [] : docstringViolations(assembly));

violations.forEach(({ where, problem }) => console.error(`${where}: ${problem}`));
process.exitCode = violations.length === 0 ? 0 : 1;
