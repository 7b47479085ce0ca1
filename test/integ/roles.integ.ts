import { App, BootstraplessSynthesizer, CfnResource, Stack } from 'aws-cdk-lib';
import { Template } from 'aws-cdk-lib/assertions';
import * as kms from 'aws-cdk-lib/aws-kms';
import * as lambda from 'aws-cdk-lib/aws-lambda';
import * as sns from 'aws-cdk-lib/aws-sns';
import * as sqs from 'aws-cdk-lib/aws-sqs';
import type { Environment } from './aws';
import { Aws } from './aws';
import { Bus } from './bus';
import { DeployedStack } from './deployed-stack';
import { arrivedIn, comparable, receivedBy } from './far-end';
import { Listener } from './listener';
import { LambdaInvoke, ServiceTaskPlacementFailureRule, SnsPublish, SqsSendMessage } from '../../src';
import { DeliveryStatus, EventBusSimulator, SampleEvent } from '../../src/testing';
import { LOGGING_HANDLER } from '../matrix/ends';

const RULES = { account: '606060606060', region: 'us-west-1' };
const CENTRAL = { account: '707070707070', region: 'us-west-1' };
const OUTSIDER = { account: '808080808080', region: 'us-west-1' };

/** A rule in one account, and its targets in another. */
interface TwoAccounts {
  readonly app: App;
  readonly alerts: Stack;
  readonly central: Stack;
}

/** Changes what is deployed: the resources of a type, by an override. */
type Change = (apps: TwoAccounts) => void;

function twoAccounts(change: Change): TwoAccounts {
  const app = new App();
  const stack = (id: string, env: Environment) => new Stack(app, id, { env, synthesizer: new BootstraplessSynthesizer() });
  const [central, alerts] = [stack('Central', CENTRAL), stack('Alerts', RULES)];
  const queue = new sqs.Queue(central, 'Queue', { queueName: 'central', encryptionMasterKey: new kms.Key(central, 'Key') });
  const topic = new sns.Topic(central, 'Topic', { topicName: 'central' });
  const handler = new lambda.Function(central, 'OnCall', {
    functionName: 'central', code: lambda.Code.fromInline(LOGGING_HANDLER), handler: 'index.handler', runtime: lambda.Runtime.NODEJS_22_X,
  });
  new ServiceTaskPlacementFailureRule(alerts, 'Alert', { targets: [new SnsPublish(topic), new SqsSendMessage(queue), new LambdaInvoke(handler)] });
  const apps = { app, alerts, central };
  change(apps);
  return apps;
}

function each(stack: Stack, type: string, change: (resource: CfnResource) => void): void {
  stack.node.findAll()
    .filter((construct): construct is CfnResource => CfnResource.isCfnResource(construct) && construct.cfnResourceType === type)
    .forEach(change);
}

const clients: Aws[] = [];
const deployed: DeployedStack[] = [];
const client = (environment: Environment) => {
  const aws = new Aws(environment);
  clients.push(aws);
  return aws;
};

afterEach(async () => {
  for (const stack of deployed.splice(0)) {
    await stack.delete();
  }
});

afterAll(() => Promise.all(clients.map((aws) => aws.close())));

let rules: Aws;
let owner: Aws;
let outsider: Aws;

beforeAll(() => {
  [rules, owner, outsider] = [RULES, CENTRAL, OUTSIDER].map(client);
});

/** Deploys both stacks, puts the alert on the bus of an account, and returns what arrives. */
async function arrivals(change: Change = () => {}, sender = rules) {
  const { app, alerts, central } = twoAccounts(change);
  // A target without a role is an error at synthesis, which would stop the app before the server sees it.
  app.synth({ skipValidation: true });
  const deploy = async (aws: Aws, stack: Stack) => {
    const template = JSON.stringify(Template.fromStack(stack).toJSON());
    const ofSender = stack === alerts ? template.replaceAll(RULES.account, sender.environment.account) : template;
    const result = await DeployedStack.deploy(aws, stack.stackName, JSON.parse(ofSender) as object);
    deployed.push(result);
    return result;
  };
  const there = await deploy(owner, central);
  const listener = await Listener.to(owner, there.physicalId('AWS::SNS::Topic'));
  const here = await deploy(sender, alerts);
  const bus = await Bus.of(sender);
  const event = await bus.put(SampleEvent.serviceTaskPlacementFailure({ clusterName: 'prod' }));
  const received = {
    topic: (await listener.matched()).map(comparable),
    queue: (await arrivedIn(there, 'Queue')).map(({ body }) => comparable(body)),
    function: (await receivedBy(there)).map(comparable),
  };
  const letters = (await arrivedIn(here, 'EcsEventDeadLetters')).map(({ attributes }) => `${attributes.ERROR_CODE} ${attributes.TARGET_ARN}`);
  const simulated = EventBusSimulator.fromApp(app).send(SampleEvent.fromJson(event));
  await bus.delete();
  return { event: comparable(JSON.stringify(event)), received, letters: letters.sort(), simulated };
}

/** What the simulator predicts for the dead-letter queue. */
function predicted({ undelivered }: ReturnType<EventBusSimulator['send']>): string[] {
  return undelivered.filter(({ status }) => status === DeliveryStatus.DEAD_LETTERED).map(({ deadLetter }) => `${deadLetter!.attributes.ERROR_CODE} ${deadLetter!.attributes.TARGET_ARN}`).sort();
}

const ARNS = { topic: 'arn:aws:sns:us-west-1:707070707070:central', queue: 'arn:aws:sqs:us-west-1:707070707070:central', function: 'arn:aws:lambda:us-west-1:707070707070:function:central' };
const ALL = Object.values(ARNS);

test('with its roles the event arrives in every target of the other account, as the simulator predicts', async () => {
  const { event, received, letters, simulated } = await arrivals();
  expect(received).toEqual({ topic: [event], queue: [event], function: [event] });
  expect([letters, predicted(simulated)]).toEqual([[], []]);
}, 60_000);

test.each<[string, string[], string, Change]>([
  ['the targets have no role', ALL, 'NO_PERMISSIONS', ({ alerts }) => each(alerts, 'AWS::Events::Rule', (rule) => [0, 1, 2].forEach((i) => rule.addPropertyDeletionOverride(`Targets.${i}.RoleArn`)))],
  ['the roles have no permissions', ALL, 'NO_PERMISSIONS', ({ alerts }) => each(alerts, 'AWS::IAM::Role', (role) => role.addPropertyOverride('Policies.0.PolicyDocument.Statement.0.Resource', 'arn:aws:s3:::other'))],
  ['the roles trust the rules of another account', ALL, 'FAILED_TO_ASSUME_ROLE', ({ alerts }) => (
    each(alerts, 'AWS::IAM::Role', (role) => role.addPropertyOverride('AssumeRolePolicyDocument.Statement.0.Condition.StringEquals.aws:SourceAccount', OUTSIDER.account)))],
  ['the policy of the queue is for another account', [ARNS.queue], 'NO_PERMISSIONS', ({ central }) => (
    each(central, 'AWS::SQS::QueuePolicy', (policy) => policy.addPropertyOverride('PolicyDocument.Statement.0.Principal.AWS', `arn:aws:iam::${OUTSIDER.account}:root`)))],
  ['the key of the queue is for another account', [ARNS.queue], 'NO_PERMISSIONS', ({ central }) => (
    each(central, 'AWS::KMS::Key', (key) => key.addPropertyOverride('KeyPolicy.Statement.1.Principal.AWS', `arn:aws:iam::${OUTSIDER.account}:root`)))],
  ['the policy of the topic is for roles of another path', [ARNS.topic], 'NO_PERMISSIONS', ({ central }) => (
    each(central, 'AWS::SNS::TopicPolicy', (policy) => policy.addPropertyOverride('PolicyDocument.Statement.1.Condition.ArnLike.aws:PrincipalArn', 'arn:aws:iam::606060606060:role/other/*')))],
])('where %s, the event is in the dead-letter queue, as the simulator predicts', async (_title, refused, errorCode, change) => {
  const { event, received, letters, simulated } = await arrivals(change);
  const expected = Object.fromEntries(Object.entries(ARNS).map(([kind, arn]) => [kind, refused.includes(arn) ? [] : [event]]));
  expect(received).toEqual(expected);
  expect(letters).toEqual(refused.map((arn) => `${errorCode} ${arn}`).sort());
  expect(predicted(simulated)).toEqual(letters);
}, 60_000);

test('an outsider with the same stack in a third account is refused by every target', async () => {
  const { received, letters } = await arrivals(() => {}, outsider);
  expect(received).toEqual({ topic: [], queue: [], function: [] });
  expect(letters).toEqual(ALL.map((arn) => `NO_PERMISSIONS ${arn}`).sort());
}, 60_000);
