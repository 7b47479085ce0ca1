import { existsSync, readFileSync } from 'fs';
import { join } from 'path';
import { gunzipSync } from 'zlib';

const ROOT = join(__dirname, '..', '..');
/** The modules of the CDK that an app with this library also uses. */
const MODULES = ['', 'aws_ecs', 'aws_events', 'aws_events_targets', 'aws_sns', 'aws_sqs', 'aws_lambda', 'aws_iam', 'aws_cloudwatch'];

/** The classes, structs and enums that a module exports, as jsii sees them. */
function exportsOf(file: string): { readonly name: string; readonly isInterface: boolean }[] {
  const source = readFileSync(file, 'utf8');
  const path = (module: string) => [`${module}.ts`, join(module, 'index.ts')].map((name) => join(file, '..', name)).find((name) => existsSync(name))!;
  return [
    ...[...source.matchAll(/^export \* (?:as \w+ )?from '(.*)';$/gm)].flatMap(([, module]) => exportsOf(path(module))),
    ...[...source.matchAll(/^export (?:abstract )?(class|interface|enum) (\w+)/gm)].map(([, kind, name]) => ({ name, isInterface: kind === 'interface' })),
  ];
}

/** The names by which types are known in C#, where an interface gets an I in front of its name. */
const inCsharp = ({ name, isInterface }: { readonly name: string; readonly isInterface: boolean }) => isInterface ? [name, `I${name}`] : [name];

/** The names in a file, without its comments. */
function listed(language: string): Set<string> {
  const lines = readFileSync(join(__dirname, 'default-imports', `${language}.txt`), 'utf8').split('\n');
  return new Set(lines.filter((line) => !line.startsWith('#')).join(' ').split(' '));
}

interface JsiiType {
  readonly name: string;
  readonly namespace?: string;
  readonly kind: string;
}

/** The names that the modules of the CDK have, with one module that has them. */
function cdkNames(): Map<string, string> {
  const assembly = gunzipSync(readFileSync(join(ROOT, 'node_modules', 'aws-cdk-lib', '.jsii.gz'))).toString();
  const { types } = JSON.parse(assembly) as { readonly types: Record<string, JsiiType> };
  return new Map(Object.values(types)
    .filter(({ namespace = '' }) => MODULES.includes(namespace))
    .flatMap(({ name, namespace, kind }) => inCsharp({ name, isInterface: kind === 'interface' }).map((each) => [each, namespace ?? 'core'])));
}

const LANGUAGES = ['csharp', 'java', 'python', 'go'].map((language) => [language, listed(language)] as const);
const CDK = cdkNames();

/** The names that mean something else in a file which imports the library and what every file imports. */
function collisions(types: readonly { readonly name: string; readonly isInterface: boolean }[]): string[] {
  const namesIn = (language: string, type: typeof types[number]) => language === 'csharp' ? inCsharp(type) : [type.name];
  return types.flatMap((type) => [
    ...LANGUAGES.filter(([language, names]) => namesIn(language, type).some((name) => names.has(name))).map(([language]) => `${type.name}: ${language}`),
    ...inCsharp(type).filter((name) => CDK.has(name)).map((name) => `${name}: ${CDK.get(name)}`),
  ]);
}

describe('the public names', () => {
  const types = exportsOf(join(ROOT, 'src', 'index.ts'));

  test('are all found', () => {
    const names = types.map(({ name }) => name);
    expect(names).toEqual(expect.arrayContaining(['EcsEventRule', 'SnsPublishProps', 'EventBusSimulator', 'DeliveryStatus']));
    expect(names.length).toBeGreaterThan(80);
  });

  test('are no names that a language imports by default or that a module of the CDK used with this one has', () => {
    expect(collisions(types)).toEqual([]);
  });

  test.each([
    ['TaskStatus', false, ['TaskStatus: csharp']],
    ['Process', false, ['Process: java']],
    ['TimeoutError', false, ['TimeoutError: python']],
    ['testing', false, ['testing: go']],
    ['TargetBaseProps', true, ['TargetBaseProps: aws_events_targets', 'ITargetBaseProps: aws_events_targets']],
    ['Cluster', false, ['Cluster: aws_ecs']],
    ['Resource', false, ['Resource: core']],
    ['Cluster', true, ['Cluster: aws_ecs', 'ICluster: aws_ecs']],
  ])('would not be %s', (name, isInterface, found) => {
    expect(collisions([{ name, isInterface }])).toEqual(found);
  });
});
