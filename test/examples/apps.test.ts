import { readdirSync, readFileSync } from 'fs';
import { join } from 'path';
import { App } from 'aws-cdk-lib';
import type { CloudAssembly } from 'aws-cdk-lib/cx-api';

const ROOT = join(__dirname, '..', '..');
const EXAMPLES = join(ROOT, 'examples');

/** The folders that are an app. */
const APPS = readdirSync(EXAMPLES).filter((name) => !name.includes('.') && readdirSync(join(EXAMPLES, name)).includes('app.ts'));

/** What an app says when it is synthesized, where it shows just that. */
const SAYS: Record<string, string[]> = {
  'imported-resources': [
    'warning /ImportedResources/Topic/EcsEventDelivery importedTopic',
    'warning /ImportedResources/Queue/EcsEventDelivery importedQueue',
    'warning /ImportedResources/Queue/EcsEventDelivery importedKey',
  ],
};

/** What SECURITY.md says that EventBridge may do, and under which conditions. */
const ALLOWED = [...readFileSync(join(ROOT, 'SECURITY.md'), 'utf8').matchAll(/^ {2}\| (?:an? |the )(queue|function|topic|key) ?[\w ]*\| (.+) \| (.*)\|$/gm)]
  .map(([, resource, ...cells]) => [resource, ...cells.map((cell) => [...cell.matchAll(/`(.+?)`/g)].map(([, name]) => name).sort().join())].join(' | '));

/** What EventBridge may do in the policies of a template, in the words of SECURITY.md. */
function allowedIn({ Resources }: any): string[] {
  const policies = { 'AWS::SQS::QueuePolicy': 'queue', 'AWS::SNS::TopicPolicy': 'topic', 'AWS::KMS::Key': 'key' };
  return Object.values<any>(Resources).flatMap(({ Type, Properties }) => {
    if (Type === 'AWS::Lambda::Permission' && Properties.Principal === 'events.amazonaws.com') {
      const conditions = ['SourceAccount', 'SourceArn'].filter((name) => Properties[name]).map((name) => `aws:${name}`);
      return [['function', Properties.Action, conditions.join()].join(' | ')];
    }
    const statements: any[] = (Properties?.PolicyDocument ?? Properties?.KeyPolicy)?.Statement ?? [];
    return statements.filter(({ Principal }) => Principal?.Service === 'events.amazonaws.com').map(({ Action, Condition = {}, Resource }) => {
      const resource = policies[Type as keyof typeof policies] ?? Type;
      const conditions = Object.values(Condition).flatMap((keys) => Object.keys(keys as object));
      return [Resource === '*' && resource !== 'key' ? `every ${resource}` : resource, [Action].flat().sort().join(), conditions.sort().join()].join(' | ');
    });
  });
}

/** What became of each app: it synthesizes itself as soon as it is loaded, once. */
const ASSEMBLIES: Record<string, CloudAssembly> = {};

beforeAll(() => {
  const synth = jest.spyOn(App.prototype, 'synth');
  APPS.forEach((name) => {
    // A comparison with the simulator, which some runs of the tests add, synthesizes the app again.
    const first = synth.mock.results.length;
    // eslint-disable-next-line @typescript-eslint/no-require-imports
    require(join(EXAMPLES, name, 'app.ts'));
    ASSEMBLIES[name] = synth.mock.results[first].value;
  });
  synth.mockRestore();
}, 60_000);

test('there are at least eight apps, and examples/README.md has a row for each', () => {
  const readme = readFileSync(join(EXAMPLES, 'README.md'), 'utf8');
  const rows = [...readme.matchAll(/^\| \[(.+?)\]\(\1\) \|/gm)].map(([, name]) => name);
  expect(APPS.length).toBeGreaterThanOrEqual(8);
  expect([...rows].sort()).toEqual(APPS);
});

describe.each(APPS)('%s', (name) => {
  test('begins by saying what it shows, and the command that deploys it', () => {
    const [first] = readFileSync(join(EXAMPLES, name, 'app.ts'), 'utf8').split('\n');
    expect(first).toMatch(/^\/\/ [A-Z].+: (deploy it with `cdk deploy( --all)?|see them with `cdk synth --quiet) --app "npx tsx examples\/[\w-]+\/app\.ts"`\.$/);
    expect(first).toContain(` examples/${name}/app.ts"`);
  });

  test('is synthesized, and says nothing but what it is there to show', () => {
    const said = ASSEMBLIES[name].stacks.flatMap(({ messages }) => messages)
      // Newer CDKs say so (seen with 2.276.0) wherever stacks refer to each other; whoever deploys decides it by a flag of cdk.json.
      .filter(({ entry }) => !String(entry.data).startsWith('No cross-stack-reference strength configured'))
      .map(({ level, id, entry }) => `${level} ${id} ${/\[ack: cdk-ecs-event-rules:(\w+)\]$/.exec(String(entry.data))?.[1] ?? entry.data}`);
    expect(said).toEqual(SAYS[name] ?? []);
  });

  test('allows EventBridge nothing but what SECURITY.md says, and runs nothing at deployment', () => {
    const templates = ASSEMBLIES[name].stacks.map(({ template }) => template);
    expect(templates.flatMap(allowedIn).filter((allowed) => !ALLOWED.includes(allowed))).toEqual([]);
    expect(templates.flatMap(({ Resources }) => Object.values<any>(Resources)).filter(({ Type }) => /^Custom::|CustomResource$/.test(Type))).toEqual([]);
  });
});

test('together the apps allow EventBridge all that SECURITY.md says', () => {
  const allowed = Object.values(ASSEMBLIES).flatMap(({ stacks }) => stacks.flatMap(({ template }) => allowedIn(template)));
  expect(ALLOWED).toHaveLength(5);
  expect(ALLOWED.filter((row) => !allowed.includes(row))).toEqual([]);
});
