import type { CheckedTarget } from './checked-target';
import { messageError } from './checked-target';
import type { Destination } from '../../delivery/destinations';
import type { LocatedFinding } from '../../validation/findings/finding';

/** Whether a target is an AWS Lambda function, as far as its ARN or its type shows. */
export function isFunction(destination: Destination): boolean {
  return typeof destination === 'string' ? destination.includes(':lambda:') : destination.cfnResourceType.startsWith('AWS::Lambda::');
}

/** AWS Lambda takes one JSON document, and nothing else. */
export function checkFunctionInput(target: CheckedTarget): LocatedFinding[] {
  const { template, destination } = target;
  return !template?.isKnown || template.document !== undefined || !isFunction(destination) ? [] : [
    messageError(target, 'it is not one JSON document, and AWS Lambda takes nothing else: the function would never be invoked',
      'Use EcsEventMessage.json() or RuleTargetInput.fromObject(), or leave the message out to get the event as AWS sent it'),
  ];
}
