import { CfnResource } from 'aws-cdk-lib';
import type * as sns from 'aws-cdk-lib/aws-sns';
import type * as sqs from 'aws-cdk-lib/aws-sqs';
import type { IConstruct } from 'constructs';
import { Granted } from './granted';
import { AppIndex } from '../identity/app-index';
import { constructOf } from '../identity/construct-of';
import { ownedResource, referredResource } from '../identity/owned-resource';
import { property } from '../identity/property';
import { spelledOut } from '../identity/spelled-out';

/** What a policy is for. */
export interface NamedByPolicy {
  readonly resources: ReadonlySet<CfnResource>;
  readonly others: readonly unknown[];
}

/** The types of policy resources, with the property that names what they are for. */
const NAMED_BY: { readonly [type: string]: string } = {
  'AWS::SNS::TopicPolicy': 'topics',
  'AWS::SNS::TopicInlinePolicy': 'topicArn',
  'AWS::SQS::QueuePolicy': 'queues',
  'AWS::SQS::QueueInlinePolicy': 'queue',
};

/** The policy resource of a topic or a queue, if there is one by now, whoever created it and however it names the topic or queue. */
export function policyResourceOf(resource: sns.ITopic | sqs.IQueue, owned: CfnResource | undefined): CfnResource | undefined {
  const { policies } = Granted.of(resource);
  const name = 'topicArn' in resource ? resource.topicArn : resource.queueUrl;
  const key = owned ?? name;
  const policy = policies.get(key) ?? ownPolicyOf(owned)
    ?? [...childrenOf(owned), ...policiesIn(resource)].find((one) => isFor(one, resource, name, owned));
  if (policy) {
    policies.set(key, policy);
  }
  return policy;
}

/** The policy that the CDK creates below a topic or a queue. Only spares the search: if the CDK places it elsewhere, it is found all the same. */
function ownPolicyOf(owned: CfnResource | undefined): CfnResource | undefined {
  const policy = owned && constructOf(owned)?.node.tryFindChild('Policy')?.node.defaultChild;
  return policy && isPolicy(policy) ? policy : undefined;
}

/** The policies below an L1 construct, where the index does not look. */
function childrenOf(owned: CfnResource | undefined): CfnResource[] {
  return owned?.node.children.filter(isPolicy) ?? [];
}

function isPolicy(construct: IConstruct): construct is CfnResource {
  return CfnResource.isCfnResource(construct) && construct.cfnResourceType in NAMED_BY;
}

/** The policy resources in the app of a construct. */
function policiesIn(scope: IConstruct): CfnResource[] {
  return AppIndex.of(scope).ofType(...Object.keys(NAMED_BY));
}

function isFor(policy: CfnResource, resource: IConstruct, name: string, owned: CfnResource | undefined): boolean {
  const { resources, others } = named(policy);
  return owned
    ? resources.has(owned) || others.some((other) => other === name || ownedResource(other, policy) === owned)
    : others.some((other) => other === name || spelledOut(other, policy).text === spelledOut(name, resource).text);
}

/** What a policy is for: the resources that it refers to, and what else it names. */
function named(policy: CfnResource): NamedByPolicy {
  const { namedBy } = Granted.of(policy);
  const known = namedBy.get(policy);
  if (known) {
    return known;
  }
  const values = [property(policy, NAMED_BY[policy.cfnResourceType])].flat();
  const resources = values.map((value) => ({ value, resource: referredResource(value) }));
  const found = {
    resources: new Set(resources.flatMap(({ resource }) => resource ?? [])),
    others: resources.filter(({ resource }) => resource === undefined).map(({ value }) => value),
  };
  namedBy.set(policy, found);
  return found;
}
