import type * as events from 'aws-cdk-lib/aws-events';
import type { IConstruct } from 'constructs';
import { checkCdkTargetStatements, cdkTargetDeadLetterQueue } from './cdk-target';
import type { DeadLetters } from './dead-letters/dead-letters';
import { deliverable, delivers } from './deliverable';
import { watchResource } from './resource-checks';
import { grantDeadLetters, preserveDefaultTopicPolicy } from './permissions/grants';
import { asTopic } from './resource-kinds';

/** What is to be done for a target in another account or Region, where a rule of the CDK's delivers what this one forwards. */
export interface CrossEnvironmentReceiver {
  /** Called before the rule gets a target that forwards. */
  onForward(): void;
  /** Called with the rule that the CDK makes in the stack of the target. */
  onMirror(mirror: IConstruct): void;
}

/** A target as a rule of the library gets it, whoever made it: with a dead-letter queue if it has none of its own, and looked after. */
export class DeliveringTarget implements events.IRuleTarget {
  private isCrossEnvironment = false;

  /**
   * @param target anybody's
   * @param index tells it from the other targets of the rule
   * @param deadLetters where the rule puts what could not be delivered
   * @param listener told if the target is elsewhere
   */
  constructor(
    private readonly target: events.IRuleTarget,
    private readonly index: number,
    private readonly deadLetters: DeadLetters,
    private readonly receiver: CrossEnvironmentReceiver,
  ) {}

  public bind(rule: events.IRuleRef, id?: string): events.RuleTargetConfig {
    const topic = asTopic((this.target as { readonly topic?: IConstruct }).topic);
    if (topic) {
      // Before the target of aws-events-targets makes the first explicit policy of the topic.
      preserveDefaultTopicPolicy(topic);
    }
    const config = this.target.bind(rule, id);
    const ownDeadLetterQueue = cdkTargetDeadLetterQueue(this.target);
    checkCdkTargetStatements(rule, config, ownDeadLetterQueue);
    deliverable(rule, config, ownDeadLetterQueue);
    if (!delivers(rule, config)) {
      this.isCrossEnvironment = true;
      this.receiver.onForward();
      // The CDK makes construct ids of it, and by itself gives the same one to the third target elsewhere as to the second.
      return { ...config, id: `Elsewhere${this.index}` } as events.RuleTargetConfig;
    }
    if (this.isCrossEnvironment) {
      this.receiver.onMirror(rule);
    }
    // The queue is the one of the rule that delivers: for a target elsewhere that is a rule in its stack.
    const queue = config.deadLetterConfig ? undefined : this.deadLetters.queueFor(rule);
    if (!queue) {
      return config;
    }
    grantDeadLetters(queue, rule);
    watchResource(rule, queue);
    return { ...config, deadLetterConfig: { arn: queue.queueArn } };
  }
}
