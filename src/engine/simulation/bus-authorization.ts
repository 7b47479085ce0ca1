import { partsOfArn } from './arn';
import { assuming, AUTHORIZED, Cause, ErrorCode, inTurn, refused } from './authorization';
import type { Authorization } from './authorization';
import { busArn } from './bus';
import type { Caller } from './caller';
import type { ResourceIndex, Resources } from './resources';
import { canAssume, roleCaller } from './role-authorization';
import type { Rule, RuleTarget } from './rule';
import { evaluatePolicy } from '../policy/policy-document';
import { contextOf, roleContext } from '../policy/policy-request';
import type { PolicyStatement } from '../policy/policy-statement';
import type { ResourceInstance } from '../template/resource-instance';
import { Likelihood } from '../values/likelihood';
import { differs } from '../values/text-match';

const POLICIES: ResourceIndex = {
  types: ['AWS::Events::EventBusPolicy'],
  keysOf: (policy) => busArn(policy.stack.environment, policy.property('EventBusName')),
};

const ACTION = 'events:PutEvents';

/**
 * Whether an event bus accepts an event that a rule forwards: by the role of the target and, in another account, by the policy of the bus. A Deny of that
 * policy applies to the account of the bus, too.
 *
 * @see https://docs.aws.amazon.com/eventbridge/latest/userguide/eb-cross-account.html
 * @see https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_evaluation-logic_policy-eval-denyallow.html
 */
export function authorizeBus(rule: Rule, { Arn, RoleArn }: RuleTarget, event: Record<string, unknown>, resources: Resources): Authorization {
  const from = rule.resource.stack.environment;
  const { account, region } = partsOfArn(Arn)!;
  const isCrossRegion = differs(region, from.region);
  const isCrossAccount = differs(account, from.account);
  return inTurn(
    () => (RoleArn === undefined
      ? inTurn(() => withoutRole(`Region (${region})`, isCrossRegion), () => withoutRole(`account (${account})`, isCrossAccount))
      : byRole(RoleArn, rule, Arn, resources)),
    () => {
      const request = { arn: Arn, account: from.account, roleArn: RoleArn, context: requestContext(rule, event, RoleArn) };
      if (isCrossAccount < Likelihood.UNKNOWN) {
        return notDenied(request, resources);
      }
      const code = isCrossRegion > Likelihood.UNKNOWN ? ErrorCode.CROSS_REGION_INGESTION_FAILED : ErrorCode.CROSS_ACCOUNT_INGESTION_FAILED;
      return byPolicy(request, code, resources);
    },
  );
}

/**
 * EventBridge needs a role to forward to another Region, and since March 2023 to another account.
 *
 * @see https://docs.aws.amazon.com/eventbridge/latest/userguide/eb-cross-account.html
 */
function withoutRole(where: string, isInAnotherPlace: Likelihood): Authorization {
  if (isInAnotherPlace === Likelihood.YES) {
    return refused(ErrorCode.NO_PERMISSIONS, Cause.PLACE, `the target has no role, which EventBridge needs to forward to another ${where}`);
  }
  return isInAnotherPlace > Likelihood.UNLIKELY ? assuming(Cause.PLACE, `the rule is in ${where} too, because its target has no role`) : AUTHORIZED;
}

function byRole(roleArn: string, rule: Rule, arn: string, resources: Resources): Authorization {
  return inTurn(
    () => canAssume(roleArn, rule, resources),
    () => byIdentity(roleCaller(roleArn, rule, resources), arn, resources),
  );
}

function byIdentity({ name, role }: Caller, arn: string, resources: Resources): Authorization {
  const { likelihood, why } = role!.evaluate(ACTION, arn, roleContext(role!.arn, role!.account));
  if (likelihood >= Likelihood.LIKELY) {
    return AUTHORIZED;
  }
  return likelihood === Likelihood.NO
    ? refused(ErrorCode.NO_PERMISSIONS, Cause.ROLE, why, { concerned: role!.resource })
    : assuming(Cause.ROLE, `${name} allows ${ACTION} on ${resources.nameOf(arn)}: ${why}`, { arn: role!.arn });
}

/** What a rule requires from a bus. */
interface BusRequest {
  readonly arn: string;
  /** The account of the rule. */
  readonly account: string;
  readonly roleArn?: string;
  readonly context: ReturnType<typeof contextOf>;
}

/** What the policy of a bus says about a request. A role is named by its ARN, or is part of its account. */
function resultOf({ arn, account, roleArn, context }: BusRequest, resources: Resources) {
  const bus = resources.withArn(arn);
  const policies = resources.by(POLICIES, arn);
  const inline = bus?.propertyIfKnown('Policy') as { readonly Statement?: unknown } | undefined;
  const Statement = [...[inline?.Statement ?? []].flat(), ...policies.map(statementOf)];
  const principal = { name: account, account, arn: roleArn };
  return { bus, policies, ...evaluatePolicy({ Statement }, { principal, action: ACTION, resource: arn, context }) };
}

/** In its own account, a rule needs no policy of the bus. AWS does not document as whom EventBridge sends without a role. */
function notDenied(request: BusRequest, resources: Resources): Authorization {
  const { bus, policies, denied, why } = resultOf(request, resources);
  if (denied <= Likelihood.UNLIKELY) {
    return AUTHORIZED;
  }
  const name = resources.nameOf(request.arn);
  return denied === Likelihood.YES && request.roleArn !== undefined
    ? refused(ErrorCode.NO_PERMISSIONS, Cause.BUS, `the policy of ${name} does not allow ${resources.nameOf(request.roleArn)} to perform ${ACTION}: ${why}`, { concerned: bus, policies, isDenied: true })
    : assuming(Cause.BUS, `the policy of ${name} allows account ${request.account} to perform ${ACTION}: ${why}`, { arn: request.arn, holder: bus, policies, isDenied: true });
}

function byPolicy(request: BusRequest, code: ErrorCode, resources: Resources): Authorization {
  const { arn, account } = request;
  const { bus, policies, likelihood, denied, why } = resultOf(request, resources);
  if (likelihood >= Likelihood.LIKELY) {
    return AUTHORIZED;
  }
  const name = resources.nameOf(arn);
  if (likelihood > Likelihood.NO) {
    return assuming(Cause.BUS, `the policy of ${name} allows account ${account} to perform ${ACTION}: ${why}`, { arn, holder: bus, policies });
  }
  // Every account has a default bus, and each statement is a resource: what is not in the app may be in another app.
  return bus === undefined && denied === Likelihood.NO
    ? assuming(Cause.BUS, `the policy of ${arn} is not part of the app: it allows account ${account} to perform ${ACTION}`, { arn, policies })
    : refused(code, Cause.BUS, `the policy of ${name} does not allow account ${account} to perform ${ACTION}: ${why}`, { concerned: bus, policies, isDenied: denied === Likelihood.YES });
}

/**
 * The keys of conditions in policies of event buses.
 *
 * @see https://docs.aws.amazon.com/eventbridge/latest/userguide/eb-use-conditions.html
 */
function requestContext(rule: Rule, event: Record<string, unknown>, roleArn: string | undefined): ReturnType<typeof contextOf> {
  const { account } = rule.resource.stack.environment;
  return new Map([
    ...contextOf({
      'aws:SecureTransport': ['true'],
      'aws:PrincipalAccount': [account],
      ...(roleArn === undefined ? {} : { 'aws:PrincipalArn': [roleArn] }),
      'aws:SourceArn': [rule.arn],
      'aws:SourceAccount': [account],
      'events:source': textsOf(event.source),
      'events:detail-type': textsOf(event['detail-type']),
      'events:eventBusInvocation': ['true'],
    }),
  ]);
}

function textsOf(value: unknown): string[] {
  return typeof value === 'string' ? [value] : [];
}

/** Policies are given as a statement or by their parts. */
function statementOf(policy: ResourceInstance): PolicyStatement {
  const property = (name: string) => policy.propertyIfKnown(name);
  const { Type, Key, Value } = property('Condition') ?? {};
  return property('Statement') ?? {
    Effect: 'Allow',
    Principal: { AWS: property('Principal') },
    Action: property('Action'),
    Resource: '*',
    Condition: Type === undefined ? undefined : { [Type]: { [Key]: Value } },
  };
}
