import { execFileSync } from 'child_process';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'fs';
import { tmpdir } from 'os';
import { join } from 'path';
import { Aws } from './aws';
import { Bus } from './bus';
import { DeployedStack } from './deployed-stack';
import { arrivedIn, comparable, invocationsOf } from './far-end';
import { CDK } from './install';
import { Listener } from './listener';
import { SampleEvent } from '../../src/testing';

const ROOT = join(__dirname, '..', '..');
const EXAMPLES = readdirSync(join(ROOT, 'examples')).filter((name) => existsSync(join(ROOT, 'examples', name, 'app.ts')));

/** What is not deployed here, and why. */
const SKIPPED: Record<string, string> = {
  'central-topic': 'each file has one account and Region here; see roles.integ.ts',
  'imported-resources': 'what it imports is not there',
  'imported-with-role': 'what it imports is not there',
  'queue-in-another-stack': 'a simulator of one deployed template does not contain the queue of the other',
  'several-accounts': 'each file has one account and Region here',
};

/** What the server cannot deploy; and the consumer of a queue, which would empty it before it is read. */
const TAKEN_AWAY = ['AWS::Chatbot::SlackChannelConfiguration', 'AWS::Events::Archive', 'AWS::CloudWatch::Alarm', 'AWS::Lambda::EventSourceMapping'];

interface Names {
  readonly cluster?: string;
  readonly service?: string;
  readonly daemon?: string;
}

/** What an example is about, if not the cluster that it makes, nor what AWS's samples are about. */
const ABOUT: Record<string, Names> = {
  'chat': { cluster: 'orders' },
  'clusters-and-daemons': { daemon: 'log-agent' },
  'failure-alerts': { cluster: 'orders' },
  'fifo-queue': { cluster: 'production' },
  'function-handler': { cluster: 'production' },
  'one-service': { service: 'web' },
  'own-rule': { cluster: 'production' },
  'undelivered-alerts': { cluster: 'production' },
};

const ENVIRONMENT = { account: '222233334444', region: 'eu-central-1' };

let aws: Aws;
let bus: Bus;
let assembly: string;

beforeAll(async () => {
  assembly = mkdtempSync(join(tmpdir(), 'integ-'));
  aws = new Aws(ENVIRONMENT);
  bus = await Bus.of(aws);
  cdk('bootstrap', `aws://${ENVIRONMENT.account}/${ENVIRONMENT.region}`);
}, 120_000);

afterAll(async () => {
  rmSync(assembly, { recursive: true });
  await aws.close();
});

/** Runs the CDK command line, as users of the library do. */
function cdk(...args: string[]): void {
  execFileSync(CDK, args, {
    cwd: ROOT,
    stdio: ['ignore', 'pipe', 'pipe'],
    env: {
      ...process.env,
      AWS_ENDPOINT_URL: process.env.INTEG_ENDPOINT,
      AWS_ACCESS_KEY_ID: ENVIRONMENT.account,
      AWS_SECRET_ACCESS_KEY: 'test',
      AWS_REGION: ENVIRONMENT.region,
      AWS_EC2_METADATA_DISABLED: 'true',
    },
  });
}

/** Deploys an example, and returns its stacks. */
async function deploy(example: string): Promise<DeployedStack[]> {
  const names = async () => (await aws.call('cloudformation', 'DescribeStacks')).Stacks.map(({ StackName }: { StackName: string }) => StackName) as string[];
  const before = await names();
  const folder = join(assembly, example);
  cdk('synth', '--quiet', '--output', folder, '--app', `npx tsx --tsconfig tsconfig.dev.json examples/${example}/app.ts`);
  for (const file of readdirSync(folder).filter((name) => name.endsWith('.template.json'))) {
    const { Resources, ...template } = JSON.parse(readFileSync(join(folder, file), 'utf8')) as { readonly Resources: Record<string, { Type: string }> };
    const left = Object.entries(Resources).filter(([, { Type }]) => !TAKEN_AWAY.includes(Type));
    writeFileSync(join(folder, file), JSON.stringify({ ...template, Resources: Object.fromEntries(left) }));
  }
  cdk('deploy', '--all', '--require-approval', 'never', '--app', folder);
  return Promise.all((await names()).filter((name) => !before.includes(name)).map((name) => DeployedStack.of(aws, name)));
}

/** A sample event as if it were about the names of an example. */
function renamed(event: unknown, { cluster, service, daemon }: Names): SampleEvent {
  const names: [RegExp, string | undefined][] = [
    [/(?<=\/)(my-cluster|default)(?=[/"])/g, cluster], [/servicetest/g, service], [/my-daemon/g, daemon],
  ];
  return SampleEvent.fromJson(JSON.parse(names.reduce((text, [found, name]) => name ? text.replace(found, name) : text, JSON.stringify(event))));
}

test('what is skipped is an example', () => {
  expect(EXAMPLES).toEqual(expect.arrayContaining([...Object.keys(SKIPPED), ...Object.keys(ABOUT)]));
});

test.each(EXAMPLES.filter((example) => !(example in SKIPPED)))('examples/%s is deployed by the CDK command line, and every sample event arrives as the simulator predicts', async (example) => {
  // GIVEN
  const stacks = await deploy(example);
  const topics = stacks.flatMap((stack) => stack.idsOf('AWS::SNS::Topic').map((id) => ({ id, arn: stack.physicalId('AWS::SNS::Topic', id) })));
  const [cluster] = stacks.flatMap((stack) => stack.idsOf('AWS::ECS::Cluster').map((id) => stack.physicalId('AWS::ECS::Cluster', id)));
  const listeners = await Promise.all(topics.map(async ({ id, arn }) => ({ id, listener: await Listener.to(aws, arn) })));

  // WHEN
  const events: { [field: string]: unknown }[] = [];
  for (const sample of SampleEvent.all()) {
    events.push(await bus.put(renamed(bus.eventOf(sample), { cluster, ...ABOUT[example] })));
  }

  // THEN
  const simulators = stacks.map((stack) => stack.simulator());
  const outcomes = simulators.flatMap((simulator) => events.map((event) => simulator.send(SampleEvent.fromJson(event))));
  const delivered = outcomes.flatMap((outcome) => outcome.delivered);
  const findingsFor = (id: string) => delivered.filter(({ target }) => target === id).map(({ body }) => comparable(body)).sort();
  expect(delivered.length).toBeGreaterThan(0);
  expect(outcomes.flatMap(({ undelivered }) => undelivered)).toEqual([]);
  for (const { id, listener } of listeners) {
    expect((await listener.matched()).map(comparable).sort()).toEqual(findingsFor(id));
  }
  for (const stack of stacks) {
    for (const queue of stack.idsOf('AWS::SQS::Queue')) {
      expect((await arrivedIn(stack, queue)).map(({ body }) => comparable(body)).sort()).toEqual(findingsFor(queue));
    }
    for (const handler of stack.idsOf('AWS::Lambda::Function')) {
      expect(await invocationsOf(stack, handler)).toHaveLength(findingsFor(handler).length);
    }
  }
}, 120_000);
