import { evaluateConditions } from './conditions';
import type { ConditionResult } from './conditions';
import type { PolicyRequest } from './policy-request';
import { isAbout, namesService } from './policy-statement';
import type { PolicyStatement } from './policy-statement';
import { allOf, Likelihood, not } from '../values/likelihood';
import { hasUnknown, readable } from '../values/unknown';

/** Whether a policy allows a request. */
export interface PolicyResult {
  readonly likelihood: Likelihood;
  /** Whether a Deny applies, so that no other policy can allow the request. */
  readonly denied: Likelihood;
  /** Why it is not allowed for certain. */
  readonly why: string;
  /** What is assumed where it is allowed. */
  readonly assumptions: readonly string[];
}

/** How a statement applies to a request. */
interface Applied {
  readonly name: string;
  readonly effect?: string;
  /** Whether it is meant for the principal, and not for everyone. */
  readonly isMeant: boolean;
  /** Whether it applies. */
  readonly likelihood: Likelihood;
  readonly conditions: ConditionResult;
}

const NOT_KNOWN: PolicyResult = { likelihood: Likelihood.UNKNOWN, denied: Likelihood.NO, why: 'the policy is not known before the deployment', assumptions: [] };

/**
 * Evaluates a request by a policy document. A Deny wins over every Allow. What is not simulated is neither allowed nor denied: the answer is unknown.
 *
 * @see https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_evaluation-logic.html
 */
export function evaluatePolicy(document: unknown, request: PolicyRequest): PolicyResult {
  const statements = statementsOf(document);
  if (statements === undefined) {
    return NOT_KNOWN;
  }
  const applied = statements.flatMap((statement, at) => apply(statement, at, request));
  const deny = mostLikely(applied.filter(({ effect }) => effect === 'Deny'));
  const allows = applied.filter(({ effect }) => effect === 'Allow');
  const allow = mostLikely(allows);
  const denied = deny?.likelihood ?? Likelihood.NO;
  const likelihood = allOf([allow?.likelihood ?? Likelihood.NO, not(denied)]);
  const result = { likelihood, denied, assumptions: allow?.conditions.assumptions ?? [] };
  if (likelihood === Likelihood.YES) {
    return { ...result, why: '' };
  }
  if (denied > Likelihood.UNLIKELY) {
    return { ...result, why: `the Deny of ${deny!.name} ${denied === Likelihood.YES ? 'applies' : `may apply${because(deny!)}`}` };
  }
  return { ...result, why: allow === undefined || (likelihood === Likelihood.NO && !allow.isMeant) ? `no statement allows ${request.principal.name} to perform ${request.action}` : whyNotMet(allow) };
}

/** How a statement applies to a request; nothing if it is about something else. */
function apply(statement: unknown, at: number, request: PolicyRequest): Applied[] {
  if (typeof statement !== 'object' || statement === null) {
    // A value that is not known before the deployment may be any statement.
    const isUnknown = typeof statement === 'string' && hasUnknown(statement);
    const conditions = { likelihood: Likelihood.UNKNOWN, why: 'it is not known before the deployment' };
    const name = `statement ${at + 1}`;
    return isUnknown ? ['Allow', 'Deny'].map((effect) => ({ name, effect, isMeant: true, likelihood: Likelihood.UNKNOWN, conditions })) : [];
  }
  const { Sid, Effect, Condition } = statement as PolicyStatement;
  const about = isAbout(statement as PolicyStatement, request);
  if (about === Likelihood.NO) {
    return [];
  }
  const conditions = evaluateConditions(Condition, request.context);
  return [{
    name: Sid === undefined ? `statement ${at + 1}` : `statement ${readable(JSON.stringify(Sid))}`,
    effect: Effect,
    isMeant: request.principal.service === undefined || namesService(statement as PolicyStatement, request.principal.service),
    likelihood: allOf([about, conditions.likelihood]),
    conditions,
  }];
}

function mostLikely(applied: readonly Applied[]): Applied | undefined {
  return applied.reduce<Applied | undefined>((best, each) => (best === undefined || rank(each) > rank(best) ? each : best), undefined);
}

/** Of statements that are as likely, the reason of one that is meant for the principal is more useful. */
function rank({ likelihood, isMeant }: Applied): number {
  return likelihood + (isMeant ? 0.5 : 0);
}

function whyNotMet({ name, likelihood, conditions: { likelihood: met, why } }: Applied): string {
  if (met === Likelihood.YES) {
    return `${name} may be about something else: its principal, action or resource is not known before the deployment`;
  }
  return `the conditions of ${name} ${likelihood === Likelihood.NO ? 'are not met' : 'cannot be evaluated'}: ${why}`;
}

function because({ conditions: { likelihood, why } }: Applied): string {
  return likelihood === Likelihood.YES ? '' : `: ${why}`;
}

/** The statements of a document; undefined if they are not known before the deployment. */
function statementsOf(document: unknown): unknown[] | undefined {
  const parsed = typeof document === 'string' ? jsonIn(document) : document ?? {};
  if (parsed === undefined) {
    return undefined;
  }
  const { Statement } = parsed as { readonly Statement?: unknown };
  if (typeof Statement === 'string' && hasUnknown(Statement)) {
    return undefined;
  }
  return Statement === undefined ? [] : [Statement].flat();
}

/** The JSON in a text; undefined if it is not known before the deployment. */
function jsonIn(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return hasUnknown(text) ? undefined : {};
  }
}
