import { Stack } from 'aws-cdk-lib';
import * as events from 'aws-cdk-lib/aws-events';
import * as sns from 'aws-cdk-lib/aws-sns';
import { IRELAND, stackUnderTest } from './stack-under-test';
import { CrossEnvironmentIds, completeForwarding } from '../../src/rules/cross-environment';

function given() {
  const stack = stackUnderTest(IRELAND);
  const virginia = new Stack(stack.node.root, 'Virginia', { env: { ...IRELAND, region: 'us-east-1' } });
  const rule = new events.Rule(stack, 'Rule', { eventPattern: { source: ['aws.ecs'] } });
  return { stack, rule, topics: ['One', 'Two'].map((id) => new sns.Topic(virginia, id)) };
}

test('a version of the CDK that forwards in another way is an error that says so', () => {
  const { rule, topics: [resource] } = given();
  expect(() => completeForwarding(rule, { id: 'Mirror', resource })).toThrow(
    'targets: this version of aws-cdk-lib does not forward events to 111122223333/us-east-1 by a target of Stack/Rule, as earlier versions do.'
    + ' Use an earlier version of aws-cdk-lib, and report this issue to cdk-ecs-event-rules.');
});

test('ids depend on the resource and on how often it is a target', () => {
  const { topics: [one, two] } = given();
  const ids = new CrossEnvironmentIds();
  const [first, second, third] = [one, two, one].map((topic) => [ids.forTarget(), topic] as const).map(([id, topic]) => [id(topic), id(topic)]);
  expect(first[0]).toBe(first[1]);
  expect(second[0]).not.toBe(first[0]);
  expect(third).toEqual([`${first[0]}x2`, `${first[0]}x2`]);
});
