import { Token } from 'aws-cdk-lib';
import type * as events from 'aws-cdk-lib/aws-events';
import { InputError, show } from '../validation/validation-error';

/** How often and how long EventBridge tries again, in its own words and limits. */
const LIMITS = [
  { property: 'maximumRetryAttempts', prop: 'retryAttempts', least: 0, most: 185, unit: 'attempts' },
  { property: 'maximumEventAgeInSeconds', prop: 'maxEventAge', least: 60, most: 86400, unit: 'seconds' },
] as const;

/** Fails for a retry policy that EventBridge refuses at deployment; those of other people's targets too. */
export function checkRetryPolicy(policy: events.CfnRule.RetryPolicyProperty | undefined): void {
  for (const { property, prop, least, most, unit } of LIMITS) {
    const value = policy?.[property];
    if (value !== undefined && !Token.isUnresolved(value) && !(Number.isInteger(value) && value >= least && value <= most)) {
      throw new InputError({ prop, problem: `expected ${least} to ${most} ${unit}, found ${show(value)}`, wayOut: `Leave it out for the default of EventBridge, ${most} ${unit}` });
    }
  }
}
