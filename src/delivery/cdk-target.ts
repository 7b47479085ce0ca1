import { CfnResource, Names, Stack } from 'aws-cdk-lib';
import type * as events from 'aws-cdk-lib/aws-events';
import type * as sqs from 'aws-cdk-lib/aws-sqs';
import { delivers } from './deliverable';
import { AppIndex } from './identity/app-index';
import { property } from './identity/property';
import { policyResourceOf } from './permissions/policy-resource';
import { asQueue } from './resource-kinds';
import { infoFinding } from '../validation/findings/finding';
import { annotate } from '../validation/findings/reporter';
import { ValidationError, show } from '../validation/validation-error';

/**
 * The dead-letter queue that a target of aws-events-targets was given, from a property that is private: of an import, the rule has nothing but the ARN. Should
 * the CDK rename the property, the ARN is checked all the same, and the engine reports what a queue of the app does not allow.
 */
export function cdkTargetDeadLetterQueue(target: events.IRuleTarget): sqs.IQueue | undefined {
  return asQueue((target as { readonly props?: { readonly deadLetterQueue?: sqs.IQueue } }).props?.deadLetterQueue);
}

/**
 * Throws an error if a target of aws-events-targets grants access in a way that cannot be deployed: a queue in another stack would refer to the rule and the
 * rule to the queue, and a permission for a function in another environment would be created in the stack of the rule.
 */
export function checkCdkTargetStatements(rule: events.IRuleRef, config: events.RuleTargetConfig, deadLetterQueue: sqs.IQueue | undefined): void {
  for (const queue of [asQueue(config.targetResource), deadLetterQueue]) {
    if (queue && Stack.of(queue) !== Stack.of(rule) && policyRefersTo(queue, rule)) {
      throw new ValidationError({
        prop: 'targets',
        problem: `the policy of ${show(queue)} refers to this rule in another stack, and the rule refers to the queue, so neither can be deployed first`,
        resolution: 'Use SqsSendMessage, SnsPublish or LambdaInvoke of cdk-ecs-event-rules instead of the target of aws-events-targets: their statements do not refer to a rule',
      });
    }
  }
  if (!delivers(rule, config) && rule.node.findAll().some((construct) => CfnResource.isCfnResource(construct) && construct.cfnResourceType === 'AWS::Lambda::Permission')) {
    throw new ValidationError({
      prop: 'targets',
      problem: `targets.LambdaFunction adds the permission for ${show(config.targetResource)} to the stack of the rule, which is in another account or Region`,
      resolution: 'Use LambdaInvoke of cdk-ecs-event-rules: it adds the permission to the stack of the function',
    });
  }
}

/**
 * Reports the custom resource that `targets.CloudWatchLogGroup` creates for each rule: this library creates none, and organizations might not allow it.
 *
 * @see https://docs.aws.amazon.com/eventbridge/latest/userguide/eb-use-resource-based.html#eb-cloudwatchlogs-permissions
 */
export function reportLogGroupPolicy(rule: events.IRuleRef, { targetResource }: events.RuleTargetConfig): void {
  if (!targetResource || !('logGroupName' in targetResource)) {
    return;
  }
  const id = Names.nodeUniqueId(rule.node);
  const policy = AppIndex.of(rule).ofType('Custom::CloudwatchLogResourcePolicy').find(({ node }) => node.path.includes(id));
  if (policy) {
    annotate(rule, infoFinding(rule, 'cdk-ecs-event-rules:logGroupPolicyCustomResource',
      `targets: targets.CloudWatchLogGroup adds the custom resource ${policy.node.scope?.node.path}, an AWS Lambda function that creates a resource policy for the log`
      + ' group, for each rule. To avoid it, create one logs.ResourcePolicy that allows events.amazonaws.com logs:CreateLogStream and logs:PutLogEvents, and use a custom target:'
      + ' { bind: () => ({ arn }) } with the ARN of the log group without ":*".'));
  }
}

function policyRefersTo(queue: sqs.IQueue, rule: events.IRuleRef): boolean {
  const policy = policyResourceOf(queue, queue.node.defaultChild as CfnResource | undefined);
  const resource = rule.node.defaultChild;
  if (!policy || !resource || !CfnResource.isCfnResource(resource)) {
    return false;
  }
  const { logicalId } = Stack.of(rule).resolve({ logicalId: resource.logicalId });
  try {
    return JSON.stringify(Stack.of(policy).resolve(property(policy, 'policyDocument'))).includes(`"Fn::GetAtt":["${logicalId}","Arn"]`);
  } catch {
    // The CDK refuses a reference to a rule without a name that is in another account or Region.
    return true;
  }
}
