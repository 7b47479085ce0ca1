import { DeliveryStatus } from './delivery-status';
import type { Rule, RuleTarget } from './rule';
import type { SimulatedDelivery } from './simulated-delivery';
import { targetTypeOf } from './target-type';
import { renderInput } from '../input/target-input';
import type { Deployment } from '../template/deployment';

/**
 * Follows an event from a rule that heard it to one of its targets.
 *
 * So far every target that EventBridge calls receives it: permissions, keys and dead-letter queues are not judged.
 */
export function deliver(rule: Rule, target: RuleTarget, event: Record<string, unknown>, deployment: Deployment): SimulatedDelivery {
  const resource = deployment.resourceOf(target.Arn);
  return {
    rule: rule.logicalId,
    rulePath: rule.path,
    ruleName: rule.name,
    targetId: target.Id,
    target: resource?.logicalId ?? target.Arn,
    targetPath: resource?.path ?? target.Arn,
    targetArn: target.Arn,
    targetType: targetTypeOf(target.Arn),
    body: renderInput(target, event, rule),
    status: DeliveryStatus.DELIVERED,
  };
}
