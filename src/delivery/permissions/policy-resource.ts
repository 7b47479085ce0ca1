import { CfnResource } from 'aws-cdk-lib';
import type * as sns from 'aws-cdk-lib/aws-sns';
import type * as sqs from 'aws-cdk-lib/aws-sqs';
import { Granted } from './granted';
import { POLICY_TYPES } from './policy-index';
import { isInTree } from '../identity/app-index';
import { constructOf } from '../identity/construct-of';

/**
 * The policy resource of a topic or a queue, if there is one by now, whoever created it and however it names the topic or queue.
 *
 * @param owned the resource of the topic or queue, if it is part of the app
 */
export function policyResourceOf(resource: sns.ITopic | sqs.IQueue, owned: CfnResource | undefined): CfnResource | undefined {
  const { policies, policyIndex } = Granted.of(resource);
  const name = 'topicArn' in resource ? resource.topicArn : resource.queueUrl;
  const key = owned ?? name;
  const known = policies.get(key);
  if (known && isInTree(known)) {
    return known;
  }
  const found = (owned && policyBelow(owned)) ?? policyIndex.find(resource, name, owned);
  const policy = found && isInTree(found) ? found : undefined;
  if (policy) {
    policies.set(key, policy);
  }
  return policy;
}

/**
 * The policy that the CDK creates below a topic or a queue, which spares the search: if the CDK places it in another scope, it is found all the same. And a policy
 * below the L1 construct, where the index does not look.
 */
function policyBelow(owned: CfnResource): CfnResource | undefined {
  const candidates = [constructOf(owned)?.node.tryFindChild('Policy')?.node.defaultChild, ...owned.node.children];
  return candidates.find((one): one is CfnResource => one !== undefined && CfnResource.isCfnResource(one) && one.cfnResourceType in POLICY_TYPES);
}
