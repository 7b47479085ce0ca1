import { partsOfArn } from './arn';
import { assuming, AUTHORIZED, Cause, ErrorCode, refused } from './authorization';
import type { Authorization } from './authorization';
import { eventBridge, evaluateAccess, withRole } from './caller';
import type { Caller, RoleIdentity } from './caller';
import type { ResourceIndex, Resources } from './resources';
import type { Rule } from './rule';
import { evaluatePolicy } from '../policy/policy-document';
import type { PolicyResult } from '../policy/policy-document';
import type { RequestContext } from '../policy/policy-request';
import type { PolicyStatement } from '../policy/policy-statement';
import type { ResourceInstance } from '../template/resource-instance';
import { allOf, anyOf, Likelihood, not } from '../values/likelihood';
import { differs } from '../values/text-match';
import { hasUnknown } from '../values/unknown';

const POLICIES: ResourceIndex = {
  types: ['AWS::IAM::Policy', 'AWS::IAM::RolePolicy', 'AWS::IAM::ManagedPolicy'],
  keysOf: (policy) => policy.property('Roles') ?? policy.property('RoleName'),
};

/** Whether EventBridge can assume the role of a target. */
export function canAssume(roleArn: string, rule: Rule, resources: Resources): Authorization {
  const { account } = rule.resource.stack.environment;
  const role = resources.withArn(roleArn);
  if (differs(partsOfArn(roleArn)?.account ?? account, account) === Likelihood.YES) {
    return refused(ErrorCode.FAILED_TO_ASSUME_ROLE, Cause.ROLE, `the role ${resources.nameOf(roleArn)} is in another account than the rule (${account})`, { concerned: role });
  }
  if (role === undefined) {
    return assuming(Cause.ROLE, `the role ${roleArn} is not part of the app: EventBridge can assume it`, { arn: roleArn });
  }
  const document = completed(role.propertyIfKnown('AssumeRolePolicyDocument'), { Resource: '*' });
  const { likelihood, why } = evaluateAccess(eventBridge(rule.arn, account), document, { action: 'sts:AssumeRole', resource: role.arn, owner: account });
  if (likelihood >= Likelihood.LIKELY) {
    return AUTHORIZED;
  }
  return likelihood === Likelihood.NO
    ? refused(ErrorCode.FAILED_TO_ASSUME_ROLE, Cause.ROLE, `EventBridge is not allowed to assume the role ${role.path}: ${why}`, { concerned: role })
    : assuming(Cause.ROLE, `EventBridge is allowed to assume the role ${role.path}: ${why}`, { arn: roleArn, holder: role });
}

/** EventBridge with the role of a target of a rule, which is in the account of the rule: EventBridge assumes no other one. */
export function roleCaller(arn: string, { resource }: Rule, resources: Resources): Caller {
  const role = resources.withArn(arn);
  const account = partsOfArn(arn)?.account ?? resource.stack.environment.account;
  return withRole(resources.nameOf(arn), role === undefined ? externalRole(arn, account, resources) : ownRole(role, arn, resources));
}

/** The policies of a role outside of the app are not known. */
function externalRole(arn: string, account: string, resources: Resources): RoleIdentity {
  const why = `the policies of the role ${resources.nameOf(arn)} are not part of the app`;
  return { arn, account, evaluate: () => ({ likelihood: Likelihood.UNKNOWN, denied: Likelihood.NO, why, assumptions: [] }) };
}

function ownRole(role: ResourceInstance, arn: string, resources: Resources): RoleIdentity {
  return { resource: role, arn, account: role.stack.environment.account, evaluate: (...request) => identityResult(role, resources, ...request) };
}

/** What the policies of a role allow, its permissions boundary included. */
function identityResult(role: ResourceInstance, resources: Resources, action: string, resource: string, context: RequestContext): PolicyResult {
  const request = { principal: { name: `the role ${role.path}`, account: '*' }, action, resource, context };
  const attached = listOf(role.propertyIfKnown('ManagedPolicyArns'));
  const managed = attached.map((arn) => resources.withArn(arn));
  const inline = listOf(role.propertyIfKnown('Policies')) as unknown as { readonly PolicyDocument?: unknown }[];
  const policies = [...resources.by(POLICIES, role.name), ...managed.flatMap((policy) => policy ?? [])];
  const documents = [...inline.map(({ PolicyDocument }) => PolicyDocument), ...policies.map((policy) => policy.propertyIfKnown('PolicyDocument'))];
  const results = documents.map((document) => evaluatePolicy(completed(document, { Principal: '*' }), request));
  const unresolved = attached.filter((_arn, at) => managed[at] === undefined);
  const denied = anyOf(results.map((result) => result.denied));
  const allowed = anyOf([...results.map(({ likelihood }) => likelihood), unresolved.length > 0 ? Likelihood.UNKNOWN : Likelihood.NO]);
  const bounded = boundaryLikelihood(role, resources, request);
  const likelihood = allOf([allowed, not(denied), bounded]);
  const why = results.find((result) => result.denied > Likelihood.UNLIKELY)?.why
    ?? (bounded < allowed ? `the permissions boundary of the role ${role.path} ${bounded === Likelihood.NO ? `does not allow ${action}` : 'is not part of the app'}` : undefined)
    ?? (unresolved.length > 0 ? `the managed policies ${unresolved.join(', ')} are not part of the app` : bestReason(results))
    ?? `no statement allows the role ${role.path} to perform ${action}`;
  return { likelihood, denied, why: likelihood === Likelihood.YES ? '' : why, assumptions: [] };
}

function boundaryLikelihood(role: ResourceInstance, resources: Resources, request: Parameters<typeof evaluatePolicy>[1]): Likelihood {
  const arn = role.propertyIfKnown('PermissionsBoundary') as unknown;
  if (arn === undefined) {
    return Likelihood.YES;
  }
  const boundary = resources.withArn(String(arn));
  return boundary === undefined ? Likelihood.UNKNOWN : evaluatePolicy(completed(boundary.propertyIfKnown('PolicyDocument'), { Principal: '*' }), request).likelihood;
}

/** The reason of the policy that comes closest to allowing it. */
function bestReason(results: readonly PolicyResult[]): string | undefined {
  return [...results].sort((one, other) => other.likelihood - one.likelihood || other.why.length - one.why.length)[0]?.why;
}

/** What the documents of roles omit, because it is implied. */
function completed(document: any, missing: PolicyStatement): unknown {
  if (typeof document === 'string' && hasUnknown(document)) {
    return document;
  }
  const complete = (statement: unknown) => (typeof statement === 'object' ? { ...missing, ...statement } : statement);
  return { Statement: [document?.Statement ?? []].flat().map(complete) };
}

function listOf(value: unknown): string[] {
  return value === undefined ? [] : [value].flat() as string[];
}
