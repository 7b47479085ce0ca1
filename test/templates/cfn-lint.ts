import { execFile } from 'child_process';
import { cpus } from 'os';
import { join } from 'path';
import type { Finding } from './finding';
import type { KeptTemplate } from './kept-templates';

const PROGRAM = join(__dirname, 'cfn-lint', 'venv', 'bin', 'cfn-lint');

/** What cfn-lint says of a place in a template. */
interface Match {
  readonly Filename: string;
  readonly Location: { readonly Path: readonly (string | number)[] | null };
  readonly Message: string;
  readonly Rule: { readonly Id: string };
}

/** Errors and warnings of cfn-lint: it reports information only on request. */
export async function cfnLint(templates: readonly KeptTemplate[]): Promise<Finding[]> {
  const byFile = new Map(templates.map((template) => [template.file, template]));
  const files = [...byFile.keys()];
  const workers = cpus().length;
  const matches = await Promise.all(Array.from({ length: workers }, (_, i) => lint(files.filter((_file, at) => at % workers === i))));
  return matches.flat().map(({ Filename, Location, Message, Rule }) => {
    const template = byFile.get(Filename)!;
    const [section, id] = Location.Path ?? [];
    return { rule: Rule.Id, message: `${(Location.Path ?? []).join('/')}: ${Message}`, template, type: section === 'Resources' ? template.types.get(String(id)) : undefined };
  });
}

function lint(files: readonly string[]): Promise<Match[]> {
  return files.length === 0 ? Promise.resolve([]) : new Promise((resolve, reject) => {
    execFile(PROGRAM, ['--regions', 'us-east-1', '--format', 'json', '--', ...files], { maxBuffer: 2 ** 30 }, (error, stdout, stderr) => {
      try {
        resolve(JSON.parse(stdout) as Match[]);
      } catch {
        reject(new Error(`cfn-lint failed: ${error?.message ?? ''} ${stderr}`));
      }
    });
  });
}
