import { ADMITTED, assuming, inTurn, INVALID_JSON, NO_RESOURCE, refused, SDK_CLIENT_ERROR } from './authorization';
import type { Admission } from './authorization';
import { partsOfArn } from './arn';
import { isBus } from './bus';
import { admitsToBus } from './bus-authorization';
import { eventBridge } from './caller';
import type { Caller } from './caller';
import { admitsToFunction } from './function-authorization';
import { missingResource } from './missing-resource';
import { admitsToQueue, isFifo } from './queue-authorization';
import type { Resources } from './resources';
import { admitsByRole } from './role-authorization';
import type { Rule, RuleTarget } from './rule';
import { targetTypeOf } from './target-type';
import { admitsToTopic, isTopicForRules } from './topic-authorization';
import type { RenderedInput } from '../input/rendered-input';

/** How a kind of target is judged. */
interface TargetKind {
  /** What a role of the rule has to be allowed. */
  readonly action: string;
  /** Whether it can take what rules send at all. */
  fits(target: RuleTarget, input: RenderedInput, resources: Resources): Admission;
  /** Whether its own policies let EventBridge in. */
  admits(arn: string, caller: Caller, resources: Resources): Admission;
}

/** The kinds that have policies of their own, by the service in the ARN. */
const KINDS: { readonly [service: string]: TargetKind } = {
  sns: { action: 'sns:Publish', fits: ({ Arn }, _input, resources) => isTopicForRules(Arn, resources), admits: admitsToTopic },
  sqs: { action: 'sqs:SendMessage', fits: isQueueForRules, admits: admitsToQueue },
  lambda: { action: 'lambda:InvokeFunction', fits: ({ Arn }, input, resources) => isEvent(input, Arn, resources), admits: admitsToFunction },
};

/** Whether a target takes what a rule sends. */
export function admitsToTarget(rule: Rule, target: RuleTarget, input: RenderedInput, resources: Resources): Admission {
  return inTurn(() => isSent(input), () => admits(rule, target, input, resources));
}

function admits(rule: Rule, target: RuleTarget, input: RenderedInput, resources: Resources): Admission {
  const { Arn, RoleArn } = target;
  if (isBus(Arn)) {
    return admitsToBus(rule, target, resources);
  }
  const kind = KINDS[partsOfArn(Arn)?.service ?? ''];
  if (kind === undefined) {
    return assuming(`EventBridge may use ${resources.nameOf(Arn)}: permissions of ${targetTypeOf(Arn)} are not simulated`);
  }
  return inTurn(
    () => isThere(Arn, rule, resources),
    () => kind.fits(target, input, resources),
    () => (RoleArn === undefined
      ? kind.admits(Arn, eventBridge(rule.arn, rule.resource.stack.environment.account), resources)
      : admitsByRole(RoleArn, rule, kind.action, Arn, resources)),
  );
}

/** Whether a resource exists where a rule can reach it. */
export function isThere(arn: string, rule: Rule, resources: Resources): Admission {
  const missing = missingResource(arn, rule.resource, resources);
  if (missing !== undefined) {
    return refused(NO_RESOURCE, `${missing} does not exist: its condition does not hold`);
  }
  const { region } = rule.resource.stack.environment;
  const found = partsOfArn(arn)!.region;
  return found === region ? ADMITTED : refused(NO_RESOURCE, `${resources.nameOf(arn)} is in Region ${found}, and EventBridge looks for it in Region ${region}, that of the rule`);
}

/** A FIFO queue needs a group, and an id of each message that it can only make of the content. */
function isQueueForRules({ Arn, SqsParameters }: RuleTarget, _input: RenderedInput, resources: Resources): Admission {
  const name = resources.nameOf(Arn);
  if (!isFifo(Arn, resources)) {
    return ADMITTED;
  }
  if (SqsParameters?.MessageGroupId === undefined) {
    return refused(SDK_CLIENT_ERROR, `${name} is a FIFO queue, and the target names no message group`);
  }
  const queue = resources.withArn(Arn);
  if (queue === undefined) {
    return assuming(`the FIFO queue ${Arn} has content-based deduplication`);
  }
  return queue.property('ContentBasedDeduplication') === true
    ? ADMITTED
    : refused(SDK_CLIENT_ERROR, `${name} is a FIFO queue without content-based deduplication, and a rule cannot give a deduplication id`);
}

/** What is meant as JSON and is not is sent to no target. */
function isSent(input: RenderedInput): Admission {
  const why = input.mustBeJson ? input.whyNotJson() : undefined;
  return why === undefined ? ADMITTED : refused(INVALID_JSON, `the input transformer gives no JSON: ${why}`);
}

function isEvent(input: RenderedInput, arn: string, resources: Resources): Admission {
  const why = input.whyNotJson();
  return why === undefined
    ? ADMITTED
    : refused(SDK_CLIENT_ERROR, `what the rule sends is not JSON, and AWS Lambda does not invoke ${resources.nameOf(arn)} with anything else: ${why}`);
}
