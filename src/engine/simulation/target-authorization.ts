import { partsOfArn } from './arn';
import { assuming, AUTHORIZED, Cause, ErrorCode, inTurn, refused } from './authorization';
import type { Authorization } from './authorization';
import type { Caller } from './caller';
import { eventBridge } from './caller';
import { authorizeFunction, hasConcurrency } from './function-authorization';
import { authorizeLogGroup } from './log-group-authorization';
import { missingResource } from './missing-resource';
import { authorizeQueue, isFifo } from './queue-authorization';
import type { Resources } from './resources';
import { canAssume, roleCaller } from './role-authorization';
import type { Rule, RuleTarget } from './rule';
import { targetTypeOf } from './target-type';
import { authorizeTopic, isTopicForRules } from './topic-authorization';
import type { RenderedInput } from '../input/rendered-input';
import type { Comparison } from '../policy/policy-request';
import { Likelihood } from '../values/likelihood';
import { differs } from '../values/text-match';
import { hasUnknown } from '../values/unknown';

/** How a kind of target is checked. */
interface TargetKind {
  /** Whether it can take what rules send at all. */
  fits(target: RuleTarget, resources: Resources): Authorization;
  /** Whether policies allow a caller to send to it. */
  authorize(arn: string, caller: Caller, resources: Resources): Authorization;
  /** Whether it processes what it accepts. */
  processes?(arn: string, resources: Resources): Authorization;
}

/** The kinds with policies, by the service in the ARN. */
const KINDS: { readonly [service: string]: TargetKind } = {
  sns: { fits: ({ Arn }, resources) => isTopicForRules(Arn, resources), authorize: authorizeTopic },
  sqs: { fits: isQueueForRules, authorize: authorizeQueue },
  lambda: { fits: () => AUTHORIZED, authorize: authorizeFunction, processes: hasConcurrency },
  logs: { fits: () => AUTHORIZED, authorize: authorizeLogGroup },
};

/**
 * Whether a target accepts what a rule sends, whatever the event and the message.
 *
 * @param compared records what the policies compare the ARN of the rule with
 */
export function authorizeTarget(rule: Rule, target: RuleTarget, resources: Resources, compared?: Comparison[]): Authorization {
  const { Arn, RoleArn } = target;
  const { account } = rule.resource.stack.environment;
  const parts = partsOfArn(Arn);
  if (parts === undefined) {
    return assuming(Cause.VALUE, `EventBridge is allowed to send to ${Arn}, which is not known before the deployment`, { arn: Arn });
  }
  const kind = KINDS[parts.service];
  return inTurn(
    () => exists(Arn, rule, resources),
    () => (RoleArn === undefined ? isInAccount(Arn, account, resources) : canAssume(RoleArn, rule, resources)),
    () => {
      if (kind === undefined) {
        return assuming(Cause.KIND, `EventBridge is allowed to use ${resources.nameOf(Arn)}: permissions of ${targetTypeOf(Arn)} are not simulated`, { arn: Arn });
      }
      const caller = RoleArn === undefined ? eventBridge(rule.arn, account, compared) : roleCaller(RoleArn, rule, resources);
      return inTurn(
        () => kind.fits(target, resources),
        () => kind.authorize(Arn, caller, resources),
        () => kind.processes?.(Arn, resources) ?? AUTHORIZED,
      );
    },
  );
}

/** Whether a target accepts a message. */
export function acceptsInput({ Arn, hasUnknownInput }: RuleTarget, input: RenderedInput, resources: Resources): Authorization {
  const why = input.whyNotJson();
  const mustBeJson = input.mustBeJson || partsOfArn(Arn)?.service === 'lambda';
  if (why === undefined || !mustBeJson) {
    return AUTHORIZED;
  }
  if (hasUnknownInput) {
    // What stands for a value that is not known before the deployment is not JSON. The value may be.
    return assuming(Cause.INPUT, 'the message, which is not known before the deployment, is JSON');
  }
  return input.mustBeJson
    ? refused(ErrorCode.INVALID_JSON, Cause.INPUT, input.isPart ? `there is nothing to be sent: ${why}` : `the input transformer does not produce JSON: ${why}`)
    : refused(ErrorCode.SDK_CLIENT_ERROR, Cause.INPUT, `the message is not JSON, and AWS Lambda does not invoke ${resources.nameOf(Arn)} with anything else: ${why}`);
}

/** Whether a resource exists where a rule can reach it. */
export function exists(arn: string, rule: Rule, resources: Resources): Authorization {
  const missing = missingResource(arn, rule.resource, resources);
  if (missing !== undefined) {
    return refused(ErrorCode.NO_RESOURCE, Cause.MISSING, `${missing} does not exist: its condition is false`);
  }
  const { region } = rule.resource.stack.environment;
  const found = partsOfArn(arn)!.region;
  const name = resources.nameOf(arn);
  const isCrossRegion = isOmitted(arn, found) ? Likelihood.NO : differs(found, region);
  if (isCrossRegion === Likelihood.YES) {
    return refused(ErrorCode.NO_RESOURCE, Cause.PLACE, `${name} is in Region ${found}, and EventBridge looks for it in Region ${region}, that of the rule`);
  }
  return isCrossRegion > Likelihood.UNLIKELY ? assuming(Cause.PLACE, `${name} is in the Region of the rule`, { arn }) : AUTHORIZED;
}

/**
 * Resources of some services have no Region, such as response plans, and those of AWS have no account, such as the documents of Systems Manager.
 *
 * @see https://docs.aws.amazon.com/service-authorization/latest/reference/list_awssystemsmanagerincidentmanager.html
 * @see https://docs.aws.amazon.com/eventbridge/latest/userguide/eb-targets.html
 */
function isOmitted(arn: string, part: string): boolean {
  return part === '' && KINDS[partsOfArn(arn)!.service] === undefined;
}

/**
 * Without a role, EventBridge sends to its own account only.
 *
 * @see https://docs.aws.amazon.com/eventbridge/latest/userguide/eb-service-cross-account.html
 */
function isInAccount(arn: string, account: string, resources: Resources): Authorization {
  const name = resources.nameOf(arn);
  const found = partsOfArn(arn)!.account;
  const isCrossAccount = isOmitted(arn, found) ? Likelihood.NO : differs(found, account);
  if (isCrossAccount === Likelihood.YES) {
    return refused(ErrorCode.NO_PERMISSIONS, Cause.PLACE, `${name} is in account ${found}, and the target has no role, which EventBridge needs to send to another account than that of the rule (${account})`);
  }
  return isCrossAccount > Likelihood.UNLIKELY ? assuming(Cause.PLACE, `${name} is in the account of the rule, because the target has no role`, { arn }) : AUTHORIZED;
}

/** A FIFO queue needs a group, and an id of each message that it can only derive from the content. */
function isQueueForRules({ Arn, SqsParameters }: RuleTarget, resources: Resources): Authorization {
  const name = resources.nameOf(Arn);
  if (!isFifo(Arn, resources)) {
    return AUTHORIZED;
  }
  const concerned = resources.withArn(Arn);
  if (SqsParameters?.MessageGroupId === undefined) {
    return refused(ErrorCode.SDK_CLIENT_ERROR, Cause.KIND, `${name} is a FIFO queue, and the target has no message group`, { concerned });
  }
  if (concerned === undefined) {
    return assuming(Cause.KIND, `the FIFO queue ${Arn} has content-based deduplication`, { arn: Arn });
  }
  const deduplication = String(concerned.propertyIfKnown('ContentBasedDeduplication'));
  if (hasUnknown(deduplication)) {
    return assuming(Cause.KIND, `the FIFO queue ${name} has content-based deduplication`, { arn: Arn, holder: concerned });
  }
  return deduplication === 'true'
    ? AUTHORIZED
    : refused(ErrorCode.SDK_CLIENT_ERROR, Cause.KIND, `${name} is a FIFO queue without content-based deduplication, and a rule cannot set a deduplication id`, { concerned });
}
