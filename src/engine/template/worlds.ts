import { DEFAULT_ACCOUNT, DEFAULT_REGION } from './environment';
import type { StackInstance } from './stack-instance';
import { hasUnknown } from '../values/unknown';

/** Values for what a deployment decides, and conditions depend on. */
export interface World {
  /** The account of stacks that do not specify theirs; any if absent. */
  readonly account?: string;
  /** The Region of stacks that do not specify theirs; any if absent. */
  readonly region?: string;
  /** Values of parameters, by name; the defaults if absent. */
  readonly parameters: { readonly [name: string]: string };
}

/** The worlds in which conditions can differ. */
export interface Worlds {
  /** All but the one where everything has its default. */
  readonly others: readonly World[];
  /** Whether no further world can differ from these. */
  readonly isComplete: boolean;
}

/** More worlds than these are not evaluated. */
const MAX_WORLDS = 64;

/** A Region of each partition, by its name and by its URL suffix. */
const REGION_OF_PARTITION: { readonly [partition: string]: string } = {
  'aws': DEFAULT_REGION,
  'aws-cn': 'cn-north-1',
  'aws-us-gov': 'us-gov-west-1',
  'amazonaws.com': DEFAULT_REGION,
  'amazonaws.com.cn': 'cn-north-1',
};

/** The default of what is compared, and another value if there may be one. */
interface Choice {
  readonly name: string;
  readonly initial?: string;
  readonly compared: Set<string>;
  readonly other: string;
  readonly allowed?: readonly string[];
}

/**
 * The worlds in which the conditions of some stacks can differ: every combination of the values that the conditions compare parameters, the account and the
 * Region with, and of one other value for each. Beyond a limit, every value once.
 */
export function worldsOf(stacks: readonly StackInstance[]): Worlds {
  const choices = new Map<string, Choice>();
  let isComplete = true;
  for (const stack of stacks) {
    for (const comparison of comparisons(stack.conditions)) {
      const choice = choiceOf(comparison, stack);
      if (choice === undefined) {
        isComplete &&= !isOpen(comparison.sides, stack);
      } else {
        const known = choices.get(choice.name) ?? choice;
        choice.compared.forEach((value) => known.compared.add(value));
        choices.set(choice.name, known);
      }
    }
  }
  const values = [...choices.values()].map((choice) => ({ name: choice.name, candidates: candidatesOf(choice) }));
  const size = values.reduce((product, { candidates }) => product * (candidates.length + 1), 1);
  const [, ...others] = size > MAX_WORLDS ? oneByOne(values) : combined(values);
  return { others: others.map(worldOf), isComplete: isComplete && size <= MAX_WORLDS };
}

type Given = { readonly [name: string]: string };

interface Values {
  readonly name: string;
  readonly candidates: readonly string[];
}

function combined(values: readonly Values[]): Given[] {
  return values.reduce<Given[]>((worlds, { name, candidates }) => (
    worlds.flatMap((world) => [world, ...candidates.map((value) => ({ ...world, [name]: value }))])), [{}]);
}

function oneByOne(values: readonly Values[]): Given[] {
  return [{}, ...values.flatMap(({ name, candidates }) => candidates.map((value) => ({ [name]: value })))];
}

function worldOf({ 'AWS::AccountId': account, 'AWS::Region': region, ...parameters }: Given): World {
  return { account, region, parameters };
}

/** What is so in a world, as a sentence. */
export function describeWorld({ account, region, parameters }: World): string {
  const given = [
    ...account === undefined ? [] : [`the account is ${account}`],
    ...region === undefined ? [] : [`the Region is ${region}`],
    ...Object.entries(parameters).map(([name, value]) => `the parameter ${name} is ${value}`),
  ];
  return given.join(' and ');
}

/** Values that make a difference. All that nothing is compared with make the same one. */
function candidatesOf({ initial, compared, other, allowed }: Choice): string[] {
  const isAllowed = (value: string) => allowed === undefined || allowed.includes(value);
  const isOther = initial === undefined || !compared.has(initial);
  const another = isOther ? undefined : allowed === undefined ? other : allowed.find((value) => !compared.has(value));
  return [...[...compared].filter((value) => value !== initial && isAllowed(value)), ...another === undefined ? [] : [another]];
}

/** What a condition compares, if it compares something open with a literal value. */
function choiceOf({ sides: [one, other] }: Comparison, stack: StackInstance): Choice | undefined {
  const [reference, value] = typeof one === 'object' ? [one, other] : [other, one];
  const name = (reference as { readonly Ref?: unknown } | null)?.Ref;
  if (typeof name !== 'string' || typeof value === 'object') {
    return undefined;
  }
  const compared = new Set([String(value)]);
  const { account, region } = stack.environment;
  switch (name) {
    case 'AWS::AccountId':
      return hasUnknown(account) ? { name, initial: DEFAULT_ACCOUNT, compared, other: '111122223333' } : undefined;
    case 'AWS::Region':
      return hasUnknown(region) ? { name, initial: DEFAULT_REGION, compared, other: 'eu-west-1' } : undefined;
    case 'AWS::Partition':
    case 'AWS::URLSuffix': {
      const there = REGION_OF_PARTITION[String(value)];
      return hasUnknown(region) && there !== undefined ? { name: 'AWS::Region', initial: DEFAULT_REGION, compared: new Set([there]), other: 'cn-north-1' } : undefined;
    }
    default: {
      const open = stack.openParameter(name);
      return open && {
        name: open.name,
        initial: open.parameter.Default === undefined ? undefined : String(open.parameter.Default),
        compared,
        other: `other-${String(value)}`,
        allowed: open.parameter.AllowedValues?.map(String),
      };
    }
  }
}

/** Whether what is compared depends on the deployment. */
function isOpen(sides: Comparison['sides'], stack: StackInstance): boolean {
  try {
    return sides.some((side) => hasUnknown(JSON.stringify(stack.evaluate(side)) ?? ''));
  } catch {
    return true;
  }
}

/** What a condition compares. */
interface Comparison {
  readonly sides: readonly [unknown, unknown];
}

/** Everything that conditions compare. */
function comparisons(conditions: unknown): Comparison[] {
  if (typeof conditions !== 'object' || conditions === null) {
    return [];
  }
  return Object.entries(conditions).flatMap(([name, argument]): Comparison[] => (
    name === 'Fn::Equals' && Array.isArray(argument) ? [{ sides: [argument[0], argument[1]] }] : comparisons(argument)));
}
