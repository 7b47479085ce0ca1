import type * as events from 'aws-cdk-lib/aws-events';
import type { EcsEventTargetProps } from './ecs-event-target-props';
import { checkResource, deliverable, delivers, watch } from '../delivery/deliverable';
import { grantDeadLetters } from '../delivery/permissions/grants';
import { roleFor } from '../delivery/permissions/role-grants';
import type { Destination } from '../delivery/permissions/role-grants';
import { sameEnvDimension } from '../delivery/same-environment';
import { checkInputsOf } from '../messages/checks/check-input';
import { RULE } from '../validation/cdk-kinds';
import { DeliveryValidation } from '../validation/delivery-validation';
import { checkKind, TEXT } from '../validation/kinds';
import { located, pathOf } from '../validation/validation-error';

/** What a target delivers to. */
export interface BoundDestination extends Destination, Pick<events.RuleTargetConfig, 'sqsParameters'> {
  /** Allows EventBridge in the policy of the resource. */
  grant(): void;
}

/**
 * Checks and renders the props that all targets of the library have in common.
 *
 * @param destinationOf the resource that the events go to, and how EventBridge is allowed to use it without a role
 * @throws ValidationError with the path of the rule
 */
export function bindTarget(
  rule: events.IRuleRef,
  id: string | undefined,
  props: EcsEventTargetProps,
  destinationOf: () => BoundDestination,
): events.RuleTargetConfig {
  located('bind()', () => {
    checkKind('rule', rule, RULE);
    checkKind('id', id ?? '', TEXT);
  });
  return located([pathOf(rule), id].filter(Boolean).join(' '), () => {
    const { message, deadLetterQueue, retryAttempts, maxEventAge } = props;
    const { grant, sqsParameters, ...destination } = destinationOf();
    const { arn, resource } = destination;
    const retryPolicy = retryAttempts === undefined && maxEventAge === undefined ? undefined : {
      maximumRetryAttempts: retryAttempts,
      maximumEventAgeInSeconds: maxEventAge?.toSeconds({ integral: false }),
    };
    const role = roleFor(rule, destination, props.role);
    const isDirect = role !== undefined && !sameEnvDimension('account', rule, resource);
    const config: events.RuleTargetConfig = {
      arn,
      role,
      sqsParameters,
      input: message,
      retryPolicy,
      deadLetterConfig: deadLetterQueue && { arn: deadLetterQueue.queueArn },
      // With a resource of another account, the CDK would forward to a bus there instead of delivering.
      targetResource: isDirect ? undefined : resource,
    };
    checkResource({ ...config, targetResource: resource });
    if (!role) {
      grant();
    }
    deliverable(rule, config, deadLetterQueue);
    DeliveryValidation.of(rule).checkedTargets.set(config, rule);
    watch(rule, resource);
    checkInputsOf(rule);
    if (deadLetterQueue && delivers(rule, config)) {
      grantDeadLetters(deadLetterQueue, rule);
    }
    return config;
  });
}
