import { Token } from 'aws-cdk-lib';
import type * as events from 'aws-cdk-lib/aws-events';
import type { Environment } from '../patterns/references/environment';
import type { Finding } from '../validation/findings/finding';
import { ValidationError, show } from '../validation/validation-error';

/** Whether a bus is the default one, to which Amazon ECS sends; what others hear was forwarded to them. */
export function matchesOwnEvents(eventBus: events.IEventBusRef | undefined): boolean {
  return eventBus === undefined || eventBus.eventBusRef.eventBusName === 'default';
}

/**
 * Amazon ECS sends to the default bus of its own account and Region only.
 *
 * @throws ValidationError for a bus elsewhere: a rule is made in the account and Region of its stack
 */
export function busFindings(eventBus: events.IEventBusRef | undefined, environment: Environment): Finding[] {
  if (eventBus) {
    checkPlace(eventBus, environment);
  }
  return matchesOwnEvents(eventBus) ? [] : [{
    level: 'warning',
    id: 'cdk-ecs-event-rules:customEventBus',
    message: 'eventBus: Amazon ECS sends to the default bus only, so this rule hears nothing unless a rule on the default bus forwards the events of Amazon ECS to it.'
      + ' If one does, acknowledge this; otherwise leave eventBus out.',
  }];
}

function checkPlace(eventBus: events.IEventBusRef, environment: Environment): void {
  for (const dimension of ['account', 'region'] as const) {
    const found = eventBus.env[dimension];
    if (!Token.isUnresolved(found) && !Token.isUnresolved(environment[dimension]) && found !== environment[dimension]) {
      throw new ValidationError({
        prop: 'eventBus',
        problem: `${show(eventBus)} is in ${dimension} ${found}, and the rule in ${environment[dimension]}`,
        resolution: 'A rule listens to a bus of its own account and Region: make the rule in a stack there, and forward the events of Amazon ECS to that bus',
      });
    }
  }
}
