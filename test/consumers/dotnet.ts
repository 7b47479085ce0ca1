import { readdirSync, readFileSync, writeFileSync } from 'fs';
import { join, relative } from 'path';
import { DIST, mustRun, ROOT, run } from './shell';

const PACKAGE = join(DIST, 'dotnet', 'CdkEcsEventRules');
const LISTING = join(DIST, 'dotnet', 'public-api.txt');

interface Member {
  readonly name: string;
}

interface Type extends Member {
  readonly kind: string;
  readonly namespace?: string;
  readonly properties?: readonly Member[];
  readonly methods?: readonly Member[];
}

interface Assembly {
  readonly types: Record<string, Type>;
}

/** Lists the public API of the .NET package; fails if a type or a member of the library is not in it. */
export function listDotnetApi(): string {
  const sources = readdirSync(PACKAGE, { recursive: true, encoding: 'utf8' }).filter((path) => path.endsWith('.cs')).map((path) => readFileSync(join(PACKAGE, path), 'utf8'));
  const declared = new Map<string, string[]>(sources.flatMap((source) => {
    const [, namespace] = /^namespace ([\w.]+)/m.exec(source) ?? [];
    const [, type] = /^ {4}public (?:class|interface|enum) (\w+)/m.exec(source) ?? [];
    return type === undefined ? [] : [[`${namespace}.${type}`, membersIn(source)] as const];
  }).sort(([one], [other]) => one.localeCompare(other)));
  writeFileSync(LISTING, [...declared].map(([type, members]) => [type, ...members.map((member) => `  ${member}`)].join('\n')).join('\n'));

  const { types } = JSON.parse(readFileSync(join(ROOT, '.jsii'), 'utf8')) as Assembly;
  const expected = Object.values(types).map(({ kind, name, namespace, properties = [], methods = [] }) => ({
    type: `CdkEcsEventRules${namespace ? '.Testing' : ''}.${kind === 'interface' ? 'I' : ''}${name}`,
    members: [...properties, ...methods].map((member) => member.name.replace(/^[a-z]/, (letter) => letter.toUpperCase())),
  }));
  const missing = expected.flatMap(({ type, members }) => {
    const found = declared.get(type);
    return found === undefined ? [type] : members.filter((member) => !found.some((text) => new RegExp(`\\b${member}\\b`).test(text))).map((member) => `${type}.${member}`);
  });
  if (missing.length > 0) {
    throw new Error(`not in the .NET package: ${missing.join(', ')}`);
  }
  return `${expected.length} types with ${expected.flatMap(({ members }) => members).length} members, listed in ${relative(ROOT, LISTING)}`;
}

/** The public members of a type, or of an interface, where they do not say so. */
function membersIn(source: string): string[] {
  return [...source.matchAll(/^ {8}(?:public )?((?:static |virtual |override )?[\w.<>[\], ?]+ \w+(?:\(.*\))?)(?=\n? *[;{]?$)/gm)].map(([, member]) => member).filter((member) => !member.startsWith('protected '));
}

/** Whether the .NET package can be compiled here. */
export async function hasDotnet(): Promise<boolean> {
  return (await run('dotnet --version', ROOT)).status === 0;
}

/** Compiles the .NET package. */
export async function compileDotnet(): Promise<void> {
  await mustRun('dotnet build --configuration Release', PACKAGE);
}
