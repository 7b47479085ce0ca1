import { matchesGlob } from '../../../src/engine/values/glob';
import { Likelihood } from '../../../src/engine/values/likelihood';
import { arnLikelihood, differs, matchLikelihood } from '../../../src/engine/values/text-match';
import { likelyValue, readable, unknownValue, withLikelyValues } from '../../../src/engine/values/unknown';
import * as fc from '../../random';

const IMPORTED = unknownValue('imported');
const OTHER = unknownValue('other');
const ACCOUNT = likelyValue('AWS::AccountId', '123456789012');
const GLOB = { isGlob: true };
const glob = (wanted: string, found: string) => Likelihood[matchLikelihood(wanted, found, { isGlob: true })];

test.each<[wanted: string, found: string, likelihood: keyof typeof Likelihood]>([
  ['*', IMPORTED, 'YES'],
  [IMPORTED, IMPORTED, 'YES'],
  [IMPORTED, OTHER, 'UNKNOWN'],
  ['a', IMPORTED, 'UNKNOWN'],
  ['a*', `a${IMPORTED}`, 'YES'],
  ['b*', `a${IMPORTED}`, 'NO'],
  ['a?b', `a${IMPORTED}b`, 'UNKNOWN'],
  ['*:123456789012:*', `arn:${ACCOUNT}:x`, 'LIKELY'],
  ['*:999999999999:*', `arn:${ACCOUNT}:x`, 'UNLIKELY'],
  ['s*:999999999999:*', `arn:${ACCOUNT}`, 'NO'],
  [`x${ACCOUNT}`, 'x999999999999', 'UNLIKELY'],
])('%s matches %s: %#', (wanted, found, likelihood) => {
  expect(glob(wanted, found)).toBe(likelihood);
});

test('ARNs are compared part by part, an ARN that is unknown as a whole with any of them', () => {
  const arn = (wanted: string, found: string) => Likelihood[arnLikelihood(wanted, found)];
  expect(arn('arn:aws:events:*:*:rule/*', `arn:aws:events:eu-west-1:${ACCOUNT}:rule/x`)).toBe('YES');
  expect(arn('arn:aws:events:*:rule/*', `arn:aws:events:eu-west-1:${ACCOUNT}:rule/x`)).toBe('NO');
  expect(arn('arn:aws:events:*:111111111111:rule/*', `arn:aws:events:eu-west-1:${ACCOUNT}:rule/x`)).toBe('UNLIKELY');
  expect(arn(IMPORTED, 'arn:aws:events:eu-west-1:1:rule/x')).toBe('UNKNOWN');
  expect(arn(IMPORTED, IMPORTED)).toBe('YES');
});

test('accounts differ, or do not, or are unknown', () => {
  expect([differs('1', '2'), differs('1', '1'), differs(ACCOUNT, ACCOUNT), differs(ACCOUNT, '1'), differs(IMPORTED, '1')].map((each) => Likelihood[each]))
    .toEqual(['YES', 'NO', 'NO', 'LIKELY', 'UNKNOWN']);
});

test('certain answers hold whatever the values turn out to be, and likely ones for the likely values', () => {
  const part = fc.oneof(fc.string({ unit: fc.constantFrom('a', 'b', '*', '?'), maxLength: 3 }), fc.constantFrom('1', '2'));
  const values = fc.string({ unit: fc.constantFrom('a', 'b', '1'), maxLength: 3 });
  const fill = (parts: readonly string[], one: string, two: string) => parts.map((each) => ({ 1: one, 2: two })[each] ?? each).join('');
  /** A text of parts, of which `1` is unknown and `2` is likely to be the value. */
  const marked = (parts: readonly string[], likely: string) => fill(parts, unknownValue('one'), likelyValue('two', likely));
  const parts = fc.array(part, { maxLength: 4 });
  fc.assert(fc.property(parts, parts, values, values, values, (left, right, likely, one, two) => {
    const found = right.map((each) => each.replace(/[*?]/g, 'a'));
    const answer = matchLikelihood(marked(left, likely), marked(found, likely), GLOB);
    const actual = matchesGlob(fill(left, one, two), fill(found, one, two));
    const asLikely = matchesGlob(fill(left, one, likely), fill(found, one, likely));
    expect({ answer, isPossible: actual ? answer !== Likelihood.NO : answer !== Likelihood.YES }).toEqual({ answer, isPossible: true });
    expect(answer === Likelihood.LIKELY && !asLikely).toBe(false);
    expect(answer === Likelihood.UNLIKELY && asLikely).toBe(false);
  }), { numRuns: 20_000 });
});

test('a text is shown with the values that are likely or invented', () => {
  expect(readable(`a ${IMPORTED} of ${ACCOUNT}`)).toBe('a imported of 123456789012');
  expect(withLikelyValues(`a ${IMPORTED} of ${ACCOUNT}`)).toBe(`a ${IMPORTED} of 123456789012`);
  fc.assert(fc.property(fc.string({ unit: 'binary' }), (text) => readable(unknownValue(text)) === text && readable(likelyValue('x', text)) === text));
});
