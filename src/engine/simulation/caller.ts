import { partsOfArn } from './arn';
import type { PolicyResult } from '../policy/policy-document';
import { evaluatePolicy } from '../policy/policy-document';
import { roleContext, serviceContext, SourceVisibility } from '../policy/policy-request';
import type { Comparison, ContextValue, RequestContext, RequestSource } from '../policy/policy-request';
import type { ResourceInstance } from '../template/resource-instance';
import { allOf, anyOf, Likelihood, not } from '../values/likelihood';
import { differs } from '../values/text-match';

/** The identity policies of a role. */
export interface RoleIdentity {
  /** The role, if it is part of the app. */
  readonly resource?: ResourceInstance;
  readonly arn: string;
  readonly account: string;
  evaluate(action: string, resource: string, context: RequestContext): PolicyResult;
}

/** Who sends something: a service on behalf of a resource, or EventBridge with a role. */
export interface Caller {
  /** The name in sentences. */
  readonly name: string;
  readonly service?: { readonly principal: string; readonly source: RequestSource };
  readonly role?: RoleIdentity;
}

/** Something that a caller does. */
export interface Access {
  readonly action: string;
  /** The ARN of the resource. */
  readonly resource: string;
  /** The account that owns the resource. */
  readonly owner: string;
  /** Whether the resource can see on behalf of which resource a service calls. */
  readonly visibility?: SourceVisibility;
  /** More keys of conditions. */
  readonly context?: ReadonlyMap<string, ContextValue>;
  /** Whether a role needs the policy of the resource too in its own account. */
  readonly isKey?: boolean;
}

/** EventBridge, for a rule. */
export function eventBridge(arn: string, account: string, compared?: Comparison[]): Caller {
  return { name: 'EventBridge', service: { principal: 'events.amazonaws.com', source: { arn, account, compared } } };
}

/** Amazon SNS, for a topic. */
export function amazonSns(arn: string, account: string): Caller {
  return { name: 'Amazon SNS', service: { principal: 'sns.amazonaws.com', source: { arn, account } } };
}

/** CloudWatch, for an alarm. */
export function cloudWatch(arn: string, account: string): Caller {
  return { name: 'CloudWatch', service: { principal: 'cloudwatch.amazonaws.com', source: { arn, account } } };
}

/** EventBridge, with a role. */
export function withRole(name: string, role: RoleIdentity): Caller {
  return { name: `the role ${name}`, role };
}

const ALLOWED: PolicyResult = { likelihood: Likelihood.YES, denied: Likelihood.NO, why: '', assumptions: [] };

/** A caller with a role whose own policies allow everything: then the policy of a resource decides. */
export function withAllowingRole(caller: Caller): Caller {
  return { ...caller, role: caller.role && { ...caller.role, evaluate: () => ALLOWED } };
}

/**
 * Where a resource is, which requests for topics, queues, functions and keys contain.
 *
 * @see https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_condition-keys.html
 */
function placeContext({ resource, owner }: Access): [string, ContextValue][] {
  const region = partsOfArn(resource)?.region ?? '';
  return [['aws:resourceaccount', { values: [owner] }], ...(region === '' ? [] : [['aws:requestedregion', { values: [region] }]] as [string, ContextValue][])];
}

/**
 * Whether a caller can do something to a resource with a policy.
 *
 * @param document the policy; undefined if the resource has none
 * @see https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_evaluation-logic_policy-eval-denyallow.html
 */
export function evaluateAccess({ name, service, role }: Caller, document: unknown, access: Access): PolicyResult {
  const { action, resource, owner, visibility, isKey = false } = access;
  const context = [...placeContext(access), ...access.context ?? []];
  if (service !== undefined) {
    const { principal, source } = service;
    const whole = new Map([...serviceContext(principal, source, visibility), ...context]);
    return evaluatePolicy(document, { principal: { name: principal, service: principal }, action, resource, context: whole });
  }
  const { arn, account } = role!;
  const whole = new Map([...roleContext(arn, account), ...context]);
  const ask = (principal: object) => evaluatePolicy(document, { principal: { name, ...principal }, action, resource, context: whole });
  const [direct, any, identity] = [ask({ arn }), ask({ arn, account }), role!.evaluate(action, resource, whole)];
  const isSameAccount = differs(owner, account) < Likelihood.UNKNOWN;
  // In its own account a role needs either policy; a key has to leave the decision to the account first.
  const viaIdentity = isSameAccount && !isKey ? identity.likelihood : allOf([identity.likelihood, any.likelihood]);
  const allowed = isSameAccount ? anyOf([viaIdentity, direct.likelihood]) : viaIdentity;
  const denied = anyOf([any.denied, identity.denied]);
  const culprit = identity.likelihood === Likelihood.YES || (isSameAccount && isKey && any.likelihood < identity.likelihood) ? any : identity;
  const { why } = any.denied > Likelihood.UNLIKELY ? any : culprit;
  return { likelihood: allOf([allowed, not(denied)]), denied, why, assumptions: any.assumptions };
}
