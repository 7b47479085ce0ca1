import { partsOfArn } from './arn';
import { AUTHORIZED, assuming, inTurn, NO_PERMISSIONS, denied } from './authorization';
import type { Authorization } from './authorization';
import { busArn } from './bus';
import type { ResourceIndex, Resources } from './resources';
import { authorizeByRole } from './role-authorization';
import type { Rule, RuleTarget } from './rule';
import { checkPolicy } from '../policy/policy-document';
import { BARE_CONTEXT } from '../policy/policy-request';
import type { PolicyStatement } from '../policy/policy-statement';
import type { ResourceInstance } from '../template/resource-instance';

const POLICIES: ResourceIndex = {
  types: ['AWS::Events::EventBusPolicy'],
  keysOf: (policy) => busArn(policy.stack.environment, policy.property('EventBusName')),
};

/** Whether an event bus takes an event that a rule forwards: by the role of the target and, in another account, by the policy of the bus. */
export function authorizeBus(rule: Rule, { Arn, RoleArn }: RuleTarget, resources: Resources): Authorization {
  const from = rule.resource.stack.environment;
  const { account, region } = partsOfArn(Arn)!;
  return inTurn(
    () => {
      if (RoleArn !== undefined) {
        return authorizeByRole(RoleArn, rule, 'events:PutEvents', Arn, resources);
      }
      return region === from.region ? AUTHORIZED : denied(NO_PERMISSIONS, `the target has no role, which EventBridge needs to forward to another Region (${region})`);
    },
    () => (account === from.account ? AUTHORIZED : allowsAccount(Arn, from.account, resources)),
  );
}

function allowsAccount(arn: string, account: string, resources: Resources): Authorization {
  const Statement = resources.by(POLICIES, arn).map(statementOf);
  const { isAllowed, isDenied, why } = checkPolicy({ Statement }, { principal: account, action: 'events:PutEvents', resource: arn, context: BARE_CONTEXT });
  if (isAllowed) {
    return AUTHORIZED;
  }
  // Every account has a default bus, and each statement is a resource of its own: what is not in the app may be elsewhere.
  return resources.withArn(arn) === undefined && !isDenied
    ? assuming(`the policy of ${arn} is not part of the app: it lets account ${account} in`)
    : denied(NO_PERMISSIONS, `the policy of ${resources.nameOf(arn)} does not let account ${account} in: ${why}`);
}

/** Policies are given as a statement or by their parts. */
function statementOf(policy: ResourceInstance): PolicyStatement {
  const property = (name: string) => policy.property(name);
  const { Type, Key, Value } = property('Condition') ?? {};
  return property('Statement') ?? {
    Effect: 'Allow',
    Principal: { AWS: property('Principal') },
    Action: property('Action'),
    Resource: '*',
    Condition: Type === undefined ? undefined : { [Type]: { [Key]: Value } },
  };
}
