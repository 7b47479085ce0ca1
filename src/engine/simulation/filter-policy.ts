import { EventPattern } from '../matcher/event-pattern';
import { IndexedEvent } from '../matcher/indexed-event';
import { mismatchOf } from '../matcher/mismatch';
import { isObject, PatternError, quoted } from '../matcher/pattern-error';
import { whyTooDeep } from '../values/depth';
import { RefusedError } from '../values/refused-error';
import { hasUnknown, readableJson, withLikelyValues } from '../values/unknown';

/** The matchers that AWS documents for Amazon SNS: fewer than for EventBridge. */
const MATCHERS = new Set(['prefix', 'suffix', 'equals-ignore-case', 'anything-but', 'numeric', 'cidr', 'exists']);

/** Whether a message passes a filter policy. */
export interface FilterResult {
  /** Undefined if it is not known. */
  readonly isPassed?: boolean;
  readonly reason?: string;
}

const PASSED: FilterResult = { isPassed: true };

/** A matcher that EventBridge has, and that AWS does not document for Amazon SNS. */
class UndocumentedMatcher extends Error {}

/**
 * Whether a message passes the filter policy of a subscription.
 *
 * @see https://docs.aws.amazon.com/sns/latest/dg/sns-message-filtering.html
 */
export function applyFilter(policy: unknown, scope: unknown, body: string): FilterResult {
  const text = typeof policy === 'string' ? policy : JSON.stringify(policy);
  if (!hasUnknown(text)) {
    return applyKnownFilter(policy, scope, body);
  }
  const likely = withLikelyValues(text);
  const isPassed = !hasUnknown(likely) && applyKnownFilter(likely, scope, body).isPassed === true;
  return isPassed ? PASSED : { reason: `${String(readableJson(text))} is not known before the deployment` };
}

function applyKnownFilter(policy: unknown, scope: unknown, body: string): FilterResult {
  try {
    const parsed = typeof policy === 'string' ? parse(policy) : policy;
    // An empty policy removes the filter: https://docs.aws.amazon.com/sns/latest/dg/example_sns_SetSubscriptionAttributes_section.html
    if (isObject(parsed) && Object.keys(parsed).length === 0) {
      return PASSED;
    }
    const tooDeep = whyTooDeep(parsed);
    if (tooDeep !== undefined) {
      throw new PatternError('', `it ${tooDeep}`);
    }
    checkMatchers('', parsed);
    const pattern = new EventPattern(parsed);
    const reason = scope === 'MessageBody' ? byBody(pattern, body) : byAttributes(pattern);
    return { isPassed: reason === undefined, reason };
  } catch (error) {
    const reason = (error as Error).message;
    return error instanceof RefusedError ? { isPassed: false, reason: `Amazon SNS refuses the filter policy: ${reason}` } : { reason };
  }
}

function parse(policy: string): unknown {
  try {
    return JSON.parse(policy);
  } catch (error) {
    throw new RefusedError((error as Error).message);
  }
}

/** EventBridge sets no attributes: only a filter on their absence passes. */
function byAttributes(pattern: EventPattern): string | undefined {
  const mismatch = mismatchOf(pattern, new IndexedEvent({}));
  return mismatch && `the filter policy requires the message attribute ${mismatch.path} to be ${mismatch.wanted}, and EventBridge sets no attributes`;
}

function byBody(pattern: EventPattern, body: string): string | undefined {
  const message = objectIn(body);
  if (message === undefined) {
    return 'the filter policy is for the message body, which is not a JSON object';
  }
  const mismatch = mismatchOf(pattern, new IndexedEvent(message));
  return mismatch && `the filter policy requires ${mismatch.path} of the message body to be ${mismatch.wanted}, and it is ${mismatch.found}`;
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
    // Below $or there are policies, everywhere else matchers.
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
  const isDocumented = MATCHERS.has(name) && (!isObject(inner) || (name === 'anything-but' && typeof inner.prefix === 'string'));
  if (isDocumented) {
    return;
  }
  if (EventPattern.check({ field: [matcher] }) === undefined) {
    throw new UndocumentedMatcher(`AWS does not document the matcher ${quoted(matcher)} for Amazon SNS`);
  }
  throw new PatternError(path, MATCHERS.has(name) ? `unsupported matcher ${quoted(matcher)}` : `unrecognized match type "${name}"`);
}
