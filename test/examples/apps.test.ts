import { readdirSync, readFileSync } from 'fs';
import { join } from 'path';
import { App } from 'aws-cdk-lib';
import type { CloudAssembly } from 'aws-cdk-lib/cx-api';

const EXAMPLES = join(__dirname, '..', '..', 'examples');

/** The folders that are an app. */
const APPS = readdirSync(EXAMPLES).filter((name) => !name.includes('.') && readdirSync(join(EXAMPLES, name)).includes('app.ts'));

/** What an app says when it is synthesized, where it shows just that. */
const SAYS: Record<string, string[]> = {
  'imported-resources': [
    'warning /ImportedResources/Topic/EcsEventDelivery importedTopic',
    'warning /ImportedResources/Queue/EcsEventDelivery importedKey',
    'warning /ImportedResources/Queue/EcsEventDelivery importedQueue',
  ],
};

/** Runs an app, which synthesizes itself. */
function synthesize(name: string): CloudAssembly {
  const synth = jest.spyOn(App.prototype, 'synth');
  // eslint-disable-next-line @typescript-eslint/no-require-imports
  require(join(EXAMPLES, name, 'app.ts'));
  return synth.mock.results[0].value;
}

afterEach(() => jest.restoreAllMocks());

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
    const said = synthesize(name).stacks.flatMap(({ messages }) => messages)
      .map(({ level, id, entry }) => `${level} ${id} ${/\[ack: cdk-ecs-event-rules:(\w+)\]$/.exec(String(entry.data))?.[1] ?? entry.data}`);
    expect(said).toEqual(SAYS[name] ?? []);
  });
});
