import { readFileSync } from 'fs';
import { gunzipSync } from 'zlib';

/** A type, as code in C# sees it. */
export interface TypeMembers {
  readonly name: string;
  readonly members: ReadonlySet<string>;
  readonly bases: readonly string[];
}

/** What the app uses of .NET and of xunit, neither of which is here. */
const DOTNET = new Set([
  'Dictionary', 'Exception', 'JsonDocument', 'JsonElement', 'Assert', 'TheoryData', 'MemberData', 'CollectionBehavior',
  'Select', 'Where', 'ToArray', 'Length', 'Message', 'Parse', 'RootElement', 'GetProperty', 'GetString',
  'Equal', 'Single', 'StartsWith', 'Contains', 'True', 'All', 'ThrowsAny',
]);
const NAMESPACES = /^(Amazon|CDK|EcsAlerts|Tests)$/;

/** The types that a file of generated code declares, with their public members. */
export function membersOf(source: string): TypeMembers[] {
  const [, name, bases = ''] = /^ {4}public (?:class|interface|enum) (\w+)(?: : ([\w., ]+))?/m.exec(source) ?? [];
  const members = [
    ...source.matchAll(/^ {8}(?:public )?(?:static |virtual |override )?[\w.<>[\], ?]+ (\w+)(?:\(.*\))?$/gm),
    ...source.matchAll(/^ {8}(\w+),?$/gm),
  ].map(([, member]) => member);
  return name === undefined ? [] : [{ name, members: new Set(members), bases: lastNames(bases) }];
}

const lastNames = (names: string) => names.split(',').map((path) => path.trim().split('.').pop()!).filter((name) => name !== '');
const pascalCase = (name: string) => name.replace(/^[a-z]/, (letter) => letter.toUpperCase());

interface JsiiType {
  readonly name: string;
  readonly datatype?: boolean;
  readonly base?: string;
  readonly interfaces?: readonly string[];
  readonly properties?: readonly { readonly name: string }[];
  readonly methods?: readonly { readonly name: string }[];
  readonly members?: readonly { readonly name: string }[];
}

/** The types of a library by its jsii assembly. jsii begins every member with a capital letter in C#. */
export function cdkMembers(assembly: string): TypeMembers[] {
  const contents = readFileSync(assembly);
  const { types } = JSON.parse((assembly.endsWith('.gz') ? gunzipSync(contents) : contents).toString()) as { readonly types: Record<string, JsiiType> };
  return Object.values(types).map(({ name, base, interfaces = [], properties = [], methods = [], members = [] }) => ({
    name,
    members: new Set([...properties, ...methods, ...members].map((member) => pascalCase(member.name))),
    bases: lastNames([base ?? '', ...interfaces].join(',')),
  }));
}

function tokensOf(source: string): string[] {
  const code = source.replace(/\/\/.*$|\$?"(?:\\.|[^"\\])*"/gm, (text) => text.startsWith('/') ? '' : '""').replace(/^(using|namespace) .*;$/gm, '');
  return code.match(/""|\w+|=>|==|\S/g) ?? [];
}

/**
 * The types and members in the code of an app that do not exist: behind `new`, in the initializer of an object, and behind a dot.
 * Behind a variable the type is not known; there, any type of the library or of those that the app names may have the member.
 */
export function unknownNames(sources: readonly string[], library: readonly TypeMembers[], cdk: readonly TypeMembers[]): string[] {
  const known = new Map<string, TypeMembers[]>();
  [...cdk, ...library].forEach((type) => known.set(type.name, [...known.get(type.name) ?? [], type]));
  const tokens = sources.flatMap(tokensOf);
  const own = new Set(sources.flatMap((source) => [
    ...source.matchAll(/\b(?:class|record) (\w+)/g), ...source.matchAll(/(?:public|private|internal) (?:static )?[\w.<>[\], ?]+ (\w+)(?=\(| \{| =>)/g),
  ].map(([, name]) => name)));
  // Several modules may have a type of one name, and one of them may extend that of another.
  const has = (type: string, member: string, seen: readonly string[] = []): boolean => !seen.includes(type)
    && (known.get(type) ?? []).some(({ members, bases }) => members.has(member) || bases.some((base) => has(base, member, [...seen, type])));
  const named = new Set([...library.map(({ name }) => name), ...tokens.filter((token) => known.has(token))]);
  const anywhere = (member: string) => own.has(member) || DOTNET.has(member) || [...named].some((type) => has(type, member));

  const problems = new Set<string>();
  /** The type whose object is initialized between these braces, if any. */
  const braces: (string | undefined)[] = [];
  let created: string | undefined;
  tokens.forEach((token, index) => {
    const [before, next] = [tokens[index - 1], tokens[index + 1]];
    if (token === '{') {
      braces.push(created);
      created = undefined;
    } else if (token === '}') {
      braces.pop();
    } else if (token === ';' || token === ',') {
      created = undefined;
    } else if (/^[A-Z]\w*$/.test(token)) {
      const type = braces.at(-1);
      if (next === '=' && (before === '{' || before === ',') && type !== undefined) {
        if (!has(type, token)) {
          problems.add(`${type} has no ${token}`);
        }
      } else if (before === '.' && !NAMESPACES.test(tokens[index - 2])) {
        const owner = tokens[index - 2];
        const isStatic = known.has(owner) && tokens[index - 3] !== '.';
        if (isStatic ? !has(owner, token) && !own.has(token) : !anywhere(token)) {
          problems.add(`${isStatic ? owner : 'nothing'} has ${isStatic ? 'no ' : ''}${token}`);
        }
      } else if (next !== '.' && (before === 'new' || NAMESPACES.test(tokens[index - 2] ?? '') && before === '.')) {
        created = token;
        if (!known.has(token) && !own.has(token) && !DOTNET.has(token)) {
          problems.add(`there is no type ${token}`);
        }
      }
    }
  });
  return [...problems];
}
