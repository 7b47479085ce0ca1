import { readFileSync } from 'fs';
import { join } from 'path';
import { RuleTargetInput } from 'aws-cdk-lib/aws-events';
import { Construct } from 'constructs';
import * as fc from '../random';
import type { Assembly, Call, EntryPoint, ForeignStructs } from './entry-points';
import { callsOf, entryPointsOf } from './entry-points';
import type { Hostile } from './hostile-values';
import { HOSTILE, RANDOM_VALUES } from './hostile-values';
import { World } from './valid-values';
import * as library from '../../src';
import { ValidationError } from '../../src/validation/validation-error';

const ROOT = join(__dirname, '..', '..');

/** The public API: the baseline, or what was compiled. */
const ASSEMBLY = JSON.parse(readFileSync(process.env.ENTRY_POINTS ?? join(ROOT, 'test', 'compatibility', '.baseline', '.jsii'), 'utf8')) as Assembly;

/** The props of structs of the CDK that the library looks into. */
const FOREIGN: ForeignStructs = {
  'aws-cdk-lib.aws_cloudwatch.MetricOptions': ['statistic', 'label', 'color', 'account', 'region'].map((name) => ({ name, type: { primitive: 'string' } })).concat([
    { name: 'period', type: { fqn: 'aws-cdk-lib.Duration' } as never },
    { name: 'dimensionsMap', type: { collection: { kind: 'map', elementtype: { primitive: 'string' } } } as never },
  ]),
};

/** Calls something with one value in place of a valid one. */
function call(point: EntryPoint, make: (world: World) => unknown): void {
  const world = new World(ASSEMBLY);
  const value = make(world);
  const parameters = point.call.parameters.map(({ name, type }, i) => i === point.parameter ? atPlace(point, world.valid(name, type), value) : i === 1 && name === 'id' ? 'Id' : world.valid(name, type));
  const type = (point.call.fqn.includes('.testing.') ? library.testing : library)[point.call.fqn.split('.').at(-1) as never] as never;
  const owner = point.call.kind === 'instance' ? world.valid('', { fqn: point.call.fqn }) : type;
  const variadic = point.call.parameters.some((parameter) => parameter.variadic);
  const made = point.call.kind === 'constructor'
    ? new (type as new (...given: unknown[]) => unknown)(...parameters)
    : (owner as Record<string, (...given: unknown[]) => unknown>)[point.call.method](...variadic ? parameters.flat() : parameters);
  use(world, made);
}

/** A valid argument with a value in the place of one of its props, or of an element of a list. */
function atPlace({ prop, element }: EntryPoint, valid: unknown, value: unknown): unknown {
  const inPlace = element === 'array' ? [value] : element === 'map' ? { name: value } : value;
  return prop === undefined ? inPlace : { ...valid as object, [prop]: inPlace };
}

/** Does with the result what users do with it. */
function use(world: World, made: unknown): void {
  if (made instanceof library.EcsEventPattern) {
    made.toEventPatterns();
  } else if (made instanceof library.testing.SampleEvent) {
    made.toJson();
  } else if (made instanceof library.SnsPublish || made instanceof library.SqsSendMessage || made instanceof library.LambdaInvoke) {
    new library.EcsEventRule(world.stack, 'Using', { pattern: library.EcsEventPattern.hookStateChange(), targets: [made] });
    world.app.synth();
  } else if (made instanceof RuleTargetInput) {
    const topic = world.valid('', { fqn: 'aws-cdk-lib.aws_sns.ITopic' }) as never;
    new library.EcsEventRule(world.stack, 'Using', { pattern: library.EcsEventPattern.hookStateChange(), targets: [new library.SnsPublish(topic, { message: made })] });
    world.app.synth();
  } else if (Construct.isConstruct(made)) {
    world.app.synth();
  }
}

/** What is wrong with the answer to a hostile value; undefined if it is accepted and works, or is a clear error. */
function complaintOf(point: EntryPoint, [title, make]: Hostile): string | undefined {
  try {
    call(point, ({ stack: home }) => make(home));
    return undefined;
  } catch (error) {
    const { message, input, stack = '' } = error as ValidationError;
    const isClear = error instanceof ValidationError && !message.startsWith(':') && input.problem !== '' && input.resolution !== '' && message.length < MAX_MESSAGE;
    // What is found at synthesis is gathered into one error of the CDK.
    const isGathered = /^Validation failed with the following errors:\n/.test(message) && message.length < 2 * MAX_MESSAGE;
    return isClear || isGathered ? undefined : `${point.id}: ${title}: ${message.slice(0, 200)} ${stack.split('\n').find((line) => line.includes('/src/'))?.trim() ?? ''}`;
  }
}

/** Far more than an error with one shortened value and one shortened prop has. */
const MAX_MESSAGE = 1_500;

const POINTS = entryPointsOf(ASSEMBLY, FOREIGN);

/** A few values for each entry point, others in each; all of them with HOSTILE=all. */
function hostileFor(index: number): readonly Hostile[] {
  const few = 9;
  return process.env.HOSTILE === 'all' ? HOSTILE : Array.from({ length: few }, (_, i) => HOSTILE[(index * few + i) % HOSTILE.length]);
}

/** Random values for each entry point. Another seed and more runs are for those who change how input is checked. */
const RUNS = Number(process.env.HOSTILE_RUNS ?? 2);

/** Recorded, so that a run does not fail because of an earlier change. */
const SEED = Number(process.env.HOSTILE_SEED ?? 20261127);

describe.each(callsOf(ASSEMBLY).map((each): [string, Call] => [each.id, each]))('%s', (_id, each) => {
  const points = POINTS.map((point, index) => ({ point, index })).filter(({ point }) => point.call.id === each.id);

  test('accepts valid values', () => {
    points.filter(({ point }) => point.prop === undefined && point.element === undefined).forEach(({ point }) => {
      expect(() => call(point, (world) => point.id.endsWith('(id)') ? 'Id' : world.valid('', point.type))).not.toThrow(TypeError);
    });
  });

  test('answers hostile values with a clear error, or works with them', () => {
    expect(points.length).toBeGreaterThan(0);
    expect(points.flatMap(({ point, index }) => hostileFor(index).flatMap((hostile) => complaintOf(point, hostile) ?? []))).toEqual([]);
  });
});

test.each(callsOf(ASSEMBLY).map(({ id }) => id))('%s answers random values with a clear error, or works with them', (id) => {
  const points = POINTS.filter(({ call: { id: called } }) => called === id);
  fc.assert(fc.property(fc.constantFrom(...points), RANDOM_VALUES, (point, value) => {
    expect(complaintOf(point, [fc.stringify(value), () => value])).toBeUndefined();
  }), { numRuns: RUNS * points.length, seed: SEED });
});

test('every entry point of the public API is visited, and each hostile value by many', () => {
  expect(POINTS.length).toBeGreaterThan(300);
  expect(POINTS.length * 9).toBeGreaterThan(20 * HOSTILE.length);
});
