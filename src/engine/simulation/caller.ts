import { serviceContext } from '../policy/policy-request';
import type { PolicyRequest } from '../policy/policy-request';

/** A service that sends something on behalf of a resource. */
export interface Caller {
  /** What people call the service. */
  readonly name: string;
  readonly principal: string;
  /** On behalf of which resource: the rule or the topic. */
  readonly arn: string;
  readonly account: string;
}

/** EventBridge, for a rule. */
export function eventBridge(arn: string, account: string): Caller {
  return { name: 'EventBridge', principal: 'events.amazonaws.com', arn, account };
}

/** Amazon SNS, for a topic. */
export function amazonSns(arn: string, account: string): Caller {
  return { name: 'Amazon SNS', principal: 'sns.amazonaws.com', arn, account };
}

/** A request of the caller. Some services do not tell on whose behalf they are called. */
export function requestOf(caller: Caller, action: string, resource: string, isAnonymous = false): PolicyRequest {
  return { principal: caller.principal, action, resource, context: serviceContext(caller.principal, isAnonymous ? undefined : caller) };
}
