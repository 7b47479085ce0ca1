import { Stack } from 'aws-cdk-lib';
import type * as events from 'aws-cdk-lib/aws-events';
import type * as sqs from 'aws-cdk-lib/aws-sqs';
import { allowQueue } from '../delivery/permissions';
import { Wiring } from '../delivery/wiring';
import type { PatternJson } from '../patterns/condition';

// A target in another account or Region: the CDK makes the rule forward to the default bus there, and a mirror rule there deliver.

/** Gives the target that forwards, which is the CDK's own, a dead-letter queue: without one, what cannot be forwarded is lost at once. */
export function keepWhatIsNotForwarded(rule: events.Rule, index: number, queue: sqs.IQueue | undefined): void {
  if (queue) {
    allowQueue(queue);
    Wiring.of(rule).add(queue);
    (rule.node.defaultChild as events.CfnRule).addPropertyOverride(`Targets.${index}.DeadLetterConfig.Arn`, queue.queueArn);
  }
}

/** Keeps the events of its own account and Region from a mirror rule, which hears the default bus there: they have alerts of their own. */
export function onlyEventsOf(rule: events.Rule, pattern: PatternJson, mirror: events.Rule): void {
  const { account, region } = Stack.of(rule);
  const identified = JSON.stringify(pattern).includes(':ecs:') && !JSON.stringify(pattern).includes('"anything-but"');
  if (!identified) {
    mirror.addEventPattern({ ...!pattern.account && { account: [account] }, ...!pattern.region && { region: [region] } });
  }
}
