import type { IConstruct } from 'constructs';
import { checkFunction } from './check-function';
import { checkQueue } from './check-queue';
import { checkTopic } from './check-topic';
import { asFunction, asQueue, asTopic } from './resource-kinds';
import { DeliveryValidation } from '../validation/delivery-validation';
import type { AppResources } from '../validation/deployed/app-resources';
import type { LocatedFinding } from '../validation/findings/finding';

/** Has a resource checked to which events or dead letters may be delivered. */
export function watchResource(scope: IConstruct, resource: IConstruct | undefined): void {
  if (resource && DeliveryValidation.of(scope).addResource(resource)) {
    DeliveryValidation.of(scope).addCheck((pass) => checkResource(resource, pass.resources));
  }
}

function checkResource(resource: IConstruct, resources: AppResources): LocatedFinding[] {
  const topic = asTopic(resource);
  const queue = asQueue(resource);
  const handler = asFunction(resource);
  return [
    ...topic ? checkTopic(topic, resources) : [],
    ...queue ? checkQueue(queue, resources) : [],
    ...handler ? checkFunction(handler, resources) : [],
  ];
}
