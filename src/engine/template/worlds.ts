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

/** More worlds than these are not evaluated. */
const MAX_WORLDS = 64;

/** A Region of each partition that conditions ask for. */
const REGION_OF_PARTITION: { readonly [partition: string]: string } = { 'aws': 'us-east-1', 'aws-cn': 'cn-north-1', 'aws-us-gov': 'us-gov-west-1' };

/**
 * The worlds in which the conditions of some stacks can differ, the default one first: every combination of the values that the conditions compare
 * parameters, the account and the Region with. Beyond a limit, every value once.
 */
export function worldsOf(stacks: readonly StackInstance[]): World[] {
  const values = new Map<string, Set<string | undefined>>();
  for (const stack of stacks) {
    for (const { name, value } of comparisons(stack.conditions)) {
      const candidates = candidatesFor(name, value, stack);
      if (candidates.length > 0) {
        const known = values.get(key(name)) ?? new Set<string | undefined>([undefined]);
        candidates.forEach((candidate) => known.add(candidate));
        values.set(key(name), known);
      }
    }
  }
  const size = [...values.values()].reduce((product, candidates) => product * candidates.size, 1);
  const worlds = size > MAX_WORLDS ? oneByOne(values) : combined(values);
  return worlds.map(({ 'AWS::AccountId': account, 'AWS::Region': region, ...parameters }) => {
    const given = Object.entries(parameters).filter((entry): entry is [string, string] => entry[1] !== undefined);
    return { account, region, parameters: Object.fromEntries(given) };
  });
}

type Values = ReadonlyMap<string, ReadonlySet<string | undefined>>;

function combined(values: Values): Record<string, string | undefined>[] {
  return [...values].reduce<Record<string, string | undefined>[]>(
    (worlds, [name, candidates]) => worlds.flatMap((world) => [...candidates].map((candidate) => ({ ...world, [name]: candidate }))), [{}]);
}

function oneByOne(values: Values): Record<string, string | undefined>[] {
  const changes = [...values].flatMap(([name, candidates]) => [...candidates].map((candidate) => ({ name, candidate })));
  return [{}, ...changes.filter(({ candidate }) => candidate !== undefined).map(({ name, candidate }) => ({ [name]: candidate }))];
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

function key(name: string): string {
  return name === 'AWS::Partition' || name === 'AWS::URLSuffix' ? 'AWS::Region' : name;
}

/** The values worth a world: what is compared, what is allowed, and something else. */
function candidatesFor(name: string, value: string, stack: StackInstance): string[] {
  const { account, region } = stack.environment;
  switch (name) {
    case 'AWS::AccountId':
      return hasUnknown(account) ? [value] : [];
    case 'AWS::Region':
      return hasUnknown(region) ? [value] : [];
    case 'AWS::Partition':
      return hasUnknown(region) && REGION_OF_PARTITION[value] !== undefined ? [REGION_OF_PARTITION[value]] : [];
    default: {
      const parameter = stack.openParameter(name);
      return parameter === undefined ? [] : parameter.AllowedValues?.map(String) ?? [value, `other-${value}`];
    }
  }
}

/** Everything that conditions compare a `Ref` with. */
function comparisons(conditions: unknown): { readonly name: string; readonly value: string }[] {
  if (typeof conditions !== 'object' || conditions === null) {
    return [];
  }
  return Object.entries(conditions).flatMap(([name, argument]) => {
    if (name !== 'Fn::Equals' || !Array.isArray(argument)) {
      return comparisons(argument);
    }
    const [one, other] = argument;
    return [[one, other], [other, one]].flatMap(([reference, value]) => (
      typeof reference?.Ref === 'string' && typeof value !== 'object' ? [{ name: reference.Ref, value: String(value) }] : []));
  });
}
