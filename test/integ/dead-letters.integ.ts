import { spawnSync } from 'child_process';
import { readFileSync } from 'fs';
import { dirname, join } from 'path';
import { App, BootstraplessSynthesizer, Stack } from 'aws-cdk-lib';
import * as lambda from 'aws-cdk-lib/aws-lambda';
import * as sns from 'aws-cdk-lib/aws-sns';
import * as sqs from 'aws-cdk-lib/aws-sqs';
import { Aws } from './aws';
import { Bus } from './bus';
import { DeployedStack } from './deployed-stack';
import { arrivedIn, comparable, receivedBy } from './far-end';
import { PYTHON } from './install';
import { Listener } from './listener';
import { LambdaInvoke, ServiceTaskPlacementFailureRule, SnsPublish, SqsSendMessage } from '../../src';
import { SampleEvent } from '../../src/testing';
import { remove, templateOf } from '../engine/simulation/alert-app';
import { PERMISSION, QUEUE_POLICY, TOPIC_POLICY } from '../engine/simulation/sabotage';
import type { Sabotage } from '../engine/simulation/sabotage';
import { LOGGING_HANDLER } from '../matrix/ends';

const ENVIRONMENT = { account: '333344445555', region: 'us-east-2' };

/** The commands of the documentation: to look at dead letters, and to put one back. */
const PAGE = readFileSync(join(__dirname, '..', '..', 'docs', 'guides', 'troubleshoot.md'), 'utf8');
const [LOOK, PUT_BACK] = [...PAGE.matchAll(/^```sh\n([^`]*)^```/gm)].map(([, block]) => block).filter((block) => block.includes('$DEAD_LETTERS'));

/** The one of the three lines of the documentation that is for a kind of target. */
const LINES: { readonly [kind: string]: string } = { SNS: 'aws sns publish', SQS: 'aws sqs send-message', Lambda: 'aws lambda invoke' };

let aws: Aws;
let bus: Bus;
let stack: DeployedStack | undefined;

beforeAll(async () => {
  aws = new Aws(ENVIRONMENT);
  bus = await Bus.of(aws);
}, 60_000);

afterEach(async () => {
  await stack?.delete();
  stack = undefined;
});

afterAll(() => aws.close());

/** Deploys an app with a target of each kind, after something was done to it. */
async function deploy(name: string, sabotage: Sabotage): Promise<DeployedStack> {
  const app = new Stack(new App(), name, { env: ENVIRONMENT, synthesizer: new BootstraplessSynthesizer() });
  const handler = new lambda.Function(app, 'OnCall', {
    runtime: lambda.Runtime.NODEJS_22_X,
    handler: 'index.handler',
    code: lambda.Code.fromInline(LOGGING_HANDLER),
  });
  new ServiceTaskPlacementFailureRule(app, 'PlacementFailure', {
    targets: [new SnsPublish(new sns.Topic(app, 'Topic')), new SqsSendMessage(new sqs.Queue(app, 'Queue')), new LambdaInvoke(handler)],
  });
  const template = templateOf(app);
  sabotage(template);
  stack = await DeployedStack.deploy(aws, name, template);
  return stack;
}

/**
 * PyPI has version 1 of the AWS command line, which needs the endpoint as an option. It always takes payloads as they are, and does not
 * know the option that says so.
 */
const VERSION_1 = `aws() {
  local said=()
  for word; do [[ $word =~ ^(--cli-binary-format|raw-in-base64-out)$ ]] || said+=("$word"); done
  command aws --endpoint-url "$AWS_ENDPOINT_URL" "\${said[@]}"
}`;

/** Runs commands of the documentation in a shell. */
function run(commands: string, queueUrl: string): string {
  const { stdout, stderr, status } = spawnSync('bash', ['-euo', 'pipefail', '-c', `${VERSION_1}\n${commands}`], {
    encoding: 'utf8',
    env: {
      ...process.env,
      PATH: `${dirname(PYTHON)}:${process.env.PATH}`,
      DEAD_LETTERS: queueUrl,
      AWS_ENDPOINT_URL: process.env.INTEG_ENDPOINT,
      AWS_ACCESS_KEY_ID: ENVIRONMENT.account,
      AWS_SECRET_ACCESS_KEY: 'test',
      AWS_DEFAULT_REGION: ENVIRONMENT.region,
      AWS_EC2_METADATA_DISABLED: 'true',
    },
  });
  if (status !== 0) {
    throw new Error(`the commands of docs/guides/troubleshoot.md, which need jq, ended with ${status}:\n${stderr}`);
  }
  return stdout;
}

test.each<[string, Sabotage]>([
  ['SNS', (template) => remove(template, TOPIC_POLICY, 'Topic')],
  ['SQS', (template) => remove(template, QUEUE_POLICY, 'Queue')],
  ['Lambda', (template) => remove(template, PERMISSION)],
])('the commands of the documentation show a dead letter, and put it back to where it was meant to go: %s', async (kind, sabotage) => {
  // GIVEN
  const deployed = await deploy(`${kind}Refused`, sabotage);
  const listener = await Listener.to(aws, deployed.physicalId('AWS::SNS::Topic', 'Topic'));
  const arrivals: { readonly [kind: string]: () => Promise<string[]> } = {
    SNS: () => listener.matched(),
    SQS: async () => (await arrivedIn(deployed, 'Queue')).map(({ body }) => body),
    Lambda: () => receivedBy(deployed),
  };
  const event = await bus.put(SampleEvent.serviceTaskPlacementFailure({ reason: 'it\'s "full"' }));
  const queueUrl = deployed.physicalId('AWS::SQS::Queue', 'EcsEventDeadLetters');
  expect(await arrivals[kind]()).toEqual([]);

  // WHEN
  const isForOthers = (line: string) => Object.entries(LINES).some(([other, start]) => other !== kind && line.startsWith(start));
  const { Messages } = JSON.parse(run(LOOK, queueUrl));
  run(PUT_BACK.split('\n').filter((line) => !isForOthers(line)).join('\n'), queueUrl);

  // THEN
  expect(Messages.map(({ MessageAttributes }: any) => MessageAttributes.ERROR_CODE.StringValue)).toEqual(['NO_PERMISSIONS']);
  expect((await arrivals[kind]()).map(comparable)).toEqual([comparable(JSON.stringify(event))]);
  expect(await arrivedIn(deployed, 'EcsEventDeadLetters')).toEqual([]);
}, 60_000);
