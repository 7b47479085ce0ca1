import { Aws, aws_ecs as ecs, aws_sqs as sqs, CfnParameter, Fn, Lazy, NestedStack } from 'aws-cdk-lib';
import { newStack } from './own-resources';
import { MAX_PATTERN_LENGTH, patternLength } from '../../src/patterns/pattern-length';
import { DEPLOYED_ENVIRONMENT } from '../../src/patterns/references/environment';

const stack = newStack();
const GENERATED = 14;
const ARN = 'arn:aws-us-gov:ecs:ap-southeast-1:123456789012:'.length;

/** How long a text will be, without the pattern around it. */
function lengthOf(text: string, environment = DEPLOYED_ENVIRONMENT): number {
  return patternLength({ resources: [text] }, environment) - '{"resources":[""]}'.length;
}

const cluster = new ecs.CfnCluster(stack, 'Cluster');
const named = new ecs.CfnCluster(stack, 'Named', { clusterName: 'prod' });
const service = (props: ecs.CfnServiceProps, id: string) => new ecs.CfnService(stack, id, props);
const nested = new NestedStack(stack, 'Nested');
const parameter = (id: string, defaultValue?: string) => new CfnParameter(stack, id, { default: defaultValue });

test('the quota of EventBridge is 2,048 characters', () => {
  expect(MAX_PATTERN_LENGTH).toBe(2048);
});

test.each<[string, string, number]>([
  ['a literal', 'prod', 4],
  ['a literal that JSON escapes', '"', 2],
  ['the Region, the account and the partition, at their longest', `${Aws.REGION}${Aws.ACCOUNT_ID}${Aws.PARTITION}`, 14 + 12 + 10],
  ['the name of a resource without one', cluster.ref, 'Stack'.length + 'Cluster'.length + GENERATED],
  ['the literal name of a resource', named.ref, 4],
  ['the ARN of a cluster', named.attrArn, ARN + 'cluster/prod/'.length],
  ['a name inside of an ARN', `arn:aws:ecs:eu-west-1:111122223333:service/${named.ref}/web`, 'arn:aws:ecs:eu-west-1:111122223333:service/prod/web'.length],
  ['the ARN of a service in a cluster with a name', service({ cluster: named.ref, serviceName: 'web' }, 'A').ref, ARN + 'service/prod/web'.length],
  ['the ARN of a service in a cluster without one', service({ cluster: cluster.ref, serviceName: 'web' }, 'B').ref, ARN + 'service/Stack-Cluster/web'.length + GENERATED - 1],
  ['the ARN of a service in a literal cluster', service({ cluster: 'prod', serviceName: 'web' }, 'C').ref, ARN + 'service/prod/web'.length],
  ['the ARN of a service in the default cluster', service({ serviceName: 'web' }, 'D').ref, ARN + 'service/default/web'.length],
  ['the ARN of a service in an unknown cluster', service({ cluster: Fn.importValue('x'), serviceName: 'web' }, 'E').ref, ARN + 'service//web'.length + 100],
  ['the ARN of a service in a cluster whose name is composed', service({ cluster: `${parameter('Prefix').valueAsString}-prod`, serviceName: 'web' }, 'G').ref, ARN + 'service//web'.length + 100],
  ['a name in a nested stack', new ecs.CfnCluster(nested, 'C').ref, `Stack-${stack.getLogicalId(nested.nestedStackResource!)}-C`.length + 2 * (GENERATED - 1)],
  ['the name of a service', service({ serviceName: 'web' }, 'F').attrName, 3],
  ['a parameter with a default', parameter('WithDefault', 'prod').valueAsString, 4],
  ['a parameter without one', parameter('WithoutDefault').valueAsString, 100],
  ['an import of another stack', Fn.importValue('Name'), 100],
  ['a value that comes later', Lazy.string({ produce: () => 'x' }), 100],
  ['the name of another resource', new sqs.CfnQueue(stack, 'Queue').attrQueueName, 'Stack-Queue'.length + GENERATED - 1],
])('%s is counted as long as it will be', (_title, text, expected) => {
  // A character of room for the slash that ends the longer of the two forms of an ARN.
  expect(Math.abs(lengthOf(text) - expected)).toBeLessThanOrEqual(1);
});

test('a name is never longer than AWS allows', () => {
  const long = new ecs.CfnCluster(stack, `${'A'.repeat(240)}`);

  expect(lengthOf(long.ref)).toBe(255);
});

test('numbers and matchers are counted as JSON', () => {
  const pattern = { detail: { exitCode: [{ 'anything-but': [0] }, 137], agentConnected: [true] } };

  expect(patternLength(pattern, DEPLOYED_ENVIRONMENT)).toBe(JSON.stringify(pattern).length);
});

test('a literal environment counts as what it is', () => {
  const environment = { partition: 'aws', region: 'eu-west-1', account: '111122223333' };

  expect(lengthOf(named.attrArn, environment)).toBe(lengthOf(named.attrArn) - 'aws-us-gov'.length - 'ap-southeast-1'.length + 'aws'.length + 'eu-west-1'.length);
});
