/** What intrinsic functions ask the stack for. */
export interface Scope {
  ref(name: string): unknown;
  getAtt(logicalId: string, attribute: string): unknown;
  importValue(name: string): unknown;
  condition(name: string): boolean;
  mapping(name: string, key: string, secondKey: string): unknown;
}

/** `AWS::NoValue`: takes the property or the list entry away that it is the value of. */
export const NO_VALUE = Symbol('AWS::NoValue');

type Intrinsic = (argument: any, inner: (value: unknown) => any, scope: Scope) => unknown;

const INTRINSICS: { readonly [name: string]: Intrinsic } = {
  'Ref': (name, _inner, scope) => (name === 'AWS::NoValue' ? NO_VALUE : scope.ref(name)),
  'Fn::GetAtt': (argument, inner, scope) => {
    const [logicalId, ...attribute] = typeof argument === 'string' ? argument.split('.') : argument.map(inner);
    return scope.getAtt(logicalId, attribute.join('.'));
  },
  'Fn::ImportValue': (name, inner, scope) => scope.importValue(inner(name)),
  'Fn::Join': ([separator, list], inner) => listOf('Fn::Join', inner(list)).map(String).join(separator),
  'Fn::Split': ([separator, text], inner) => String(inner(text)).split(separator),
  'Fn::Select': ([index, list], inner) => {
    const values = listOf('Fn::Select', inner(list));
    const value = values[Number(inner(index))];
    if (value === undefined) {
      throw new Error(`Fn::Select cannot select ${JSON.stringify(index)} from ${JSON.stringify(values)}`);
    }
    return value;
  },
  'Fn::Sub': (argument, inner, scope) => {
    const [text, variables = {}] = Array.isArray(argument) ? argument : [argument];
    return substitute(text, inner(variables), scope);
  },
  'Fn::If': ([name, then, otherwise], inner, scope) => inner(scope.condition(name) ? then : otherwise),
  'Fn::FindInMap': (argument, inner, scope) => {
    const [name, key, secondKey, options] = argument.map(inner);
    const value = inner(scope.mapping(name, key, secondKey)) ?? options?.DefaultValue;
    if (value === undefined) {
      throw new Error(`Fn::FindInMap finds nothing at ${name}, ${key}, ${secondKey}`);
    }
    return value;
  },
  'Fn::Base64': (text, inner) => Buffer.from(String(inner(text))).toString('base64'),
  'Fn::GetAZs': (region, inner, scope) => ['a', 'b', 'c'].map((zone) => `${inner(region) || scope.ref('AWS::Region')}${zone}`),
  'Fn::Length': (list, inner) => listOf('Fn::Length', inner(list)).length,
  'Fn::ToJsonString': (value, inner) => JSON.stringify(inner(value)),
};

/** Evaluates every intrinsic function in a value of a template. Throws for those that cannot be known without AWS. */
export function evaluate(value: unknown, scope: Scope): any {
  if (Array.isArray(value)) {
    return value.map((element) => evaluate(element, scope)).filter((element) => element !== NO_VALUE);
  }
  if (typeof value !== 'object' || value === null) {
    return value;
  }
  const entries = Object.entries(value);
  if (entries.length === 1 && (entries[0][0] === 'Ref' || entries[0][0].startsWith('Fn::'))) {
    const [name, argument] = entries[0];
    const intrinsic = INTRINSICS[name];
    if (intrinsic === undefined) {
      throw new Error(`the intrinsic function ${name} cannot be simulated`);
    }
    return intrinsic(argument, (each) => evaluate(each, scope), scope);
  }
  return Object.fromEntries(entries.map(([key, inner]) => [key, evaluate(inner, scope)]).filter(([, inner]) => inner !== NO_VALUE));
}

/** Evaluates an expression of `Conditions`. */
export function evaluateCondition(expression: any, scope: Scope): boolean {
  const inner = (each: unknown) => evaluateCondition(each, scope);
  const [[name, argument]] = Object.entries<any>(expression);
  switch (name) {
    case 'Condition':
      return scope.condition(argument);
    case 'Fn::Equals':
      return String(evaluate(argument[0], scope)) === String(evaluate(argument[1], scope));
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

function listOf(name: string, value: unknown): unknown[] {
  if (!Array.isArray(value)) {
    throw new Error(`${name} needs a list, found ${JSON.stringify(value)}`);
  }
  return value;
}
