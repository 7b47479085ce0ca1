import { readdirSync, readFileSync, writeFileSync } from 'fs';
import { join, relative } from 'path';
import { DIST, mustRun, ROOT, run } from './shell';

const PACKAGE = join(DIST, 'dotnet', 'CdkEcsEventRules');
const LISTING = join(DIST, 'dotnet', 'public-api.txt');

interface Assembly {
  readonly types: Record<string, { readonly kind: string; readonly fqn: string; readonly namespace?: string; readonly name: string }>;
}

/** Lists the public API of the .NET package; fails if a type of the library is not in it. */
export function listDotnetApi(): string {
  const sources = readdirSync(PACKAGE, { recursive: true, encoding: 'utf8' }).filter((path) => path.endsWith('.cs')).map((path) => readFileSync(join(PACKAGE, path), 'utf8'));
  const declared = sources.flatMap((source) => {
    const [, namespace] = /^namespace ([\w.]+)/m.exec(source) ?? [];
    const [, type] = /^ {4}public (?:class|interface|enum) (\w+)/m.exec(source) ?? [];
    // What a user sees: no members that only jsii calls.
    const members = [...source.matchAll(/^ {8}(?:public )?((?:static |virtual |override )?[\w.<>[\]?]+ \w+(?:\(.*\))?)(?=\n? *[;{]?$)/gm)].map(([, member]) => `  ${member}`);
    return type === undefined ? [] : [{ type: `${namespace}.${type}`, members }];
  }).sort((one, other) => one.type.localeCompare(other.type));
  writeFileSync(LISTING, declared.map(({ type, members }) => [type, ...members].join('\n')).join('\n'));

  const { types } = JSON.parse(readFileSync(join(ROOT, '.jsii'), 'utf8')) as Assembly;
  const expected = Object.values(types).map(({ kind, name, namespace }) => `CdkEcsEventRules${namespace ? '.Testing' : ''}.${kind === 'interface' ? 'I' : ''}${name}`);
  const missing = expected.filter((type) => !declared.some((found) => found.type === type));
  if (missing.length > 0) {
    throw new Error(`not in the .NET package: ${missing.join(', ')}`);
  }
  return `${expected.length} types of the library, listed in ${relative(ROOT, LISTING)}`;
}

/** Compiles the .NET package if that can be done here. */
export async function compileDotnet(): Promise<string | undefined> {
  const { status } = await run('dotnet --version', ROOT);
  return status === 0 ? mustRun('dotnet build --configuration Release', PACKAGE) : undefined;
}
