import type { Condition } from './conditions/condition';
import type { Part } from './part';
import { render } from './part';
import { MAX_PATTERN_LENGTH, patternLength } from './pattern-length';
import type { Environment } from './references/environment';
import { ecsArn, EVERYWHERE } from './references/environment';
import { ValidationError } from '../validation/validation-error';

/**
 * Divides a part into parts that fit into a rule each, such that an event matches exactly one of them.
 *
 * @throws ValidationError with the length that was measured, if nothing is left that could be divided
 */
export function split(part: Part, environment: Environment): Part[] {
  const length = lengthOf(part, environment);
  if (length <= MAX_PATTERN_LENGTH) {
    return [part];
  }
  const compact = compactPart(part);
  // With several accounts or Regions, the whole ARNs of a name take more rules than the end of them.
  const isFirst = compact && part.places.all.length > 1 && lengthOf(compact, environment) < length;
  const attempts = compact ? isFirst ? [compact, part] : [part, compact] : [part];
  for (const attempt of attempts) {
    const parts = divided(attempt, environment);
    if (parts) {
      return parts;
    }
  }
  throw new ValidationError({
    prop: `pattern of ${part.detailTypes.map((detailType) => `"${detailType}"`).join(', ')}`,
    problem: `expected up to ${MAX_PATTERN_LENGTH} characters, got ${length}`,
    resolution: 'It cannot be divided over several rules without matching an event twice or not at all, because exclusions, fields that hold several values,'
      + ` values that may be equal at deployment, and additionalPattern go together: use shorter or fewer values, literal values, ${shorterExclusion(part)}or several rules`,
  });
}

/** Names, which are shorter than ARNs. */
function shorterExclusion({ filters }: Part): string {
  return filters.excludedServices?.length ? 'excludedServiceNames, ' : filters.excludedDaemons?.length ? 'excludedDaemonNames, ' : '';
}

/** The part with the account and the Region required once; none if a condition composes a whole ARN nevertheless. */
function compactPart(part: Part): Part | undefined {
  const compact = part.compact && { ...part, conditions: part.compact() };
  return compact && JSON.stringify(render(compact)).includes(ecsArn(EVERYWHERE, '')) ? undefined : compact;
}

/** Parts that fit; none if that is impossible. */
function divided(part: Part, environment: Environment): Part[] | undefined {
  const length = lengthOf(part, environment);
  if (length <= MAX_PATTERN_LENGTH) {
    return [part];
  }
  const [longest, second] = part.conditions
    .filter(({ size }) => size > 1)
    .map((condition) => ({ condition, length: patternLength(condition.render(), environment) }))
    .sort((one, other) => other.length - one.length);
  if (!longest) {
    return undefined;
  }
  const shares = second ? sharesOf(second, longest.length, MAX_PATTERN_LENGTH - (length - longest.length - second.length)) : 1;
  const [condition, chunks] = second && shares > 1
    ? [second.condition, equalShares(second.condition, shares)]
    : [longest.condition, chunksOf(part, longest.condition, environment) ?? equalShares(longest.condition, 2)];
  const parts = chunks.map((chunk) => divided(withCondition(part, condition, chunk), environment));
  return parts.every((each) => each !== undefined) ? parts.flat() : undefined;
}

/** More shares of the second longest condition than this are not tried. */
const MOST_SHARES = 20;

/** The number of shares of the second longest condition that leaves enough space for the longest one, with the fewest rules. */
function sharesOf(
  { condition: { size }, length }: { readonly condition: Condition; readonly length: number }, longest: number, room: number,
): number {
  const rules = (shares: number) => {
    const left = room - length / shares;
    return left > 0 ? shares * Math.ceil(longest / left) : Infinity;
  };
  const candidates = Array.from({ length: Math.min(size, MOST_SHARES) }, (_, i) => i + 1);
  return candidates.reduce((best, shares) => rules(shares) < rules(best) ? shares : best, 1);
}

function equalShares(condition: Condition, shares: number): Condition[] {
  const at = (share: number) => Math.ceil(share * condition.size / shares);
  return Array.from({ length: shares }, (_, share) => condition.slice(at(share), at(share + 1)));
}

/** As many groups of alternatives in each rule as fit; none if not even one fits, because another condition is too long as well. */
function chunksOf(part: Part, condition: Condition, environment: Environment): Condition[] | undefined {
  const fits = (from: number, to: number) =>
    lengthOf(withCondition(part, condition, condition.slice(from, to)), environment) <= MAX_PATTERN_LENGTH;
  const starts = [0];
  for (let end = 1; end <= condition.size; end++) {
    if (fits(starts[starts.length - 1], end)) {
      continue;
    }
    if (!fits(end - 1, end)) {
      return undefined;
    }
    starts.push(end - 1);
  }
  return starts.map((start, i) => condition.slice(start, starts[i + 1]));
}

function lengthOf(part: Part, environment: Environment): number {
  return patternLength(render(part), environment);
}

function withCondition(part: Part, there: Condition, instead: Condition): Part {
  return { ...part, conditions: part.conditions.map((condition) => condition === there ? instead : condition) };
}
