import { Reference, Stack, Tokenization } from 'aws-cdk-lib';
import * as iam from 'aws-cdk-lib/aws-iam';
import * as sns from 'aws-cdk-lib/aws-sns';
import * as sqs from 'aws-cdk-lib/aws-sqs';
import type { IConstruct } from 'constructs';

/** The policy resource of a topic or a queue. */
export type PolicyResource = sns.CfnTopicPolicy | sqs.CfnQueuePolicy;

/** What was found for a resource that has no policy of its own making. Looked for once: it reads the tree. */
const FOUND = new WeakMap<IConstruct, PolicyResource | 'none'>();

/** The policy resource of a topic or a queue, if there is one by now: its own, or one that the user made for it by himself. */
export function explicitPolicy(resource: sns.ITopic | sqs.IQueue): PolicyResource | undefined {
  const own = resource.node.tryFindChild('Policy');
  if (own) {
    return own.node.defaultChild as PolicyResource;
  }
  const found = FOUND.get(resource) ?? findPolicy(resource) ?? 'none';
  FOUND.set(resource, found);
  return found === 'none' ? undefined : found;
}

/**
 * Adds to a policy, whoever made it.
 *
 * @param id the same for the same statement
 */
export function addStatement(policy: PolicyResource, id: string, statement: () => iam.PolicyStatement): void {
  const { policyDocument } = policy;
  if (!(policyDocument instanceof iam.PolicyDocument)) {
    policy.policyDocument = withStatement(policyDocument as PolicyJson, statement(), Stack.of(policy));
  } else if (addOnce(policyDocument, id)) {
    policyDocument.addStatements(statement());
  }
}

const ADDED = new WeakMap<object, Set<string>>();

/**
 * Whether something is added for the first time to a policy, or a key. Every rule asks for the identical statements, and to collapse hundreds of them
 * took the CDK a tenth of the time of synthesis.
 */
export function addOnce(policy: object, id: string): boolean {
  const added = ADDED.get(policy) ?? new Set();
  ADDED.set(policy, added);
  return added.size < added.add(id).size;
}

/** A policy document as the user wrote it down. */
interface PolicyJson {
  readonly Statement?: unknown;
}

function withStatement(document: PolicyJson, statement: iam.PolicyStatement, stack: Stack): PolicyJson {
  const statements = [document.Statement ?? []].flat();
  const added = JSON.stringify(stack.resolve(statement.toStatementJson()));
  const isThere = statements.some((other) => JSON.stringify(stack.resolve(other)) === added);
  return isThere ? document : { ...document, Statement: [...statements, statement.toStatementJson()] };
}

function findPolicy(resource: sns.ITopic | sqs.IQueue): PolicyResource | undefined {
  const named = 'topicArn' in resource ? resource.topicArn : resource.queueUrl;
  return policiesSeenFrom(Stack.of(resource)).find((policy) =>
    (policy instanceof sns.CfnTopicPolicy ? policy.topics : policy.queues).some((one) => isSame(one, named)));
}

/** The policies of the whole app when a stack was first asked for. */
const IN_APP = new WeakMap<Stack, PolicyResource[]>();

/** The policies of the stack as it is now, and of the rest of the app as it was when first asked for: to read all of it for each topic takes too long. */
function policiesSeenFrom(stack: Stack): PolicyResource[] {
  const seen = IN_APP.get(stack);
  const policies = [...seen ?? [], ...policiesBelow(seen ? stack : stack.node.root)];
  if (!seen) {
    IN_APP.set(stack, policies);
  }
  return policies;
}

function policiesBelow(scope: IConstruct): PolicyResource[] {
  return scope.node.findAll().filter((construct): construct is PolicyResource =>
    construct instanceof sns.CfnTopicPolicy || construct instanceof sqs.CfnQueuePolicy);
}

/** Whether two texts are the same reference. Two tokens for it may look different. */
function isSame(one: string, other: string): boolean {
  const [first, second] = [one, other].map((text) => Tokenization.reverse(text, { failConcat: false }));
  return one === other
    || (Reference.isReference(first) && Reference.isReference(second) && first.target === second.target && first.displayName === second.displayName);
}
