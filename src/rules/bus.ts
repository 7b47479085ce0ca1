import { Token } from 'aws-cdk-lib';
import type * as events from 'aws-cdk-lib/aws-events';
import type { Environment } from '../patterns/references/environment';
import type { Finding } from '../validation/findings/finding';
import { ValidationError, show } from '../validation/validation-error';

/** Whether a bus is the default one, to which Amazon ECS sends; others receive what is forwarded to them. */
export function matchesOwnEvents(eventBus: events.IEventBusRef | undefined): boolean {
  return eventBus === undefined || eventBus.eventBusRef.eventBusName === 'default';
}

/**
 * Amazon ECS sends events to the default bus of the account and Region only.
 *
 * @throws ValidationError for a bus in another environment: a rule is created in the account and Region of its stack
 */
export function busFindings(eventBus: events.IEventBusRef | undefined, environment: Environment): Finding[] {
  if (eventBus) {
    checkPlace(eventBus, environment);
  }
  return matchesOwnEvents(eventBus) ? [] : [{
    level: 'warning',
    id: 'cdk-ecs-event-rules:customEventBus',
    message: 'eventBus: Amazon ECS sends events to the default event bus only, so this rule matches no events unless a rule on the default bus forwards them.'
      + ' If one does, acknowledge this warning; otherwise omit eventBus.',
  }];
}

function checkPlace(eventBus: events.IEventBusRef, environment: Environment): void {
  for (const dimension of ['account', 'region'] as const) {
    const found = eventBus.env[dimension];
    if (!Token.isUnresolved(found) && !Token.isUnresolved(environment[dimension]) && found !== environment[dimension]) {
      throw new ValidationError({
        prop: 'eventBus',
        problem: `${show(eventBus)} is in ${dimension} ${found}, and the rule in ${environment[dimension]}`,
        resolution: 'A rule and its event bus are in the same account and Region: create the rule in a stack there, and forward the events of Amazon ECS to that bus',
      });
    }
  }
}
