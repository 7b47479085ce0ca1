import { Stack } from 'aws-cdk-lib';
import type * as events from 'aws-cdk-lib/aws-events';
import type * as sqs from 'aws-cdk-lib/aws-sqs';
import { crossEnvironmentArnsIn } from './annotations';
import { acknowledge } from '../delivery/acknowledge';
import { watchResource } from '../delivery/resource-checks';
import { grantDeadLetters } from '../delivery/permissions/grants';
import type { PatternJson } from '../patterns/conditions/condition';
import { environmentOf, parseArn } from '../patterns/references/environment';

// A target in another account or Region: the CDK makes the rule forward to the default bus there, and a mirror rule there deliver.

/** Gives the target that forwards, which is the CDK's own, a dead-letter queue: without one, what cannot be forwarded is lost at once. */
export function addForwardingDeadLetterQueue(rule: events.Rule, index: number, queue: sqs.IQueue | undefined): void {
  if (queue) {
    grantDeadLetters(queue, rule);
    watchResource(rule, queue);
    (rule.node.defaultChild as events.CfnRule).addPropertyOverride(`Targets.${index}.DeadLetterConfig.Arn`, queue.queueArn);
    acknowledge(rule, ['Serverless-EventBusDLQ'], 'Every target has a dead-letter queue, the one that forwards by an override, where cdk-nag does not look.');
  }
}

/** The CDK lets a rule that forwards to another Region do so by a role, with an inline policy. */
export function acknowledgeForwardingRole(rule: events.Rule): void {
  const policy = rule.node.tryFindChild('EventsRole')?.node.tryFindChild('DefaultPolicy');
  if (policy) {
    const rules = ['HIPAA.Security', 'NIST.800.53.R4', 'NIST.800.53.R5', 'PCI.DSS.321'].map((pack) => `${pack}-IAMNoInlinePolicy`);
    acknowledge(policy, rules, 'It lets this one rule put events on the bus that it forwards to: nothing else could share a managed policy.');
  }
}

/**
 * Keeps the events of its own account or Region from a mirror rule, which hears the default bus there: they have alerts of their own.
 *
 * By an override, because a mirror rule renders the pattern of the rule that it mirrors, whatever is added to its own.
 */
export function restrictToSourceEnvironment(rule: events.Rule, pattern: PatternJson, mirror: events.Rule): void {
  const [here, there] = [rule, mirror].map((one) => Stack.of(one));
  const dimension = here.account === there.account ? 'region' : 'account';
  if (pattern[dimension] === undefined && !isIdentified(pattern) && crossEnvironmentArnsIn(environmentOf(rule), [pattern]).length === 0) {
    (mirror.node.defaultChild as events.CfnRule).addPropertyOverride(`EventPattern.${dimension}`, [here[dimension]]);
  }
}

/** Whether every event that matches names something by its ARN, so that none of another account or Region matches. */
function isIdentified(pattern: PatternJson): boolean {
  return Object.values(pattern).some((value) => Array.isArray(value) ? value.every(isArn) : isIdentified(value as PatternJson));
}

function isArn(matcher: unknown): boolean {
  return parseArn(matcher) !== undefined || parseArn((matcher as { readonly prefix?: unknown } | null)?.prefix) !== undefined;
}
