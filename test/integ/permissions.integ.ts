import { Aws } from './aws';
import { Bus } from './bus';
import { DeployedStack } from './deployed-stack';
import { arrivedIn, comparable, receivedBy } from './far-end';
import { Listener } from './listener';
import { DeliveryStatus, SampleEvent } from '../../src/testing';
import { alertStack, ENV, idOf, remove, templateOf } from '../engine/simulation/alert-app';
import { KEY, PERMISSION, QUEUE_POLICY, withoutEventBridge, withoutExisting } from '../engine/simulation/sabotage';
import type { Sabotage } from '../engine/simulation/sabotage';
import { FUNCTION_CASES, QUEUE_CASES, TOPIC_CASES } from '../engine/simulation/sabotage-cases';
import { LOGGING_HANDLER } from '../matrix/ends';

const ALERT = SampleEvent.serviceTaskPlacementFailure({ clusterName: 'prod' });

/** What MiniStack does not support: it forgets the key of a topic, and that it is a FIFO topic, when CloudFormation makes it. */
const NOT_SIMULATED = /key (grant )?of the topic|managed key of Amazon SNS|FIFO topic/;

/** CloudFormation refuses what refers to a resource whose condition does not hold: it is deleted afterwards instead. */
const UNDEPLOYABLE = /does not exist/;

const TEMPLATE = JSON.stringify(readableTemplate());

let aws: Aws;
let bus: Bus;
let listener: Listener;
let stack: DeployedStack | undefined;

beforeAll(async () => {
  aws = new Aws(ENV);
  bus = await Bus.of(aws);
  listener = await Listener.named(aws, 'listener');
}, 60_000);

afterEach(async () => {
  await stack?.delete();
  stack = undefined;
});

afterAll(() => aws.close());

/** An app with a target of each kind, the function of which logs what it receives. */
function readableTemplate(): any {
  const { Resources } = templateOf(alertStack());
  Resources[idOf({ Resources }, 'AWS::Lambda::Function')].Properties.Code.ZipFile = LOGGING_HANDLER;
  return { Resources };
}

/** Deploys the app after something was done to it. */
async function deploy(sabotage: Sabotage = () => {}): Promise<DeployedStack> {
  const template = JSON.parse(TEMPLATE);
  // In the template, because no one can subscribe later to a topic that denies everyone.
  template.Resources.Listener = {
    Type: 'AWS::SNS::Subscription',
    Properties: { TopicArn: { Ref: idOf(template, 'AWS::SNS::Topic') }, Protocol: 'sqs', Endpoint: listener.arn, RawMessageDelivery: true },
  };
  sabotage(template);
  stack = await DeployedStack.deploy(aws, 'Alerts', template);
  return stack;
}

/** A queue that was deleted has nothing in it, and a Deny for everybody keeps its owner out as well. */
function unreadable(error: Error): [] {
  if (/AccessDenied|NonExistentQueue|does not exist/.test(error.message)) {
    return [];
  }
  throw error;
}

/** Puts the alert on the bus, and compares what arrives where with what the simulator predicts. */
async function expectAsSimulated(deployed: DeployedStack, sabotage?: Sabotage) {
  const event = await bus.put(ALERT);
  const { delivered, undelivered, sentEvent } = deployed.simulator(sabotage).send(SampleEvent.fromJson(event));
  const arrived = async (queue: string) => (await arrivedIn(deployed, queue).catch(unreadable)).map(({ body }) => comparable(body));
  const predicted = (kind: string) => delivered.filter(({ targetType }) => targetType === kind).map(({ body }) => comparable(body));
  expect((await listener.matched()).map(comparable)).toEqual(predicted('SNS'));
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
  const { undelivered } = await expectAsSimulated(await deploy());
  expect(undelivered).toEqual([]);
});

const CASES = [...TOPIC_CASES, ...QUEUE_CASES, ...FUNCTION_CASES];

test.each(CASES.filter(([title]) => !NOT_SIMULATED.test(title) && !UNDEPLOYABLE.test(title)))('%s, the event is in the dead-letter queue, as the simulator predicts',
  async (_title, sabotage, _kind, errorCode) => {
    const { letters } = await expectAsSimulated(await deploy(sabotage));
    expect(letters.map(({ attributes }) => attributes.ERROR_CODE)).toEqual([errorCode]);
  });

test.each<[string, string, (deployed: DeployedStack) => [service: string, operation: string, parameters: object]]>([
  ['topic', 'AWS::SNS::Topic', (deployed) => ['sns', 'DeleteTopic', { TopicArn: deployed.physicalId('AWS::SNS::Topic') }]],
  ['queue', 'AWS::SQS::Queue', (deployed) => ['sqs', 'DeleteQueue', { QueueUrl: deployed.physicalId('AWS::SQS::Queue', 'Queue') }]],
  ['function', 'AWS::Lambda::Function', (deployed) => ['lambda', 'DeleteFunction', { FunctionName: deployed.physicalId('AWS::Lambda::Function') }]],
])('after the %s was deleted, the event is in the dead-letter queue, as the simulator predicts', async (_kind, type, deletion) => {
  const deployed = await deploy();
  await aws.call(...deletion(deployed));
  const { letters } = await expectAsSimulated(deployed, (template) => withoutExisting(template, type, type === 'AWS::SQS::Queue' ? 'Queue' : ''));
  expect(letters.map(({ attributes }) => attributes.ERROR_CODE)).toEqual(['NO_RESOURCE']);
});

test.each<[string, Sabotage]>([
  ['has no policy', (template) => remove(template, QUEUE_POLICY, 'Dead')],
  ['has a key that EventBridge is not allowed to use', (template) => withoutEventBridge(template, KEY, 'Dead')],
])('where the dead-letter queue %s, what is refused is lost, as the simulator predicts', async (_title, sabotage) => {
  const { letters, undelivered } = await expectAsSimulated(await deploy((template) => {
    remove(template, PERMISSION);
    sabotage(template);
  }));
  expect(letters).toEqual([]);
  expect(undelivered.map(({ status, targetType }) => [status, targetType])).toEqual([[DeliveryStatus.LOST, 'Lambda']]);
});
