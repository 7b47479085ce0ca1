import { copyFileSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'fs';
import { join, relative } from 'path';
import { cdkMembers, membersOf, unknownNames } from './csharp-members';
import { DIST, mustRun, ROOT } from './shell';

/** The sources of the package, which are not part of it. */
const CODE = join(DIST, 'code', 'dotnet', 'CdkEcsEventRules');
const LISTING = join(DIST, 'code', 'dotnet', 'public-api.txt');
const NUPKG = 'CdkEcsEventRules.0.0.0.nupkg';
const APP = join(__dirname, 'csharp');

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

function sourcesIn(folder: string): string[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((path) => path.endsWith('.cs') && !/(^|\/)(bin|obj)\//.test(path))
    .map((path) => readFileSync(join(folder, path), 'utf8'));
}

/** Lists the public API of the .NET package; fails if a type or a member of the library is not in it. */
export function listDotnetApi(): string {
  const declared = new Map<string, string[]>(sourcesIn(CODE).flatMap((source) => {
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

/** Generates the sources of the .NET package. */
export async function generateDotnet(): Promise<void> {
  await mustRun('npx projen package:dotnet --code-only --outdir dist/code', ROOT);
}

/** Fails if the app in C# uses a type or a member that neither the generated sources nor the CDK have. */
export function checkCsharpMembers(): string {
  const library = sourcesIn(CODE).flatMap(membersOf);
  const cdk = ['aws-cdk-lib/.jsii.gz', 'constructs/.jsii'].flatMap((path) => cdkMembers(join(ROOT, 'node_modules', path)));
  const problems = unknownNames(sourcesIn(APP), library, cdk);
  if (problems.length > 0) {
    throw new Error(problems.join('\n'));
  }
  return `${library.length} generated types`;
}

/** Compiles the generated sources and creates the NuGet package of them. */
export async function packDotnet(): Promise<void> {
  await mustRun('dotnet build --configuration Release', CODE, { DirectoryBuildTargetsPath: join(ROOT, 'projenrc', 'nuget.targets') });
  mkdirSync(join(DIST, 'dotnet'), { recursive: true });
  copyFileSync(join(CODE, 'bin', 'Release', NUPKG), join(DIST, 'dotnet', NUPKG));
}

/** Fails if the page of the package in the registry would have no README or no link to the project. */
export async function checkNugetPage(): Promise<string> {
  const nuspec = await mustRun(`unzip -p ${NUPKG} '*.nuspec'`, join(DIST, 'dotnet'));
  const missing = ['<projectUrl>https://', '<readme>README.md</readme>'].filter((text) => !nuspec.includes(text));
  if (missing.length > 0) {
    throw new Error(`the package has no ${missing.join(' and no ')}:\n${nuspec}`);
  }
  return `${(await mustRun(`unzip -p ${NUPKG} README.md`, join(DIST, 'dotnet'))).length} characters of README`;
}
