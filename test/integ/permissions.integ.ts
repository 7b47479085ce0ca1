import { Aws } from './aws';
import { Bus } from './bus';
import { DeployedStack } from './deployed-stack';
import { arrivedIn, comparable, receivedBy } from './far-end';
import { DeliveryStatus, SampleEvent } from '../../src/testing';
import { LOGGING_HANDLER } from '../matrix/ends';
import { alertStack, ENV, idOf, templateOf } from '../testing/simulation/alert-app';
import { withoutExisting } from '../testing/simulation/sabotage';
import type { Sabotage } from '../testing/simulation/sabotage';
import { FUNCTION_CASES, QUEUE_CASES, TOPIC_CASES } from '../testing/simulation/sabotage-cases';

const ALERT = SampleEvent.serviceTaskPlacementFailure({ clusterName: 'prod' });

/** What MiniStack cannot tell: it forgets the key of a topic, and that it is a FIFO topic, when CloudFormation makes it. */
const UNTOLD = /key (grant )?of the topic|managed key of Amazon SNS|FIFO topic/;

/** CloudFormation refuses what refers to a resource whose condition does not hold: it is deleted afterwards instead. */
const UNDEPLOYABLE = /does not exist/;

const TEMPLATE = JSON.stringify(readableTemplate());

let aws: Aws;
let bus: Bus;
let stack: DeployedStack | undefined;

beforeAll(async () => {
  aws = new Aws(ENV);
  bus = await Bus.of(aws);
}, 60_000);

afterEach(async () => {
  await stack?.delete();
  stack = undefined;
});

afterAll(() => aws.close());

/** An app with a target of each kind, whose messages somebody who has no mailbox can read. */
function readableTemplate(): any {
  const { Resources } = templateOf(alertStack());
  const topic = { Ref: idOf({ Resources }, 'AWS::SNS::Topic') };
  const queue = { 'Fn::GetAtt': ['Listener', 'Arn'] };
  Resources[idOf({ Resources }, 'AWS::Lambda::Function')].Properties.Code.ZipFile = LOGGING_HANDLER;
  Resources.Listener = { Type: 'AWS::SQS::Queue', Properties: {} };
  Resources.ListenerPolicy = {
    Type: 'AWS::SQS::QueuePolicy',
    Properties: {
      Queues: [{ Ref: 'Listener' }],
      PolicyDocument: { Statement: [{ Effect: 'Allow', Principal: { Service: 'sns.amazonaws.com' }, Action: 'sqs:SendMessage', Resource: queue }] },
    },
  };
  Resources.ListenerSubscription = { Type: 'AWS::SNS::Subscription', Properties: { TopicArn: topic, Protocol: 'sqs', Endpoint: queue, RawMessageDelivery: true } };
  return { Resources };
}

function templateAfter(sabotage: Sabotage): any {
  const template = JSON.parse(TEMPLATE);
  sabotage(template);
  return template;
}

/** A queue that was deleted has nothing in it, and a Deny for everybody keeps its owner out as well. */
function unreadable(error: Error): [] {
  if (/AccessDenied|NonExistentQueue|does not exist/.test(error.message)) {
    return [];
  }
  throw error;
}

/** Puts the alert on the bus, and holds what arrives where against what the simulator says. */
async function expectAsSimulated(deployed: DeployedStack, sabotage?: Sabotage) {
  const event = await bus.put(ALERT);
  const { delivered, undelivered, sentEvent } = deployed.simulator(sabotage).send(SampleEvent.of(event));
  const arrived = async (queue: string) => (await arrivedIn(deployed, queue).catch(unreadable)).map(({ body }) => comparable(body));
  const predicted = (kind: string) => delivered.filter(({ targetType }) => targetType === kind).map(({ body }) => comparable(body));
  expect(await arrived('Listener')).toEqual(predicted('SNS'));
  expect(await arrived('Queue')).toEqual(predicted('SQS'));
  expect((await receivedBy(deployed)).map(comparable)).toEqual(predicted('Lambda'));
  const letters = await arrivedIn(deployed, 'Dead');
  expect(letters.map(({ body, attributes: { RULE_ARN, TARGET_ARN, ERROR_CODE } }) => [comparable(body), RULE_ARN, TARGET_ARN, ERROR_CODE])).toEqual(
    undelivered.filter(({ status }) => status === DeliveryStatus.DEAD_LETTERED)
      .map(({ deadLetter }) => deadLetter!.attributes)
      .map(({ RULE_ARN, TARGET_ARN, ERROR_CODE }) => [comparable(JSON.stringify(sentEvent)), RULE_ARN, TARGET_ARN, ERROR_CODE]),
  );
  return { letters, undelivered };
}

test('nothing is done: every target receives the alert, and there is no dead letter', async () => {
  stack = await DeployedStack.deploy(aws, 'Alerts', templateAfter(() => {}));
  const { undelivered } = await expectAsSimulated(stack);
  expect(undelivered).toEqual([]);
});

const CASES = [...TOPIC_CASES, ...QUEUE_CASES, ...FUNCTION_CASES];

test.each(CASES.filter(([title]) => !UNTOLD.test(title) && !UNDEPLOYABLE.test(title)))('%s, the event is in the dead-letter queue, as the simulator says',
  async (_title, sabotage, _kind, errorCode) => {
    stack = await DeployedStack.deploy(aws, 'Alerts', templateAfter(sabotage));
    const { letters } = await expectAsSimulated(stack);
    expect(letters.map(({ attributes }) => attributes.ERROR_CODE)).toEqual([errorCode]);
  });

test.each<[string, string, (deployed: DeployedStack) => [service: string, operation: string, parameters: object]]>([
  ['topic', 'AWS::SNS::Topic', (deployed) => ['sns', 'DeleteTopic', { TopicArn: deployed.physicalId('AWS::SNS::Topic') }]],
  ['queue', 'AWS::SQS::Queue', (deployed) => ['sqs', 'DeleteQueue', { QueueUrl: deployed.physicalId('AWS::SQS::Queue', 'Queue') }]],
  ['function', 'AWS::Lambda::Function', (deployed) => ['lambda', 'DeleteFunction', { FunctionName: deployed.physicalId('AWS::Lambda::Function') }]],
])('after the %s was deleted, the event is in the dead-letter queue, as the simulator says', async (_kind, type, deletion) => {
  stack = await DeployedStack.deploy(aws, 'Alerts', templateAfter(() => {}));
  await aws.call(...deletion(stack));
  const { letters } = await expectAsSimulated(stack, (template) => withoutExisting(template, type, type === 'AWS::SQS::Queue' ? 'Queue' : ''));
  expect(letters.map(({ attributes }) => attributes.ERROR_CODE)).toEqual(['NO_RESOURCE']);
});
