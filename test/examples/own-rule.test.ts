import { App } from 'aws-cdk-lib';
import { Template } from 'aws-cdk-lib/assertions';
import { notifiedBy } from './notified';
import { OwnRuleStack } from '../../examples/own-rule/own-rule-stack';
import { testing } from '../../src';

const stack = new OwnRuleStack(new App(), 'OwnRule');
const bus = testing.EventBusSimulator.fromStack(stack);

test('a task that crashed is reported by a rule of the CDK, in the words of the library', () => {
  const outcome = bus.send(testing.SampleEvent.taskStateChange({ clusterName: 'production', exitCode: 137 }));
  expect(notifiedBy(outcome)).toEqual(['SNS OwnRule/People']);
  expect(outcome.delivered[0].body).toContain('(cluster production)');
});

test.each([
  ['a task that ended well', testing.SampleEvent.taskStateChange({ clusterName: 'production', exitCode: 0 })],
  ['a task that runs', testing.SampleEvent.taskStateChange({ clusterName: 'production', lastStatus: 'RUNNING' })],
  ['a task that a deployment stops', testing.SampleEvent.taskStateChange({ clusterName: 'production', exitCode: 137, stopCode: 'ServiceSchedulerInitiated' })],
  ['another cluster', testing.SampleEvent.taskStateChange({ clusterName: 'staging', exitCode: 137 })],
])('no one is notified of %s', (_what, sample) => {
  expect(notifiedBy(bus.send(sample))).toEqual([]);
});

test('the archive keeps the events that the rule sends', () => {
  const template = Template.fromStack(stack);
  const [[archive], [rule]] = ['AWS::Events::Archive', 'AWS::Events::Rule'].map((type) => Object.values(template.findResources(type)));
  expect(archive.Properties.EventPattern).toEqual(rule.Properties.EventPattern);
  expect(JSON.stringify(archive.Properties.SourceArn)).toContain(':event-bus/default');
});

test('what could not be delivered waits in the dead-letter queue of the stack', () => {
  const [target] = Object.values(Template.fromStack(stack).findResources('AWS::Events::Rule'))[0].Properties.Targets;
  expect(stack.resolve(target.DeadLetterConfig)).toEqual({ Arn: { 'Fn::GetAtt': [expect.stringMatching(/^EcsEventDeadLetters/), 'Arn'] } });
});
