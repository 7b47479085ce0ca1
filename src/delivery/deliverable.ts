import { Stack, Token } from 'aws-cdk-lib';
import type * as events from 'aws-cdk-lib/aws-events';
import type * as sqs from 'aws-cdk-lib/aws-sqs';
import type { IConstruct } from 'constructs';
import { constructOf } from './identity/construct-of';
import { ownedResource } from './identity/owned-resource';
import { spelledOut } from './identity/spelled-out';
import { parseSpelling } from './identity/spelling';
import { grantKey } from './permissions/grants';
import { checkRole } from './permissions/role-grants';
import { asQueue, asTopic } from './resource-kinds';
import type { Env } from './same-environment';
import { envOf, sameEnvDimension, sameEnvironment } from './same-environment';
import { DeliveryValidation } from '../validation/delivery-validation';
import { ValidationError, show } from '../validation/validation-error';

/**
 * Checks that EventBridge can do what a target requires, whoever created the target.
 *
 * @throws ValidationError if EventBridge refuses it for certain
 */
export function deliverable(rule: events.IRuleRef, config: events.RuleTargetConfig, ownDeadLetterQueue?: sqs.IQueue): void {
  checkRetryPolicy(config.retryPolicy);
  checkResource(config);
  checkRole(rule, config.role);
  checkPlace(rule, config);
  // With a role, the policies of the role allow EventBridge to deliver.
  if (!config.role) {
    grantKey(config.targetResource);
  }
  watch(rule, config.targetResource);
  const arn = config.deadLetterConfig?.arn;
  const deadLetterQueue = ownDeadLetterQueue ?? queueBehind(arn, rule);
  if (arn !== undefined && delivers(rule, config)) {
    checkDeadLetterQueue(deadLetterQueue ?? placeIn(arn, rule), rule);
  }
  if (deadLetterQueue && delivers(rule, config)) {
    grantKey(deadLetterQueue, rule);
    watch(rule, deadLetterQueue);
  }
}

/** Has a rule validated, and a resource that it delivers to known by its construct. */
export function watch(rule: IConstruct, resource: IConstruct | undefined): void {
  const validation = DeliveryValidation.of(rule);
  validation.addRule(rule);
  if (resource) {
    validation.addResource(resource);
  }
}

/** Whether it is this rule that delivers: to a target in another account or Region it forwards only, and a rule there delivers. */
export function delivers(rule: events.IRuleRef, { targetResource }: events.RuleTargetConfig): boolean {
  return !targetResource || sameEnvironment(rule, targetResource);
}

/** Fails for a queue that EventBridge refuses as a dead-letter queue. */
export function checkDeadLetterQueue(queue: sqs.IQueue | QueuePlace | undefined, rule: IConstruct): void {
  if (queue?.fifo) {
    throw new ValidationError({ prop: 'deadLetterQueue', problem: `${shown(queue)} is a FIFO queue`, resolution: 'EventBridge supports only standard queues as dead-letter queues' });
  }
  if (queue && !sameEnvDimension('region', queue, rule)) {
    throw new ValidationError({
      prop: 'deadLetterQueue',
      problem: `${shown(queue)} is in Region ${queue.env.region}, and the rule in ${Stack.of(rule).region}`,
      resolution: 'EventBridge supports dead-letter queues in the Region of the rule only. Use a queue in that Region, or omit deadLetterQueue to use the queue that the rules of the stack share',
    });
  }
}

/** A rule that delivers is created in the stack of its target, and an import from another environment has no stack there. */
function checkPlace(rule: IConstruct, { targetResource }: events.RuleTargetConfig): void {
  if (targetResource && !sameEnvironment(Stack.of(targetResource), targetResource)) {
    const { account, region } = envOf(targetResource);
    throw new ValidationError({
      prop: 'targets',
      problem: `${show(targetResource)} is imported from ${account}/${region} into a stack of another account or Region, and the rule that delivers to it must be created there`,
      resolution: sameEnvDimension('region', rule, targetResource)
        ? 'Use SnsPublish, SqsSendMessage or LambdaInvoke of cdk-ecs-event-rules, which deliver to another account of the Region by a role'
        : `Import it in a stack of the app with env: { account: '${account}', region: '${region}' }`,
    });
  }
}

/** FIFO topics and queues want a group, which a rule can give to a queue only. */
export function checkResource({ targetResource, sqsParameters }: events.RuleTargetConfig): void {
  if (asTopic(targetResource)?.fifo) {
    throw new ValidationError({
      prop: 'topic',
      problem: `${show(targetResource)} is a FIFO topic, which requires a message group that a rule cannot set`,
      resolution: 'Use a standard topic, or a FIFO queue with messageGroupId',
    });
  }
  if (asQueue(targetResource)?.fifo && !sqsParameters?.messageGroupId) {
    throw new ValidationError({
      prop: 'messageGroupId',
      problem: `${show(targetResource)} is a FIFO queue, which requires a message group, got ${show(sqsParameters?.messageGroupId)}`,
      resolution: 'Set messageGroupId: without it, Amazon SQS rejects the message',
    });
  }
}

/** The queue of the app behind an ARN: all that a target specifies of its dead-letter queue. */
function queueBehind(arn: string | undefined, rule: IConstruct): sqs.IQueue | undefined {
  const resource = ownedResource(arn, rule);
  return resource && asQueue(constructOf(resource));
}

function shown(queue: sqs.IQueue | QueuePlace): string {
  return show('arn' in queue ? queue.arn : queue);
}

/** A queue of which only the ARN is known. */
interface QueuePlace {
  readonly arn: string;
  readonly fifo: boolean;
  readonly env: Env;
}

/** What a literal ARN contains about a queue. */
function placeIn(arn: string, rule: IConstruct): QueuePlace | undefined {
  const spelling = parseSpelling(spelledOut(arn, rule).text ?? '', rule);
  const { account, region } = Stack.of(rule);
  return spelling?.kind === 'resource' && spelling.service === 'sqs'
    ? { arn, fifo: spelling.name.endsWith('.fifo'), env: { account: spelling.account ?? account, region: spelling.region ?? region } }
    : undefined;
}

/** The limits of EventBridge for retries, and the names of the props. */
const LIMITS = [
  { property: 'maximumRetryAttempts', prop: 'retryAttempts', least: 0, most: 185, unit: 'attempts' },
  { property: 'maximumEventAgeInSeconds', prop: 'maxEventAge', least: 60, most: 86400, unit: 'seconds' },
] as const;

/** Throws an error for a retry policy that EventBridge rejects at deployment, including that of a custom target. */
export function checkRetryPolicy(policy: events.CfnRule.RetryPolicyProperty | undefined): void {
  for (const { property, prop, least, most, unit } of LIMITS) {
    const value = policy?.[property];
    if (value !== undefined && !Token.isUnresolved(value) && !(Number.isInteger(value) && value >= least && value <= most)) {
      throw new ValidationError({ prop, problem: `expected a whole number of ${unit} from ${least} to ${most}, got ${show(value)}`, resolution: `Omit it for the default of EventBridge, ${most} ${unit}` });
    }
  }
}
