import { EventPattern } from '../../../src/engine/matcher/event-pattern';
import { IndexedEvent } from '../../../src/engine/matcher/indexed-event';
import { evaluateConditions } from '../../../src/engine/policy/conditions';
import { contextOf } from '../../../src/engine/policy/policy-request';
import { matchesGlob } from '../../../src/engine/values/glob';
import { Likelihood } from '../../../src/engine/values/likelihood';
import * as fc from '../../random';

/** The definition, one character after the other. */
function isMatch(pattern: string, text: string): boolean {
  if (pattern === '') {
    return text === '';
  }
  const [first] = pattern;
  if (first === '*') {
    return isMatch(pattern.slice(1), text) || (text !== '' && isMatch(pattern, text.slice(1)));
  }
  return text !== '' && (first === '?' || first === text[0]) && isMatch(pattern.slice(1), text.slice(1));
}

const patterns = fc.string({ unit: fc.constantFrom('a', 'b', '*', '?'), maxLength: 9 });
const texts = fc.string({ unit: fc.constantFrom('a', 'b'), maxLength: 10 });
const isMet = (operator: string, wanted: string, found: string) => (
  evaluateConditions({ [operator]: { 'aws:SourceArn': wanted } }, contextOf({ 'aws:SourceArn': [found] })).likelihood === Likelihood.YES);

test('a glob matches what its definition says', () => {
  fc.assert(fc.property(patterns, texts, (pattern, text) => matchesGlob(pattern, text) === isMatch(pattern, text)), { numRuns: 20_000 });
});

test('StringLike, ArnLike and wildcard match what the definition of a glob says', () => {
  fc.assert(fc.property(patterns, texts, (pattern, text) => {
    const wanted = isMatch(pattern, text);
    expect(isMet('StringLike', pattern, text)).toBe(wanted);
    expect(isMet('ArnLike', `arn:aws:events:eu-west-1:1:${pattern}`, `arn:aws:events:eu-west-1:1:${text}`)).toBe(wanted);
    const wildcard = pattern.replace(/\*+/g, '*').replace(/\?/g, 'a');
    expect(new EventPattern({ a: [{ wildcard }] }).matches(new IndexedEvent({ a: text }))).toBe(isMatch(wildcard, text));
  }), { numRuns: 5000 });
});

test.each([
  ['*a*a*a*a*a*a*a*a*a*a*a*a*b', 64], ['*a*a*a*a*a*a*a*a*a*a*a*a*b', 100_000], ['a?*?a*?a*?a*?a*?a*?b', 10_000], [`${'*a'.repeat(1000)}*b`, 100_000],
])('%.30s against %d characters takes no time', (pattern, length) => {
  const text = 'a'.repeat(length);
  const start = performance.now();
  expect(isMet('StringLike', pattern, text)).toBe(false);
  expect(isMet('ArnLike', `arn:aws:events:eu-west-1:1:${pattern}`, `arn:aws:events:eu-west-1:1:${text}`)).toBe(false);
  expect(new EventPattern({ a: [{ wildcard: pattern.replace(/\?/g, '') .replace(/\*+/g, '*') }] }).matches(new IndexedEvent({ a: text }))).toBe(false);
  expect(performance.now() - start).toBeLessThan(1000);
});
