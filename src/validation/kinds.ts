import { Duration, Stack, Token } from 'aws-cdk-lib';
import { Construct, Node } from 'constructs';
import { show } from './show';
import { located, ValidationError } from './validation-error';

/** What a prop or a parameter takes. */
export interface Kind {
  /** With its article, such as `a text`. */
  readonly expected: string;
  readonly accepts: (value: unknown) => boolean;
  readonly resolution: string;
}

/** The kinds of the props of a struct. */
export type Kinds = { readonly [prop: string]: Kind };

export const TEXT: Kind = { expected: 'a text', accepts: (value) => typeof value === 'string', resolution: 'Pass a string' };
export const BOOLEAN: Kind = { expected: 'true or false', accepts: (value) => typeof value === 'boolean', resolution: 'Pass a boolean' };
export const NUMBER: Kind = { expected: 'a number', accepts: (value) => typeof value === 'number', resolution: 'Pass a number' };
export const DURATION: Kind = {
  expected: 'a Duration',
  // Not only by `instanceof`: it may be of another copy of the CDK.
  accepts: (value) => value instanceof Duration || typeof (value as Partial<Duration> | null)?.toSeconds === 'function',
  resolution: 'Use Duration.minutes() or another factory method of Duration',
};

/** A list of anything; its elements are checked where they are used. */
export const LIST: Kind = { expected: 'a list', accepts: Array.isArray, resolution: 'Put the value into a list' };

/** A list whose elements are known at synthesis, or are tokens one by one. */
export const KNOWN_LIST: Kind = {
  expected: 'a list',
  accepts: (value) => Array.isArray(value) && !Token.isUnresolved(value),
  resolution: 'Put the value into a list',
};

/** An object with the props of a struct: not a list, and nothing that stores its values in another way. */
export const STRUCT: Kind = { expected: 'an object', accepts: isStruct, resolution: 'Pass an object with props, such as {}, or omit it' };

/** Texts by their names. */
export const TEXT_MAP: Kind = {
  expected: 'an object of texts',
  accepts: (value) => isStruct(value) && Object.values(value as object).every((text) => typeof text === 'string'),
  resolution: 'Pass an object whose values are strings',
};

/** A construct, or a reference to one, that has a member. */
export function constructWith(member: string, expected: string, resolution: string): Kind {
  return { expected, accepts: (value: unknown) => Construct.isConstruct(value) && hasMember(value, member), resolution };
}

/** A getter of the class is not read: that of a rule makes tokens, for every rule. */
function hasMember(value: object, member: string): boolean {
  const isOwn = Object.prototype.hasOwnProperty.call(value, member);
  return member in value && (!isOwn || (value as { readonly [name: string]: unknown })[member] !== undefined);
}

/** A construct within a stack, or a stack. */
const IN_STACK: Kind = {
  expected: 'a construct in a stack',
  accepts: (value) => Construct.isConstruct(value) && Node.of(value).scopes.some((scope) => Stack.isStack(scope)),
  resolution: 'Pass a stack, or a construct in one',
};

/** The id of a construct. */
const ID: Kind = {
  expected: 'the id of a construct',
  // The constructs library mistakes the names that every object has for ids of existing children.
  accepts: (value) => typeof value === 'string' && value !== '' && !Token.isUnresolved(value) && !(value in Object.prototype),
  resolution: 'Pass a string that is not empty, known at synthesis, and no property of every JavaScript object, such as constructor',
};

/** Throws an error if a construct cannot be created there. The CDK itself answers some wrong values with a TypeError. */
export function checkedScope<T>(className: string, scope: T, id: unknown): T {
  return located(className, () => {
    checkInStack('scope', scope);
    checkId(id);
    return scope;
  });
}

/** Throws an error if a value is not a construct in a stack. */
export function checkInStack(prop: string, value: unknown): void {
  checkKind(prop, value, IN_STACK);
}

/** Throws an error if an id cannot be one of a construct. */
export function checkId(id: unknown): void {
  checkKind('id', id, ID);
}

/** An object with a method. */
export function objectWith(method: string, expected: string, resolution: string): Kind {
  return { expected, accepts: (value) => typeof value === 'object' && typeof (value as { readonly [name: string]: unknown } | null)?.[method] === 'function', resolution };
}

/** Throws an error if a value is of another kind. */
export function checkKind(prop: string, value: unknown, { expected, accepts, resolution }: Kind): void {
  if (!accepts(value)) {
    throw new ValidationError({ prop, problem: `expected ${expected}, got ${show(value)}`, resolution });
  }
}

/** The props of a struct that have a value, each of the kind that it should be. Null means that a prop is omitted, as in the CDK. */
export function checkedStruct<T extends object>(name: string, struct: T, kinds: Kinds): T {
  checkKind(name, struct, STRUCT);
  // A class may implement the struct by getters, which are not among its own props.
  const names = new Set([...Object.keys(struct), ...Object.keys(kinds)]);
  const props = [...names].map((prop) => [prop, (struct as { readonly [prop: string]: unknown })[prop]] as const)
    .filter(([, value]) => value !== undefined && value !== null);
  props.filter(([prop]) => Object.hasOwn(kinds, prop)).forEach(([prop, value]) => checkKind(prop, value, kinds[prop]));
  return Object.fromEntries(props) as T;
}

function isStruct(value: unknown): boolean {
  return typeof value === 'object' && value !== null && !Array.isArray(value) && !NOT_STRUCTS.some((type) => value instanceof type) && !Construct.isConstruct(value);
}

/** Objects that have no props, so that a struct of them would be empty. */
const NOT_STRUCTS = [Map, Set, WeakMap, WeakSet, Date, RegExp, Promise, Error, ArrayBuffer, DataView, Uint8Array];
