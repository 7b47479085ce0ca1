import { execFileSync } from 'child_process';
import { existsSync, mkdtempSync, readdirSync, rmSync } from 'fs';
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
  execFileSync(CDK, [...args, '--output', assembly], {
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
  cdk('deploy', '--all', '--require-approval', 'never', '--app', `npx tsx --tsconfig tsconfig.dev.json examples/${example}/app.ts`);
  return Promise.all((await names()).filter((name) => !before.includes(name)).map((name) => DeployedStack.of(aws, name)));
}

test.each(EXAMPLES)('examples/%s is deployed by the CDK command line, and every sample event arrives as the simulator says', async (example) => {
  // GIVEN
  const stacks = await deploy(example);
  const topics = stacks.flatMap((stack) => stack.idsOf('AWS::SNS::Topic').map((id) => ({ id, arn: stack.physicalId('AWS::SNS::Topic', id) })));
  const listeners = await Promise.all(topics.map(async ({ id, arn }) => ({ id, listener: await Listener.to(aws, arn) })));

  // WHEN
  const events: unknown[] = [];
  for (const sample of SampleEvent.all()) {
    events.push(await bus.put(sample));
  }

  // THEN
  const outcomes = stacks.map((stack) => stack.simulator()).flatMap((simulator) => events.map((event) => simulator.send(SampleEvent.of(event))));
  const delivered = outcomes.flatMap((outcome) => outcome.delivered);
  const saidFor = (id: string) => delivered.filter(({ target }) => target === id).map(({ body }) => comparable(body)).sort();
  expect(delivered.length).toBeGreaterThan(0);
  expect(outcomes.flatMap(({ undelivered }) => undelivered)).toEqual([]);
  for (const { id, listener } of listeners) {
    expect((await listener.heard()).map(comparable).sort()).toEqual(saidFor(id));
  }
  for (const stack of stacks) {
    for (const queue of stack.idsOf('AWS::SQS::Queue')) {
      expect((await arrivedIn(stack, queue)).map(({ body }) => comparable(body)).sort()).toEqual(saidFor(queue));
    }
    for (const handler of stack.idsOf('AWS::Lambda::Function')) {
      expect(await invocationsOf(stack, handler)).toHaveLength(saidFor(handler).length);
    }
  }
}, 120_000);
