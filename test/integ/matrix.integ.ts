import { Template } from 'aws-cdk-lib/assertions';
import { Aws } from './aws';
import { Bus } from './bus';
import { DeployedStack } from './deployed-stack';
import { arrivedIn, comparable, receivedBy } from './far-end';
import { hostileSamples } from './hostile-samples';
import type { HostileSample } from './hostile-samples';
import { SampleEvent } from '../../src/testing';
import type { SimulatedDelivery, SimulationOutcome } from '../../src/testing';
import { MATRIX_ENV, matrixApps } from '../matrix/matrix';
import { Form, MESSAGE_KINDS } from '../matrix/message-kinds';
import type { MessageKind } from '../matrix/message-kinds';

/** An event that was put on the bus. */
interface Put {
  readonly sample: SampleEvent;
  /** As the bus sent it. */
  readonly event: any;
  readonly hostile?: HostileSample;
}

const APPS = matrixApps();
let aws: Aws;
let bus: Bus;
const stacks = new Map<string, DeployedStack>();
const put: Put[] = [];

beforeAll(async () => {
  aws = new Aws(MATRIX_ENV);
  bus = await Bus.of(aws);
  for (const { name, stack } of APPS) {
    stacks.set(name, await DeployedStack.deploy(aws, name, Template.fromStack(stack).toJSON()));
  }
  for (const sample of SampleEvent.all()) {
    put.push({ sample, event: await bus.put(sample) });
  }
  const withoutReason = taskWithoutReason();
  put.push({ sample: withoutReason, event: await bus.put(withoutReason) });
  for (const hostile of hostileSamples()) {
    put.push({ sample: hostile.sample, event: await bus.put(hostile.sample), hostile });
  }
}, 300_000);

afterAll(() => aws.close());

/** A stopped task that has neither a reason nor a code for it: its messages have blanks. */
function taskWithoutReason(): SampleEvent {
  const { stoppedReason: _reason, stopCode: _code, ...detail } = bus.eventOf(SampleEvent.taskStateChange()).detail;
  return SampleEvent.fromJson({ ...bus.eventOf(SampleEvent.taskStateChange()), detail });
}

const answered = new Map<string, boolean[]>();

/** Of which events EventBridge says that they match a pattern. Many rules have the same. */
async function matchedBy(EventPattern: string): Promise<boolean[]> {
  const answers = answered.get(EventPattern) ?? [];
  for (const { event } of put.slice(answers.length)) {
    answers.push((await aws.call('events', 'TestEventPattern', { EventPattern, Event: JSON.stringify(event) })).Result);
  }
  answered.set(EventPattern, answers);
  return answers;
}

test('the bus sends every event as it was put, with a new id and time', () => {
  expect(put.length).toBeGreaterThan(100);
  for (const { sample, event } of put) {
    expect(event).toEqual({ ...bus.eventOf(sample), id: event.id, time: event.time });
  }
});

describe.each(APPS.map(({ name }) => name))('%s', (name) => {
  let stack: DeployedStack;
  let outcomes: SimulationOutcome[];
  let delivered: SimulatedDelivery[];
  let undelivered: SimulatedDelivery[];

  beforeAll(() => {
    stack = stacks.get(name)!;
    const simulator = stack.simulator();
    outcomes = put.map(({ event }) => simulator.send(SampleEvent.fromJson(event)));
    delivered = outcomes.flatMap((outcome) => outcome.delivered);
    undelivered = outcomes.flatMap((outcome) => outcome.undelivered);
  });

  /** The bodies that are predicted for a target. */
  const predictedFor = (target: string) => delivered.filter((delivery) => delivery.target.startsWith(target))
    .map(({ body }) => comparable(body)).sort();
  /** The messages that are predicted for the subscriptions of the topic. */
  const predictedForSubscriptions = (isRaw: boolean) => delivered.flatMap(({ subscribers }) => subscribers)
    .filter(({ rawMessageDelivery }) => rawMessageDelivery === isRaw).map(({ body }) => body!);
  const bodiesIn = async (queue: string) => (await arrivedIn(stack, queue)).map(({ body }) => body);

  test('EventBridge accepts every pattern, and matches every event as the simulator predicts', async () => {
    const rules = stack.idsOf('AWS::Events::Rule');
    for (const rule of rules) {
      const { EventPattern } = await aws.call('events', 'DescribeRule', { Name: stack.physicalId('AWS::Events::Rule', rule) });
      const answers = await matchedBy(EventPattern);
      const matched = outcomes.map((outcome) => [...outcome.delivered, ...outcome.undelivered].some((delivery) => delivery.rule === rule));
      expect(answers).toEqual(matched);
      expect(matched).toContain(true);
      expect(matched).toContain(false);
    }
    expect(rules.length).toBeGreaterThanOrEqual(MESSAGE_KINDS.length);
  });

  test.each(['Queue', 'Fifo'])('the queue %s gets what the simulator predicts, and nothing else', async (queue) => {
    expect((await bodiesIn(queue)).map(comparable).sort()).toEqual(predictedFor(queue));
  });

  test('a queue that subscribed to the topic gets what the simulator predicts, as it was published, and nothing else', async () => {
    const predicted = predictedForSubscriptions(true).map(comparable).sort();
    expect((await bodiesIn('Published')).map(comparable).sort()).toEqual(predicted);
    expect(predicted).toEqual(predictedFor('Topic'));
  });

  test('a queue that subscribed to the topic gets what the simulator predicts in the JSON of Amazon SNS, and nothing else', async () => {
    const shown = (bodies: string[]) => bodies.map((body) => JSON.parse(body))
      .map(({ Type, TopicArn, Message, SignatureVersion }) => JSON.stringify([Type, TopicArn, comparable(Message), SignatureVersion])).sort();
    expect(shown(await bodiesIn('Notified'))).toEqual(shown(predictedForSubscriptions(false)));
  });

  test('the function receives what the simulator predicts, and nothing else', async () => {
    const received = await receivedBy(stack);
    const asJson = (body: string) => comparable(JSON.stringify(JSON.parse(body)));
    expect(received.map(asJson).sort()).toEqual(predictedFor('Function').map(asJson).sort());
  });

  test('in the dead-letter queue is what the simulator predicts, and nothing else', async () => {
    const [deadLetterQueue] = stack.idsOf('AWS::SQS::Queue').filter((id) => /DeadLetters/.test(id));
    const letters = await arrivedIn(stack, deadLetterQueue);
    const shown = letters.map(({ body, attributes: { RULE_ARN, TARGET_ARN, ERROR_CODE } }) => [comparable(body), RULE_ARN, TARGET_ARN, ERROR_CODE]);
    const predicted = outcomes.flatMap(({ sentEvent, undelivered: refused }) => refused.map(({ deadLetter }) => {
      const { RULE_ARN, TARGET_ARN, ERROR_CODE } = deadLetter!.attributes;
      return [comparable(JSON.stringify(sentEvent)), RULE_ARN, TARGET_ARN, ERROR_CODE];
    }));
    expect(shown.sort()).toEqual(predicted.sort());
  });

  test('a hostile text arrives whole, in the form that each kind of message promises', () => {
    // What was predicted is what arrived, by the tests above.
    const hostile = outcomes.flatMap((outcome, i) => outcome.delivered.map((delivery) => ({ ...delivery, hostile: put[i].hostile! })))
      .filter((delivery) => delivery.hostile !== undefined);
    const saying = hostile.filter(({ rule, hostile: { path } }) => findingsAbout(stack, rule).includes(path));
    for (const { rule, body, hostile: { text } } of saying) {
      if (kindOf(rule).form === Form.JSON) {
        expect(valuesIn(JSON.parse(body))).toContain(text);
      } else {
        expect(body).toContain(text);
      }
    }
    expect(saying.length > 0).toBe(hostile.length > 0);
    // A function takes one line of CDK text as long as no value breaks it.
    expect(undelivered.filter(({ rule, targetType }) => !(kindOf(rule).name === 'CdkText' && targetType === 'Lambda'))).toEqual([]);
  });
});

/** The kind of message that a rule sends. */
function kindOf(rule: string): MessageKind {
  return MESSAGE_KINDS.find(({ name }) => rule.startsWith(`${name}Rule`))!;
}

/** The paths whose values a message says. What has no paths says the whole detail. */
function findingsAbout(stack: DeployedStack, rule: string): string[] {
  const { InputTransformer } = stack.template.Resources[rule].Properties.Targets[0];
  return InputTransformer === undefined ? hostileSamples().map(({ path }) => path) : Object.values(InputTransformer.InputPathsMap);
}

/** All texts in JSON, at whatever depth. */
function valuesIn(value: unknown): unknown[] {
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(valuesIn) : [value];
}
