import { Duration, RemovalPolicy, Stack } from 'aws-cdk-lib';
import type * as cloudwatch from 'aws-cdk-lib/aws-cloudwatch';
import * as sqs from 'aws-cdk-lib/aws-sqs';
import type { Construct, IConstruct } from 'constructs';
import { checkInStack } from '../../validation/kinds';
import { located } from '../../validation/validation-error';
import { acknowledge } from '../acknowledge';
import type { UndeliveredAlarmOptions } from '../alarms/undelivered-alarm-options';
import { undeliveredAlarms } from '../alarms/undelivered-alarms';

/**
 * The dead-letter queue that the rules of a stack share, unless they are given another: events that could not be delivered wait here.
 *
 * The queue is encrypted with keys of Amazon SQS, accepts TLS only, and keeps messages for 14 days. When no rule uses it anymore, or when the stack is
 * deleted, CloudFormation retains the queue with the messages in it: use `applyRemovalPolicy(RemovalPolicy.DESTROY)` to delete it instead.
 *
 * A function with a timeout over 30 seconds cannot consume the queue unless the visibility timeout of the queue is at least as long, which
 * is set on its L1 construct.
 *
 * @see https://docs.aws.amazon.com/eventbridge/latest/userguide/eb-rule-dlq.html
 * @see https://docs.aws.amazon.com/lambda/latest/dg/services-sqs-configure.html
 * @example
 * const deadLetters = SharedDeadLetterQueue.of(this);
 * deadLetters.applyRemovalPolicy(RemovalPolicy.DESTROY);
 * (deadLetters.node.defaultChild as sqs.CfnQueue).visibilityTimeout = 180;
 */
export class SharedDeadLetterQueue extends sqs.Queue {
  /**
   * Returns the shared dead-letter queue of the stack of a construct. The first call creates it.
   *
   * @param scope any construct of the stack, or the stack itself
   * @example
   * declare const topic: sns.ITopic;
   * // A custom rule needs the dead-letter queue in its target. The rules of this library use it automatically.
   * new events.Rule(this, 'Own', {
   *   eventPattern: EcsEventPattern.daemonServiceAction().toEventPattern(),
   *   targets: [new SnsPublish(topic, { deadLetterQueue: SharedDeadLetterQueue.of(this) })],
   * });
   */
  public static of(scope: IConstruct): SharedDeadLetterQueue {
    located('SharedDeadLetterQueue.of', () => checkInStack('scope', scope));
    const stack = Stack.of(scope);
    const id = 'EcsEventDeadLetters';
    return (stack.node.tryFindChild(id) as SharedDeadLetterQueue | undefined) ?? new SharedDeadLetterQueue(stack, id);
  }

  private constructor(scope: Construct, id: string) {
    super(scope, id, {
      encryption: sqs.QueueEncryption.SQS_MANAGED,
      enforceSSL: true,
      retentionPeriod: Duration.days(14),
      removalPolicy: RemovalPolicy.RETAIN_ON_UPDATE_OR_DELETE,
    });
    acknowledge(this, ['AwsSolutions-SQS3', 'Serverless-SQSRedrivePolicy'], 'This is itself the dead-letter queue, of EventBridge rules, and needs no other.');
  }

  /**
   * Adds an alarm that goes into the ALARM state when there is a message in the queue.
   *
   * Throws an error if there is no action.
   *
   * @param id The id of the alarm, unique among the children of the queue.
   * @param options The actions and, if needed, the name and period of the alarm.
   *
   * @example
   * declare const otherTopic: sns.ITopic;
   * SharedDeadLetterQueue.of(this).addUndeliveredAlarm('Undelivered', { actions: [new cloudwatch_actions.SnsAction(otherTopic)] });
   */
  public addUndeliveredAlarm(id: string, options: UndeliveredAlarmOptions): cloudwatch.Alarm {
    return located(this.node.path, () => undeliveredAlarms(this, id, { rules: [], queue: this }, options))[0];
  }
}
