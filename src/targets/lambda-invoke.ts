import type * as events from 'aws-cdk-lib/aws-events';
import type * as lambda from 'aws-cdk-lib/aws-lambda';
import { bindTarget } from './bind-target';
import type { EcsEventTargetProps } from './ecs-event-target-props';
import { checkedTargetProps } from './target-props';
import { grantFunction } from '../delivery/permissions/grants';
import { TextMessage } from '../messages/formats/text-message';
import { FUNCTION } from '../validation/cdk-kinds';
import { ValidationError } from '../validation/validation-error';

/** Properties for `LambdaInvoke`. */
export interface LambdaInvokeProps extends EcsEventTargetProps {}

/**
 * Use an AWS Lambda function as a target for an EventBridge rule.
 *
 * @see https://docs.aws.amazon.com/eventbridge/latest/userguide/eb-targets.html
 * @example
 * declare const onCall: lambda.Function;
 * new DaemonTaskStartImpairedRule(this, 'StartImpaired', { targets: [new LambdaInvoke(onCall)] });
 */
export class LambdaInvoke implements events.IRuleTarget {
  private readonly props: LambdaInvokeProps;

  /**
   * @param handler A function, a version, or an alias.
   */
  constructor(
    /** The function to invoke. */
    public readonly handler: lambda.IFunction,
    props: LambdaInvokeProps = {},
  ) {
    this.props = checkedTargetProps('LambdaInvoke', { name: 'handler', value: handler, kind: FUNCTION }, props);
  }

  /**
   * Returns the configuration of the target for a rule, which calls this method.
   *
   * Throws an error if a prop is out of range, or if the message is `EcsEventMessage.text()`.
   */
  public bind(rule: events.IRuleRef, id?: string): events.RuleTargetConfig {
    return bindTarget(rule, id, this.props, () => {
      if (this.props.message instanceof TextMessage) {
        throw new ValidationError({
          prop: 'message',
          problem: 'a Lambda function requires JSON, got EcsEventMessage.text()',
          resolution: 'A text is not a JSON document, so the function would never be invoked. Omit message to send the event unmodified',
        });
      }
      const { handler } = this;
      return { resource: handler, arn: handler.functionArn, nameProp: 'functionName', action: 'lambda:InvokeFunction', grant: () => grantFunction(handler) };
    });
  }
}
