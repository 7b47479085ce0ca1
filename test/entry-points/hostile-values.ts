import { CfnParameter, Stack, Token } from 'aws-cdk-lib';
import { FailureReason } from '../../src/filters/failure-reason';
import * as fc from '../random';

/** A value that is passed by mistake, with a title. */
export type Hostile = readonly [title: string, make: (stack: Stack) => unknown];

/** An object that refers to itself, as constructs do. */
function cyclic(): object {
  const object: { itself?: object; list?: object[] } = {};
  object.itself = object;
  object.list = [object];
  return object;
}

function cyclicList(): unknown[] {
  const list: unknown[] = [];
  list.push(list);
  return list;
}

/** An object as deep as no pattern and no template is. */
function deep(): unknown {
  return Array.from({ length: 20_000 }).reduce<unknown>((inner) => ({ inner }), ['x']);
}

export const HOSTILE: readonly Hostile[] = [
  ['undefined', () => undefined],
  ['null', () => null],
  ['true', () => true],
  ['false', () => false],
  ['0', () => 0],
  ['-1', () => -1],
  ['1.5', () => 1.5],
  ['NaN', () => NaN],
  ['Infinity', () => Infinity],
  ['3600', () => 3600],
  ['a bigint', () => 10n],
  ['a symbol', () => Symbol('x')],
  ['an empty text', () => ''],
  ['a space', () => ' '],
  ['a word', () => 'word'],
  ['a text', () => 'my text'],
  ['a name with a slash', () => 'a/b'],
  ['a line break', () => 'one\ntwo'],
  ['control characters', () => 'a\u0000b\u0007'],
  ['angle brackets', () => '<detail.reason>'],
  ['an ARN', () => 'arn:aws:ecs:eu-west-1:111122223333:service/prod/web'],
  ['a text of 10 MB', () => 'x'.repeat(10_000_000)],
  ['a text token', () => Token.asString({ Ref: 'X' })],
  ['a reference', (stack) => new CfnParameter(stack, 'Parameter').valueAsString],
  ['a number token', () => Token.asNumber({ Ref: 'X' })],
  ['a list token', () => Token.asList({ Ref: 'X' })],
  ['a resolvable', () => Token.asAny({ Ref: 'X' })],
  ['{}', () => ({})],
  ['an object', () => ({ name: 'x', value: 5, nothing: undefined })],
  ['[]', () => []],
  ['[undefined]', () => [undefined]],
  ['[null]', () => [null]],
  ['[""]', () => ['']],
  ['[[]]', () => [[]]],
  ['[5]', () => [5]],
  ['a sparse list', () => Array(3)],
  ['a Map', () => new Map([['name', 'value']])],
  ['a Set', () => new Set(['value'])],
  ['a Date', () => new Date(0)],
  ['a regular expression', () => /x/],
  ['a promise', () => Promise.resolve('x')],
  ['a function', () => () => 'x'],
  ['a class', () => class Something {}],
  ['an error', () => new Error('x')],
  ['bytes', () => Buffer.from('x')],
  ['an object without a prototype', () => Object.assign(Object.create(null), { name: 'x' })],
  ['an object that refers to itself', cyclic],
  ['a list that holds itself', cyclicList],
  ['a deep object', deep],
  ['a long list', () => Array.from({ length: 2_000 }, (_, i) => `name-${i}`)],
  ['a construct of another kind', () => new Stack()],
  ['a value of another class', () => FailureReason.AGENT],
  ['an object whose text cannot be made', () => ({ toString() { throw new Error('toString'); }, toJSON() { throw new Error('toJSON'); } })],
];

/** Texts of every kind, the names that a prototype has included, and any other value of JavaScript. */
const TEXTS = fc.oneof(fc.string({ unit: 'binary' }), fc.string({ unit: 'grapheme', maxLength: 300 }), fc.constantFrom('__proto__', 'constructor', 'toString', 'hasOwnProperty'));

export const RANDOM_VALUES: fc.Arbitrary<unknown> = fc.oneof(
  TEXTS,
  fc.double(),
  fc.array(TEXTS, { maxLength: 4 }),
  fc.anything({ key: TEXTS, values: [TEXTS, fc.double(), fc.boolean()], maxDepth: 3 }),
  fc.anything({
    maxDepth: 3,
    withBigInt: true,
    withBoxedValues: true,
    withDate: true,
    withMap: true,
    withNullPrototype: true,
    withObjectString: true,
    withSet: true,
    withSparseArray: true,
    withTypedArray: true,
    withUnicodeString: true,
  }),
);
