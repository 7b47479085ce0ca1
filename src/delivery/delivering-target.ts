import type * as events from 'aws-cdk-lib/aws-events';
import type { IConstruct } from 'constructs';
import { cdkTargetDeadLetterQueue, checkCdkTargetStatements, reportLogGroupPolicy } from './cdk-target';
import type { DeadLetters } from './dead-letters/dead-letters';
import { deliverable, delivers, watch } from './deliverable';
import { grantDeadLetters, preserveDefaultTopicPolicy } from './permissions/grants';
import { asTopic } from './resource-kinds';
import { DeliveryValidation } from '../validation/delivery-validation';

/** What is to be done for a target in another account or Region, where a mirror rule of the CDK delivers what the rule forwards. */
export interface CrossEnvironmentReceiver {
  /** Called with the resource of the target before the rule gets a target that forwards. Returns the id of that target, of which the CDK makes construct ids. */
  onForward(resource: IConstruct): string;
  /** Called with the rule that the CDK creates in the stack of the target, and the resource of the target. */
  onMirror(mirror: IConstruct, resource: IConstruct): void;
}

/** A target as a rule of the library uses it, whoever wrote it: checked, and with a dead-letter queue if it does not have one. */
export class DeliveringTarget implements events.IRuleTarget {
  /**
   * @param target anybody's
   * @param rule the rule that gets the target. The CDK binds a target in another account or Region a second time, to the mirror rule
   * @param deadLetters where the rule puts what could not be delivered
   * @param receiver called if the target is in another account or Region
   */
  constructor(
    private readonly target: events.IRuleTarget,
    private readonly rule: events.IRuleRef,
    private readonly deadLetters: DeadLetters,
    private readonly receiver: CrossEnvironmentReceiver,
  ) {}

  public bind(rule: events.IRuleRef, id?: string): events.RuleTargetConfig {
    const { topic: resource, props } = this.target as { readonly topic?: IConstruct; readonly props?: { readonly role?: unknown } };
    const topic = asTopic(resource);
    if (topic && props?.role === undefined) {
      // Before the target of aws-events-targets creates the first explicit policy of the topic.
      preserveDefaultTopicPolicy(topic);
    }
    const config = this.target.bind(rule, id);
    const ownDeadLetterQueue = cdkTargetDeadLetterQueue(this.target);
    checkCdkTargetStatements(rule, config, ownDeadLetterQueue);
    reportLogGroupPolicy(rule, config);
    if (DeliveryValidation.of(rule).checkedTargets.get(config) !== rule) {
      deliverable(rule, config, ownDeadLetterQueue);
    }
    const { targetResource } = config;
    if (targetResource && !delivers(rule, config)) {
      return { ...config, id: this.receiver.onForward(targetResource) } as events.RuleTargetConfig;
    }
    if (targetResource && rule !== this.rule) {
      this.receiver.onMirror(rule, targetResource);
    }
    // The queue is the one of the rule that delivers: for a target in another environment, that is a rule in its stack.
    const queue = config.deadLetterConfig ? undefined : this.deadLetters.queueFor(rule);
    if (!queue) {
      return config;
    }
    grantDeadLetters(queue, rule);
    watch(rule, queue);
    return { ...config, deadLetterConfig: { arn: queue.queueArn } };
  }
}
