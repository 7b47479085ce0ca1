import { Aws } from './aws';
import { Bus } from './bus';
import { DeployedStack } from './deployed-stack';
import { arrivedIn } from './far-end';
import { SampleEvent } from '../../src/testing';
import type { SimulatedDelivery } from '../../src/testing';

/** Fields of an event. The last one it lacks. */
const VALUES: { readonly [title: string]: unknown } = {
  word: 'web',
  emptyText: '',
  doubleQuotes: 'a "b" c',
  lineBreak: 'a\nb',
  backslash: 'a\\b',
  ambiguousPlaceholder: '<v> <aws.events.rule-name>',
  notAscii: 'ü \u{1F600}',
  number: 42,
  boolean: true,
  isNull: null,
  list: ['a', 'b c'],
  emptyList: [],
  object: { one: 'a "b"', two: { three: [1, false, null] } },
  nothing: undefined,
};

/** Where a value stands in a template. */
const POSITIONS: { readonly [title: string]: string } = {
  'inside a quoted line': '"it is <v>."',
  'alone in quotes': '"<v>"',
  'alone': '<v>',
  'as a value in JSON': '{"v":<v>}',
  'inside a text in JSON': '{"v":"it is <v>."}',
};

/** Where the two are known to differ. AWS could not be observed: no message of the library may depend on it. */
const DIFFERENCES: readonly { readonly difference: string; readonly values: readonly string[]; readonly positions: readonly string[] }[] = [
  {
    difference: 'MiniStack writes a space after every comma and colon of JSON, the simulator writes none',
    values: ['list', 'object'],
    positions: ['inside a quoted line', 'alone in quotes', 'as a value in JSON'],
  },
  {
    difference: 'MiniStack delivers what became no JSON, the simulator does not, as was recorded on AWS for lists and objects',
    values: ['doubleQuotes', 'lineBreak', 'list', 'object'],
    positions: ['inside a text in JSON'],
  },
  { difference: 'MiniStack escapes what is not ASCII in JSON', values: ['notAscii'], positions: ['as a value in JSON'] },
  {
    difference: 'MiniStack takes a template without double quotes for a text, the simulator writes JSON into it',
    values: ['word', 'emptyText', 'doubleQuotes', 'lineBreak', 'backslash', 'ambiguousPlaceholder', 'notAscii', 'list', 'object'],
    positions: ['alone'],
  },
];

/** A value in a template. */
interface Case {
  readonly value: string;
  readonly position: string;
  readonly difference?: string;
  /** Of its rule and its queue. */
  readonly id: string;
}

const CASES: Case[] = Object.keys(VALUES).flatMap((value, i) => Object.keys(POSITIONS).map((position, j) => ({
  value,
  position,
  difference: DIFFERENCES.find(({ values, positions }) => values.includes(value) && positions.includes(position))?.difference,
  id: `Value${i}Position${j}`,
})));

const ENVIRONMENT = { account: '444455556666', region: 'us-east-1' };

let aws: Aws;
let stack: DeployedStack;
let simulated: readonly SimulatedDelivery[];

beforeAll(async () => {
  aws = new Aws(ENVIRONMENT);
  const bus = await Bus.of(aws);
  stack = await DeployedStack.deploy(aws, 'Transformers', template());
  const detail = Object.fromEntries(Object.entries(VALUES).filter(([, value]) => value !== undefined));
  const event = await bus.put(SampleEvent.fromJson({ ...SampleEvent.taskStateChange().toJson(), ...ENVIRONMENT, detail }));
  const { delivered, undelivered } = stack.simulator().send(SampleEvent.fromJson(event));
  simulated = [...delivered, ...undelivered];
}, 60_000);

afterAll(() => aws.close());

/** A rule and a queue for each case, without a library in between. */
function template() {
  const rules = CASES.map(({ id, value, position }) => [id, {
    Type: 'AWS::Events::Rule',
    Properties: {
      EventPattern: { source: ['aws.ecs'] },
      Targets: [{
        Id: 'Target',
        Arn: { 'Fn::GetAtt': [`Queue${id}`, 'Arn'] },
        InputTransformer: { InputPathsMap: { v: `$.detail.${value}` }, InputTemplate: POSITIONS[position] },
      }],
    },
  }]);
  const policy = {
    Type: 'AWS::SQS::QueuePolicy',
    Properties: {
      Queues: CASES.map(({ id }) => ({ Ref: `Queue${id}` })),
      PolicyDocument: { Statement: [{ Effect: 'Allow', Principal: { Service: 'events.amazonaws.com' }, Action: 'sqs:SendMessage', Resource: '*' }] },
    },
  };
  const queues = CASES.map(({ id }) => [`Queue${id}`, { Type: 'AWS::SQS::Queue', Properties: {} }]);
  return { Resources: { ...Object.fromEntries([...rules, ...queues]), Policy: policy } };
}

/** What MiniStack sent and what the simulator predicts. */
async function bodiesOf({ id }: Case): Promise<{ sent: string; said: string }> {
  const [{ body: sent }] = await arrivedIn(stack, `Queue${id}`);
  const { body, errorCode } = simulated.find(({ rule }) => rule === id)!;
  return { sent, said: errorCode ?? body };
}

test.each(CASES.filter(({ difference }) => difference === undefined))('$value $position is what the simulator predicts', async (each) => {
  const { sent, said } = await bodiesOf(each);
  expect(sent).toBe(said);
});

test.each(CASES.filter(({ difference }) => difference !== undefined))('$value $position still differs: $difference', async (each) => {
  const { sent, said } = await bodiesOf(each);
  expect(sent).not.toBe(said);
});
