import { AUTHORIZED, assuming, inTurn, NO_PERMISSIONS, denied } from './authorization';
import type { Authorization } from './authorization';
import { eventBridge, requestOf } from './caller';
import type { ResourceIndex, Resources } from './resources';
import type { Rule } from './rule';
import { checkPolicy } from '../policy/policy-document';
import { BARE_CONTEXT } from '../policy/policy-request';
import type { PolicyStatement } from '../policy/policy-statement';
import type { ResourceInstance } from '../template/resource-instance';

const POLICIES: ResourceIndex = {
  types: ['AWS::IAM::Policy', 'AWS::IAM::RolePolicy', 'AWS::IAM::ManagedPolicy'],
  keysOf: (policy) => policy.property('Roles') ?? policy.property('RoleName'),
};

/** Whether EventBridge may take a role and do something to a target with it. */
export function authorizeByRole(roleArn: string, rule: Rule, action: string, targetArn: string, resources: Resources): Authorization {
  const role = resources.withArn(roleArn);
  if (role === undefined) {
    return assuming(`the role ${roleArn} is not part of the app: it lets EventBridge do ${action} to ${resources.nameOf(targetArn)}`);
  }
  return inTurn(
    () => isTrusted(role, rule),
    () => isPermitted(role, action, targetArn, resources),
  );
}

function isTrusted(role: ResourceInstance, rule: Rule): Authorization {
  const request = requestOf(eventBridge(rule.arn, rule.resource.stack.environment.account), 'sts:AssumeRole', role.arn);
  const { isAllowed, why } = checkPolicy(completed(role.property('AssumeRolePolicyDocument'), { Resource: '*' }), request);
  return isAllowed ? AUTHORIZED : denied(NO_PERMISSIONS, `EventBridge may not take the role ${role.path}: ${why}`);
}

function isPermitted(role: ResourceInstance, action: string, resource: string, resources: Resources): Authorization {
  const inline = (role.property('Policies') ?? []) as { readonly PolicyDocument?: unknown }[];
  const documents = [...inline.map(({ PolicyDocument }) => PolicyDocument), ...resources.by(POLICIES, role.name).map((policy) => policy.property('PolicyDocument'))];
  const Statement = documents.flatMap((document) => completed(document, { Principal: '*' }).Statement);
  // The role itself is the caller.
  const { isAllowed, why } = checkPolicy({ Statement }, { principal: `the role ${role.path}`, action, resource, context: BARE_CONTEXT });
  if (isAllowed) {
    return AUTHORIZED;
  }
  return role.property('ManagedPolicyArns') === undefined ? denied(NO_PERMISSIONS, why) : assuming(`the managed policies of the role ${role.path} let it do ${action}`);
}

/** What the documents of roles leave out, because it goes without saying. */
function completed(document: any, missing: PolicyStatement): { readonly Statement: PolicyStatement[] } {
  return { Statement: [document?.Statement ?? []].flat().map((statement: PolicyStatement) => ({ ...missing, ...statement })) };
}
