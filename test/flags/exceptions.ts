/** A test that asserts what a flag changes. */
export interface Exception {
  readonly test: RegExp;
  readonly because: string;
}

/** The tests that fail with the flags, and why. Each of them has to fail. */
export const EXCEPTIONS: readonly Exception[] = [
  { test: /^T14: one policy for several topics or queues gets a statement for each of them as TopicPolicy/, because: 'minimizePolicies merges the statements of several topics' },
  { test: /^a topic through .* T13: that was narrowed is not widened$/, because: 'minimizePolicies merges the principals of statements' },
  { test: /^T14: two policies for one topic the statement goes into the policy that the user made$/, because: 'minimizePolicies merges the principals of statements' },
  { test: /^what a platform team deploys$/, because: 'minimizePolicies sorts the actions of a snapshot' },
  { test: / a part of the ARN of a cluster in another stack, to which the message adds no reference$/, because: 'it expects the reference to be an import' },
  { test: /^conditions that refer to another stack are not mistaken for a change$/, because: 'it makes sure that the reference is an import' },
  { test: /^(?:clusters-and-daemons|one-service) allows EventBridge nothing/, because: 'restrictDefaultSecurityGroup adds a custom resource to the VPC of the example' },
  { test: /^an app synthesizes before the CDK has looked up a name/, because: 'enablePartitionLiterals renders the partition, for which it expects a reference' },
  {
    test: /Encrypted (?:is deployed in one request|matches some sample events)/,
    because: 'sns-subscriptions restricts the key of a subscribed queue to the topic: with one key for both, as here, the CDK renders a cycle',
  },
  { test: /^the guide has the number of rules for clusters by /, because: 'enablePartitionLiterals renders shorter patterns, so that 100 clusters take fewer rules' },
  { test: /^one role may publish to this topic, and use its key by way of Amazon SNS$/, because: 'enablePartitionLiterals renders the ARN as one text, of which the test expects the parts' },
  {
    test: /^an Aspect that adds Aspects of an earlier priority does not fail the synthesis$/,
    because: 'aspectStabilization refuses such Aspects, in the CDK and without this library, too',
  },
  { test: /^T21, T22: 300 rules .* in one stack stay within the quotas/, because: 'useCdkManagedLogGroup adds the log group of the function' },
];
