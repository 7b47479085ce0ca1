import { matchesGlob } from './glob';
import { certain, Likelihood, not } from './likelihood';
import { hasUnknown, isMark, partsOf, withLikelyValues } from './unknown';

/** How texts are compared. */
export interface TextComparison {
  /** Whether `*` and `?` in the first text stand for other characters. */
  readonly isGlob: boolean;
}

/** Whether a text is as wanted, if a part of either may be unknown. */
export function matchLikelihood(wanted: string, found: string, comparison: TextComparison): Likelihood {
  if (!hasUnknown(wanted) && !hasUnknown(found)) {
    return certain(comparison.isGlob ? matchesGlob(wanted, found) : wanted === found);
  }
  return likelihoodOf(wanted, found, (one, other, isOpen) => meets(one, other, comparison, isOpen));
}

/** Whether two texts differ, such as two accounts. */
export function differs(one: string, other: string): Likelihood {
  return not(matchLikelihood(one, other, { isGlob: false }));
}

/**
 * The likelihood that two texts fit, from a test of them.
 *
 * @param test `isOpen` says whether unknown values are to be taken for whatever fits, else they only equal themselves
 */
export function likelihoodOf(wanted: string, found: string, test: (wanted: string, found: string, isOpen: boolean) => boolean): Likelihood {
  if (test(wanted, found, false)) {
    return Likelihood.YES;
  }
  if (!test(wanted, found, true)) {
    return Likelihood.NO;
  }
  const [likelyWanted, likelyFound] = [withLikelyValues(wanted), withLikelyValues(found)];
  if (test(likelyWanted, likelyFound, false)) {
    return Likelihood.LIKELY;
  }
  return test(likelyWanted, likelyFound, true) ? Likelihood.UNKNOWN : Likelihood.UNLIKELY;
}

/** Compares part by part: for each place in the wanted text the places in the found one up to which both can be the same. */
export function meets(wanted: string, found: string, { isGlob }: TextComparison, isOpen: boolean): boolean {
  if (!isOpen && !isGlob) {
    return wanted === found;
  }
  if (!isOpen && !wanted.includes('?')) {
    // Marks are compared as the characters that they consist of.
    return matchesGlob(wanted, found);
  }
  const [left, right] = [partsOf(wanted), partsOf(found)];
  const isAny = (part: string) => (isGlob && part === '*') || (isOpen && isMark(part));
  const isSpread = (part: string) => isOpen && isMark(part);
  const fits = (one: string, other: string) => one === other || (isGlob && one === '?' && !isMark(other));
  let row = right.map(() => false);
  // Row by row: row[j] is whether what was read of the wanted text can be the first j parts of the found one.
  let current = [true];
  right.forEach((part, j) => { current[j + 1] = current[j] && isSpread(part); });
  for (const part of left) {
    row = current;
    current = [row[0] && isAny(part)];
    right.forEach((other, j) => {
      current[j + 1] = (row[j] && fits(part, other))
        || (isAny(part) && (row[j + 1] || current[j]))
        || (isSpread(other) && (current[j] || row[j + 1]));
    });
  }
  return current[right.length];
}

/** ARNs have six parts; the last one may contain colons. */
const ARN_PARTS = 6;

/** Whether an ARN is like a pattern, part by part: no `*` reaches beyond its part. */
export function arnLikelihood(wanted: string, found: string): Likelihood {
  return hasUnknown(wanted) || hasUnknown(found) ? likelihoodOf(wanted, found, arnMeets) : certain(arnMeets(wanted, found, false));
}

function arnMeets(wanted: string, found: string, isOpen: boolean): boolean {
  const [left, right] = [partsOfArn(wanted), partsOfArn(found)];
  if (left.length === ARN_PARTS && right.length === ARN_PARTS) {
    return left.every((part, at) => (isOpen ? meets(part, right[at], { isGlob: true }, true) : matchesPart(part, right[at])));
  }
  // A value that is unknown as a whole may be an ARN.
  const canBeArns = [[left, wanted], [right, found]].every(([parts, text]) => parts.length === ARN_PARTS || hasUnknown(text as string));
  return canBeArns && (isOpen ? meets(wanted, found, { isGlob: true }, true) : wanted === found);
}

function matchesPart(wanted: string, found: string): boolean {
  return hasUnknown(wanted + found) ? meets(wanted, found, { isGlob: true }, false) : matchesGlob(wanted, found);
}

function partsOfArn(arn: string): string[] {
  const parts = arn.split(':');
  return parts.length < ARN_PARTS ? parts : [...parts.slice(0, ARN_PARTS - 1), parts.slice(ARN_PARTS - 1).join(':')];
}
