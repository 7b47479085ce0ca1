import { execFileSync } from 'child_process';
import { join } from 'path';

/** The root of the checkout. */
export const ROOT = join(__dirname, '..', '..');

/** What people read: prose, code with its comments, and scripts. */
const READ_BY_PEOPLE = /(^|\/)(run|[^/]+\.(ts|js|mjs|cjs|md|py|java|go|cs|txt|ya?ml|sh))$/;

/** What the project does not write: what AWS and others wrote, what derives from texts that are checked, and the words that are forbidden. */
const NOT_OURS = [
  /^API\.md$/, // from .jsii, which is checked
  /^CHANGELOG\.md$/, // from commit messages
  /^\.github\/workflows\//, // from .projenrc.ts
  /^test\/architecture\/default-imports\//, // names that languages import
  /^test\/language\/(vocabulary\.ts|words\.txt)$/,
];

/** The files that are checked, as paths from the root. */
export function filesToCheck(): string[] {
  return execFileSync('git', ['ls-files', '--cached', '--others', '--exclude-standard'], { cwd: ROOT, encoding: 'utf8' })
    .split('\n')
    .filter((file) => READ_BY_PEOPLE.test(file) && !NOT_OURS.some((pattern) => pattern.test(file)));
}
