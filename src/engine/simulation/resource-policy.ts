import { AUTHORIZED, assuming, NO_PERMISSIONS, denied } from './authorization';
import type { Authorization } from './authorization';
import { requestOf } from './caller';
import type { Caller } from './caller';
import type { Resources } from './resources';
import { checkPolicy } from '../policy/policy-document';
import type { PolicyOptions } from '../policy/policy-document';
import type { ResourceInstance } from '../template/resource-instance';

/** A question to the policy of a topic or a queue. */
export interface PolicyQuestion extends PolicyOptions {
  readonly arn: string;
  readonly action: string;
  readonly caller: Caller;
  /** The resources that hold the policy. */
  readonly policies: readonly ResourceInstance[];
  /** What it means that there is none. */
  readonly withoutPolicy: string;
  /** Whether conditions can see on whose behalf the caller calls. */
  readonly isAnonymous?: boolean;
}

/** Whether the policy of a topic or a queue lets a caller in. */
export function authorizeByPolicy(question: PolicyQuestion, resources: Resources): Authorization {
  const { arn, action, caller, policies, withoutPolicy, isAnonymous, withoutConditions } = question;
  const name = resources.nameOf(arn);
  if (policies.length === 0) {
    return resources.withArn(arn) === undefined
      ? assuming(`the policy of ${arn} is not part of the app: it lets ${caller.name} in`)
      : denied(NO_PERMISSIONS, `${name} ${withoutPolicy}`);
  }
  // The last one to be deployed replaces the others, and nobody knows which one that is: each has to do.
  for (const policy of policies) {
    const { isAllowed, why } = checkPolicy(policy.property('PolicyDocument'), requestOf(caller, action, arn, isAnonymous), { withoutConditions });
    if (!isAllowed) {
      const others = policies.length === 1 ? '' : `; of its ${policies.length} policies the last one to be deployed replaces the others`;
      return denied(NO_PERMISSIONS, `the policy ${policy.path} of ${name} does not let ${caller.name} in: ${why}${others}`);
    }
  }
  return AUTHORIZED;
}
