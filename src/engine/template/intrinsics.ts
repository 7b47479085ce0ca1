import { MAX_DEPTH } from '../values/depth';
import { RefusedError } from '../values/refused-error';
import { hasInvented, hasUnknown, likelyValue, readable, unknownValue, withLikelyValues } from '../values/unknown';

/** What intrinsic functions need of the stack. */
export interface Scope {
  ref(name: string): unknown;
  getAtt(logicalId: string, attribute: string): unknown;
  importValue(name: string): unknown;
  /** An output of another stack, by its name. */
  stackOutput(stackName: string, outputName: string, region?: string): unknown;
  /** The value of a parameter of Systems Manager. */
  systemsManager(name: string): unknown;
  condition(name: string): boolean;
  mapping(name: string, key: string, secondKey: string): unknown;
}

/** `AWS::NoValue`: removes the property or the list entry that it is the value of. */
export const NO_VALUE = Symbol('AWS::NoValue');

type Intrinsic = (argument: any, inner: (value: unknown) => any, scope: Scope) => unknown;

const INTRINSICS: { readonly [name: string]: Intrinsic } = {
  'Ref': (name, _inner, scope) => (name === 'AWS::NoValue' ? NO_VALUE : scope.ref(name)),
  'Fn::GetAtt': (argument, inner, scope) => {
    const [logicalId, ...attribute] = typeof argument === 'string' ? argument.split('.') : argument.map(inner);
    return scope.getAtt(logicalId, attribute.join('.'));
  },
  'Fn::ImportValue': (name, inner, scope) => scope.importValue(textOf(inner(name))),
  // What the CDK renders for weak references between stacks.
  'Fn::GetStackOutput': (argument, inner, scope) => {
    const { StackName, OutputName, Region } = inner(argument);
    return scope.stackOutput(textOf(StackName), textOf(OutputName), Region === undefined ? undefined : textOf(Region));
  },
  'Fn::Join': ([separator, list], inner, scope) => withDynamicReferences(listOf('Fn::Join', inner(list)).map(String).join(separator), scope),
  'Fn::Split': ([separator, text], inner) => split(String(separator), String(inner(text))),
  'Fn::Select': ([index, list], inner) => {
    const values = listOf('Fn::Select', inner(list));
    const at: unknown = inner(index);
    const value = values[Number(textOf(at))];
    if (value !== undefined) {
      return isUncertain(at) ? likely(`Fn::Select ${textOf(at)}`, value) : value;
    }
    const unknown = values.find((each) => typeof each === 'string' && hasInvented(each));
    if (unknown !== undefined) {
      return unknownValue(`${readable(values.map(String).join(','))}-${textOf(inner(index))}`);
    }
    throw new Error(`Fn::Select cannot select ${JSON.stringify(index)} from ${readable(JSON.stringify(values))}`);
  },
  'Fn::Sub': (argument, inner, scope) => {
    const [text, variables = {}] = Array.isArray(argument) ? argument : [argument];
    return withDynamicReferences(substitute(text, inner(variables), scope), scope);
  },
  'Fn::If': ([name, then, otherwise], inner, scope) => inner(scope.condition(name) ? then : otherwise),
  'Fn::FindInMap': (argument, inner, scope) => {
    const [name, key, secondKey, options] = argument.map(inner);
    const keys = [name, key, secondKey];
    const value = inner(scope.mapping(textOf(name), textOf(key), textOf(secondKey))) ?? options?.DefaultValue;
    if (value !== undefined) {
      return keys.some(isUncertain) ? likely(`Fn::FindInMap ${keys.map(textOf).join(', ')}`, value) : value;
    }
    if (keys.some(isUncertain)) {
      return unknownValue(keys.map(textOf).join('-'));
    }
    throw new Error(`Fn::FindInMap finds nothing at ${name}, ${key}, ${secondKey}`);
  },
  'Fn::Base64': (text, inner) => Buffer.from(textOf(inner(text))).toString('base64'),
  'Fn::GetAZs': (region, inner, scope) => ['a', 'b', 'c'].map((zone) => `${inner(region) || scope.ref('AWS::Region')}${zone}`),
  'Fn::Length': (list, inner) => listOf('Fn::Length', inner(list)).length,
  'Fn::ToJsonString': (value, inner) => JSON.stringify(inner(value)),
};

/** Evaluates every intrinsic function in a value of a template. What cannot be known without AWS is an unknown value. */
export function evaluate(value: unknown, scope: Scope, depth = 0): any {
  if (depth > MAX_DEPTH) {
    throw new RefusedError(`a value of the template is nested more than ${MAX_DEPTH} levels deep`);
  }
  const inner = (each: unknown) => evaluate(each, scope, depth + 1);
  if (Array.isArray(value)) {
    return value.map(inner).filter((element) => element !== NO_VALUE);
  }
  if (typeof value === 'string') {
    return withDynamicReferences(value, scope);
  }
  if (typeof value !== 'object' || value === null) {
    return value;
  }
  const entries = Object.entries(value);
  if (entries.length === 1 && (entries[0][0] === 'Ref' || entries[0][0].startsWith('Fn::'))) {
    const [name, argument] = entries[0];
    const intrinsic = Object.prototype.hasOwnProperty.call(INTRINSICS, name) ? INTRINSICS[name] : undefined;
    return intrinsic === undefined ? unknownValue(`${name} ${JSON.stringify(argument)}`) : intrinsic(argument, inner, scope);
  }
  return Object.fromEntries(entries.map(([key, each]) => [key, inner(each)]).filter(([, each]) => each !== NO_VALUE));
}

/** Evaluates an expression of `Conditions`, where unresolved values have their likely value. */
export function evaluateCondition(expression: any, scope: Scope, depth = 0): boolean {
  if (depth > MAX_DEPTH) {
    throw new RefusedError(`a condition of the template is nested more than ${MAX_DEPTH} levels deep`);
  }
  const inner = (each: unknown) => evaluateCondition(each, scope, depth + 1);
  const [[name, argument]] = Object.entries<any>(expression);
  switch (name) {
    case 'Condition':
      return scope.condition(argument);
    case 'Fn::Equals':
      return textOf(evaluate(argument[0], scope)) === textOf(evaluate(argument[1], scope));
    case 'Fn::And':
      return argument.every(inner);
    case 'Fn::Or':
      return argument.some(inner);
    case 'Fn::Not':
      return !inner(argument[0]);
    default:
      throw new Error(`the condition function ${name} cannot be simulated`);
  }
}

function isUncertain(value: unknown): boolean {
  return typeof value === 'string' && hasUnknown(value);
}

/** What is selected by a value that can be another one: the default of a parameter, or the Region of a stack that does not specify its own. */
function likely(label: string, value: unknown): unknown {
  if (Array.isArray(value)) {
    return value.map((each) => likely(label, each));
  }
  // Numbers stay numbers: event patterns compare them with numbers only.
  return typeof value === 'string' && !hasUnknown(value) ? likelyValue(label, value) : value;
}

/** A likely value is split where it contains the separator; of a value that is unknown as a whole, the parts are unknown. */
function split(separator: string, text: string): string[] {
  const parts = text.split(separator);
  const likelyParts = withLikelyValues(text).split(separator);
  return parts.length === likelyParts.length ? parts : likelyParts.map((part) => likelyValue(`${readable(text)} ${separator}`, part));
}

function substitute(text: string, variables: Record<string, unknown>, scope: Scope): string {
  return text.replace(/\$\{(!?)([^}]+)\}/g, (_match, literal: string, name: string) => {
    if (literal !== '') {
      return `\${${name}}`;
    }
    if (Object.prototype.hasOwnProperty.call(variables, name)) {
      return String(variables[name]);
    }
    const [logicalId, ...attribute] = name.trim().split('.');
    return String(attribute.length === 0 ? scope.ref(logicalId) : scope.getAtt(logicalId, attribute.join('.')));
  });
}

/** @see https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/dynamic-references.html */
function withDynamicReferences(text: string, scope: Scope): string {
  return text.includes('{{resolve:')
    ? text.replace(/\{\{resolve:([\w-]+):([^}]*?)(?::\d+)?\}\}/g, (reference, service: string, name: string) => (
      service === 'ssm' ? String(scope.systemsManager(readable(name))) : unknownValue(reference)))
    : text;
}

function textOf(value: unknown): string {
  return readable(String(value));
}

function listOf(name: string, value: unknown): unknown[] {
  if (!Array.isArray(value)) {
    if (typeof value === 'string' && hasUnknown(value)) {
      return [value];
    }
    throw new Error(`${name} needs a list, got ${JSON.stringify(value)}`);
  }
  return value;
}
