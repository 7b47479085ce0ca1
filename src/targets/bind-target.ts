import type * as events from 'aws-cdk-lib/aws-events';
import type { EcsEventTargetProps } from './ecs-event-target-props';
import { deliverable, delivers } from '../delivery/deliverable';
import { grantDeadLetters } from '../delivery/permissions/grants';
import { checkInputsOf } from '../messages/checks/check-input';
import { RULE } from '../validation/cdk-kinds';
import { checkKind, TEXT } from '../validation/kinds';
import { located, pathOf } from '../validation/validation-error';

/**
 * Checks and renders the props that all targets of the library have in common.
 *
 * @param deliver grants EventBridge access to the target, and returns its configuration
 * @throws ValidationError with the path of the rule
 */
export function bindTarget(
  rule: events.IRuleRef,
  id: string | undefined,
  props: EcsEventTargetProps,
  deliver: () => events.RuleTargetConfig,
): events.RuleTargetConfig {
  located('bind()', () => {
    checkKind('rule', rule, RULE);
    checkKind('id', id ?? '', TEXT);
  });
  return located([pathOf(rule), id].filter(Boolean).join(' '), () => {
    const { message, deadLetterQueue, retryAttempts, maxEventAge } = props;
    const retryPolicy = retryAttempts === undefined && maxEventAge === undefined ? undefined : {
      maximumRetryAttempts: retryAttempts,
      maximumEventAgeInSeconds: maxEventAge?.toSeconds({ integral: false }),
    };
    const config = { ...deliver(), input: message, retryPolicy, deadLetterConfig: deadLetterQueue && { arn: deadLetterQueue.queueArn } };
    deliverable(rule, config, deadLetterQueue);
    checkInputsOf(rule);
    if (deadLetterQueue && delivers(rule, config)) {
      grantDeadLetters(deadLetterQueue, rule);
    }
    return config;
  });
}
