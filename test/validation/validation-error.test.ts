import { inspect } from 'util';
import { App, Aws, Stack, Stage, Token } from 'aws-cdk-lib';
import * as sns from 'aws-cdk-lib/aws-sns';
import { Construct } from 'constructs';
import { ServiceTaskPlacementFailureRule, SnsPublish } from '../../src';
import { ValidationError, located, pathOf, show } from '../../src/validation/validation-error';

const problem = { prop: 'clusters', problem: 'got []', resolution: 'Name one' };

test('an input error contains the prop, the problem and the resolution', () => {
  const error = new ValidationError(problem);

  expect(error.message).toBe('clusters: got []. Name one.');
  expect(error.name).toBe('ValidationError');
  expect(error).toBeInstanceOf(Error);
});

test('located() adds where it happened, and the outermost place wins', () => {
  const work = () => located('Stack/Rule', () => located('EcsEventPattern.serviceAction', () => {
    throw new ValidationError(problem);
  }));

  expect(work).toThrow(new ValidationError(problem, 'Stack/Rule'));
  expect(work).toThrow('[Stack/Rule] clusters: got []. Name one.');
});

test('located() leaves other errors and results alone', () => {
  const bug = new TypeError('a bug');

  expect(() => located('here', () => { throw bug; })).toThrow(bug);
  expect(located('here', () => 5)).toBe(5);
});

test('pathOf() is the path that a construct has or will have', () => {
  const scope = new Construct(new Stack(new App(), 'Stack'), 'Scope');

  expect(pathOf(scope)).toBe('Stack/Scope');
  expect(pathOf(scope, 'Rule')).toBe('Stack/Scope/Rule');
});

const circular: { self?: unknown } = {};
circular.self = circular;

test.each([
  ['undefined', undefined, 'undefined'],
  ['null', null, 'null'],
  ['text', 'a "b"', '"a \\"b\\""'],
  ['a number', 5, '5'],
  ['a list', ['a', null], '["a",null]'],
  ['a token', Aws.REGION, 'a token'],
  ['a list token', Token.asList({ Ref: 'X' }), 'a token'],
  ['a token inside of something', { arn: Aws.REGION }, '{"arn":"<token>"}'],
  ['a construct', new Stack(new App(), 'Stack'), 'construct Stack'],
  ['a function', isNaN, 'function isNaN'],
  ['a symbol', Symbol('s'), 'Symbol(s)'],
  ['an object that holds itself', circular, '{"self":{"self":{"self":{…}}}}'],
  ['a bigint', BigInt(5), '5n'],
])('show() says %s so that it can be read', (_title, value, shown) => {
  expect(show(value)).toBe(shown);
});

test('an error that is not caught prints its message once', () => {
  const error = new ValidationError({ prop: 'clusters', problem: 'the list is empty', resolution: 'Omit clusters' });
  expect(inspect(error).match(/the list is empty/g)).toHaveLength(1);
  expect(error.input.prop).toBe('clusters');
});

test('an error of the validation at synthesis names the construct, and nothing before it', () => {
  const app = new App();
  const stack = new Stack(new Stage(app, 'Prod'), 'Stack');
  const topic = new sns.Topic(stack, 'Topic');
  new ServiceTaskPlacementFailureRule(stack, 'Alert', { targets: [new SnsPublish(topic), new SnsPublish(topic)] });
  expect(() => app.synth()).toThrow(/errors:\n\s+\[Prod\/Stack\/Alert\] targets: /);
});
