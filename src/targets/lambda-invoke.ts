import type * as events from 'aws-cdk-lib/aws-events';
import type * as lambda from 'aws-cdk-lib/aws-lambda';
import { bindTarget } from './bind-target';
import type { EventTargetProps } from './ecs-event-target-props';
import { allowFunction } from '../delivery/permissions/grants';
import { TextMessage } from '../messages/formats/text-message';
import { InputError } from '../validation/validation-error';

/** What `LambdaInvoke` can be told. */
export interface LambdaInvokeProps extends EventTargetProps {}

/**
 * Invokes an AWS Lambda function.
 *
 * @see https://docs.aws.amazon.com/eventbridge/latest/userguide/eb-targets.html
 * @example
 * declare const onCall: lambda.Function;
 * new DaemonTaskStartImpairedRule(this, 'StartImpaired', { targets: [new LambdaInvoke(onCall)] });
 */
export class LambdaInvoke implements events.IRuleTarget {
  /**
   * @param handler a function, a version of it or an alias
   */
  constructor(private readonly handler: lambda.IFunction, private readonly props: LambdaInvokeProps = {}) {}

  /**
   * Called by the rule that gets this target.
   *
   * Throws an error with the path of the rule if a prop is out of its range, or if the message is a text.
   */
  public bind(rule: events.IRuleRef, id?: string): events.RuleTargetConfig {
    return bindTarget(rule, id, this.props, () => {
      if (this.props.message instanceof TextMessage) {
        throw new InputError({
          prop: 'message',
          problem: 'found EcsEventMessage.text() for a function',
          wayOut: 'Several lines are no JSON document, so the function would never be invoked: leave message out to get the event as AWS sent it',
        });
      }
      allowFunction(this.handler);
      return { arn: this.handler.functionArn, targetResource: this.handler };
    });
  }
}
