import type { CfnResource } from 'aws-cdk-lib';
import { Resource } from 'aws-cdk-lib';
import type * as iam from 'aws-cdk-lib/aws-iam';
import type { IConstruct } from 'constructs';
import { statementSnippet } from './statement-snippet';
import type { AppResources } from '../validation/deployed/app-resources';
import type { LocatedFinding } from '../validation/findings/finding';
import { errorFinding } from '../validation/findings/finding';

/** The policy of a topic or a queue, as the app renders it. */
interface Policies {
  readonly what: 'topic' | 'queue';
  readonly policies: readonly CfnResource[];
  /** The statement that EventBridge needs. */
  readonly statement: iam.PolicyStatement;
}

const IMPORTED = { topic: 'cdk-ecs-event-rules:importedTopic', queue: 'cdk-ecs-event-rules:importedQueue' };

/** Whether the policy lets EventBridge in. `Grant.success` says nothing of that: it is true for imports, whose policy stays as it is. */
export function checkPolicies(resource: IConstruct, resources: AppResources, { what, policies, statement }: Policies): LocatedFinding[] {
  if (policies.length > 1) {
    return [errorFinding(resource, {
      prop: `policy of the ${what}`,
      problem: `it has ${policies.length} policy resources: ${policies.map(({ node }) => node.path).join(', ')}. The last one to be deployed replaces the others`,
      resolution: `Make the policy before the ${what} gets its first rule, so that the rule adds to it, or use addToResourcePolicy() of the ${what}`,
    })];
  }
  if (policies.some((policy) => JSON.stringify(resources.property(policy, 'PolicyDocument')).includes('events.amazonaws.com'))) {
    return [];
  }
  const isImported = policies.length === 0 && !Resource.isOwnedResource(resource);
  return [{
    level: 'warning',
    id: isImported ? IMPORTED[what] : 'cdk-ecs-event-rules:policyWithoutEventBridge',
    at: resource,
    message: `${isImported ? `this ${what} is imported, so its policy cannot be changed from here` : `${policies[0]?.node.path ?? `the policy of this ${what}`} does not let EventBridge in`}.`
      + ` EventBridge needs this statement in the policy, or every delivery fails: ${statementSnippet(resource, statement)}`,
  }];
}
