import type { CheckedTarget } from './checked-target';
import { messageError } from './checked-target';
import { partsOfArn } from '../../engine/simulation/arn';
import type { LocatedFinding } from '../../validation/findings/finding';

/** Whether a target is an AWS Lambda function, as far as that is known. */
export function isFunction({ arn }: CheckedTarget): boolean {
  return partsOfArn(arn)?.service === 'lambda';
}

/** AWS Lambda takes one JSON document, and nothing else. */
export function checkFunctionInput(target: CheckedTarget): LocatedFinding[] {
  const { template } = target;
  return !template?.isKnown || template.document !== undefined || !isFunction(target) ? [] : [
    messageError(target, 'it is not one JSON document, and AWS Lambda takes nothing else: the function would never be invoked',
      'Use EcsEventMessage.json() or RuleTargetInput.fromObject(), or omit message to send the event unmodified'),
  ];
}
