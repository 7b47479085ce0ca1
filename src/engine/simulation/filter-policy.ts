import { EventPattern } from '../matcher/event-pattern';
import { IndexedEvent } from '../matcher/indexed-event';
import { mismatchOf } from '../matcher/mismatch';
import { isObject, PatternError, quoted } from '../matcher/pattern-error';

/** The matchers that Amazon SNS has: fewer than EventBridge. */
const MATCHERS = new Set(['prefix', 'suffix', 'equals-ignore-case', 'anything-but', 'numeric', 'cidr', 'exists']);

/** Why a message does not pass the filter policy of a subscription; undefined if it does. */
export function whyFiltered(policy: unknown, scope: unknown, body: string): string | undefined {
  try {
    const parsed = typeof policy === 'string' ? JSON.parse(policy) : policy;
    checkMatchers('', parsed);
    const pattern = new EventPattern(parsed);
    return scope === 'MessageBody' ? byBody(pattern, body) : byAttributes(pattern);
  } catch (error) {
    return `Amazon SNS refuses the filter policy: ${(error as Error).message}`;
  }
}

/** EventBridge sets no attributes: only a filter on their absence passes. */
function byAttributes(pattern: EventPattern): string | undefined {
  const mismatch = mismatchOf(pattern, new IndexedEvent({}));
  return mismatch && `the filter policy wants the message attribute ${mismatch.path} to be ${mismatch.wanted}, and EventBridge sets no attributes`;
}

function byBody(pattern: EventPattern, body: string): string | undefined {
  const message = objectIn(body);
  if (message === undefined) {
    return 'the filter policy looks into the message body, which is no JSON object';
  }
  const mismatch = mismatchOf(pattern, new IndexedEvent(message));
  return mismatch && `the filter policy wants ${mismatch.path} of the message body to be ${mismatch.wanted}, and it is ${mismatch.found}`;
}

function objectIn(body: string): object | undefined {
  try {
    const value: unknown = JSON.parse(body);
    return isObject(value) ? value : undefined;
  } catch {
    return undefined;
  }
}

/** Throws for what EventBridge understands and Amazon SNS does not. */
function checkMatchers(path: string, policy: unknown): void {
  if (Array.isArray(policy)) {
    // Below $or stand policies, everywhere else matchers.
    policy.forEach((entry) => (path.endsWith('$or') ? checkMatchers(path.slice(0, -'$or'.length), entry) : checkMatcher(path, entry)));
  } else if (isObject(policy)) {
    Object.entries(policy).forEach(([key, inner]) => checkMatchers(path === '' || path.endsWith('.') ? `${path}${key}` : `${path}.${key}`, inner));
  }
}

function checkMatcher(path: string, matcher: unknown): void {
  if (!isObject(matcher)) {
    return;
  }
  const [name = ''] = Object.keys(matcher);
  const inner = matcher[name];
  if (!MATCHERS.has(name)) {
    throw new PatternError(path, `unrecognized match type "${name}"`);
  }
  if (isObject(inner) && !(name === 'anything-but' && typeof inner.prefix === 'string')) {
    throw new PatternError(path, `unsupported matcher ${quoted(matcher)}`);
  }
}
