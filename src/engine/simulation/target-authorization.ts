import { partsOfArn } from './arn';
import { AUTHORIZED, assuming, inTurn, INVALID_JSON, NO_RESOURCE, denied, SDK_CLIENT_ERROR } from './authorization';
import type { Authorization } from './authorization';
import { isBus } from './bus';
import { authorizeBus } from './bus-authorization';
import { eventBridge } from './caller';
import type { Caller } from './caller';
import { authorizeFunction } from './function-authorization';
import { missingResource } from './missing-resource';
import { authorizeQueue, isFifo } from './queue-authorization';
import type { Resources } from './resources';
import { authorizeByRole } from './role-authorization';
import type { Rule, RuleTarget } from './rule';
import { targetTypeOf } from './target-type';
import { authorizeTopic, isTopicForRules } from './topic-authorization';
import type { RenderedInput } from '../input/rendered-input';

/** How a kind of target is judged. */
interface TargetKind {
  /** What a role of the rule has to be allowed. */
  readonly action: string;
  /** Whether it can take what rules send at all. */
  fits(target: RuleTarget, input: RenderedInput, resources: Resources): Authorization;
  /** Whether its own policies let EventBridge in. */
  accepts(arn: string, caller: Caller, resources: Resources): Authorization;
}

/** The kinds that have policies of their own, by the service in the ARN. */
const KINDS: { readonly [service: string]: TargetKind } = {
  sns: { action: 'sns:Publish', fits: ({ Arn }, _input, resources) => isTopicForRules(Arn, resources), accepts: authorizeTopic },
  sqs: { action: 'sqs:SendMessage', fits: isQueueForRules, accepts: authorizeQueue },
  lambda: { action: 'lambda:InvokeFunction', fits: ({ Arn }, input, resources) => isEvent(input, Arn, resources), accepts: authorizeFunction },
};

/** Whether a target takes what a rule sends. */
export function authorizeTarget(rule: Rule, target: RuleTarget, input: RenderedInput, resources: Resources): Authorization {
  return inTurn(() => isSent(input), () => accepts(rule, target, input, resources));
}

function accepts(rule: Rule, target: RuleTarget, input: RenderedInput, resources: Resources): Authorization {
  const { Arn, RoleArn } = target;
  if (isBus(Arn)) {
    return authorizeBus(rule, target, resources);
  }
  const kind = KINDS[partsOfArn(Arn)?.service ?? ''];
  if (kind === undefined) {
    return assuming(`EventBridge may use ${resources.nameOf(Arn)}: permissions of ${targetTypeOf(Arn)} are not simulated`);
  }
  return inTurn(
    () => isThere(Arn, rule, resources),
    () => kind.fits(target, input, resources),
    () => (RoleArn === undefined
      ? kind.accepts(Arn, eventBridge(rule.arn, rule.resource.stack.environment.account), resources)
      : authorizeByRole(RoleArn, rule, kind.action, Arn, resources)),
  );
}

/** Whether a resource exists where a rule can reach it. */
export function isThere(arn: string, rule: Rule, resources: Resources): Authorization {
  const missing = missingResource(arn, rule.resource, resources);
  if (missing !== undefined) {
    return denied(NO_RESOURCE, `${missing} does not exist: its condition does not hold`);
  }
  const { region } = rule.resource.stack.environment;
  const found = partsOfArn(arn)!.region;
  return found === region ? AUTHORIZED : denied(NO_RESOURCE, `${resources.nameOf(arn)} is in Region ${found}, and EventBridge looks for it in Region ${region}, that of the rule`);
}

/** A FIFO queue needs a group, and an id of each message that it can only make of the content. */
function isQueueForRules({ Arn, SqsParameters }: RuleTarget, _input: RenderedInput, resources: Resources): Authorization {
  const name = resources.nameOf(Arn);
  if (!isFifo(Arn, resources)) {
    return AUTHORIZED;
  }
  if (SqsParameters?.MessageGroupId === undefined) {
    return denied(SDK_CLIENT_ERROR, `${name} is a FIFO queue, and the target names no message group`);
  }
  const queue = resources.withArn(Arn);
  if (queue === undefined) {
    return assuming(`the FIFO queue ${Arn} has content-based deduplication`);
  }
  return queue.property('ContentBasedDeduplication') === true
    ? AUTHORIZED
    : denied(SDK_CLIENT_ERROR, `${name} is a FIFO queue without content-based deduplication, and a rule cannot give a deduplication id`);
}

/** What is meant as JSON and is not is sent to no target. */
function isSent(input: RenderedInput): Authorization {
  const why = input.mustBeJson ? input.whyNotJson() : undefined;
  return why === undefined ? AUTHORIZED : denied(INVALID_JSON, `the input transformer gives no JSON: ${why}`);
}

function isEvent(input: RenderedInput, arn: string, resources: Resources): Authorization {
  const why = input.whyNotJson();
  return why === undefined
    ? AUTHORIZED
    : denied(SDK_CLIENT_ERROR, `what the rule sends is not JSON, and AWS Lambda does not invoke ${resources.nameOf(arn)} with anything else: ${why}`);
}
