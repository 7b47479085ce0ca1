import { App, CfnOutput, Stack } from 'aws-cdk-lib';
import * as sns from 'aws-cdk-lib/aws-sns';
import { Construct } from 'constructs';
import { AppIndex } from '../../../src/delivery/identity/app-index';

function given() {
  const stack = new Stack(new App(), 'Stack');
  return { stack, index: AppIndex.of(stack), topics: () => AppIndex.of(stack).ofType('AWS::SNS::Topic').map(({ node }) => node.path) };
}

describe('resources are found', () => {
  test('that were created before', () => {
    const stack = new Stack(new App(), 'Stack');
    new sns.Topic(stack, 'Topic');
    expect(AppIndex.of(stack).ofType('AWS::SNS::Topic')).toHaveLength(1);
  });

  test('that were created since, at any place, with any id', () => {
    // GIVEN
    const { stack, topics } = given();
    const [first, second] = ['First', 'Second'].map((id) => new Construct(stack, id));
    new sns.Topic(first, 'Topic');
    expect(topics()).toEqual(['Stack/First/Topic/Resource']);
    // WHEN
    new sns.CfnTopic(second, '2');
    new sns.CfnTopic(first, '1');
    new sns.CfnTopic(new Stack(stack.node.root, 'Other'), 'Topic');
    // THEN
    expect(topics()).toEqual(['Stack/First/Topic/Resource', 'Stack/First/1', 'Stack/Second/2', 'Other/Topic']);
  });

  test('but not those that were removed, nor those of another app', () => {
    // GIVEN
    const { stack, topics } = given();
    ['One', 'Two'].forEach((id) => new sns.CfnTopic(stack, id));
    new sns.CfnTopic(new Stack(new App(), 'Stack'), 'Three');
    expect(topics()).toHaveLength(2);
    // WHEN
    stack.node.tryRemoveChild('One');
    // THEN
    expect(topics()).toEqual(['Stack/Two']);
  });
});

test('outputs are found by the name under which they are exported', () => {
  const { stack, index } = given();
  new CfnOutput(stack, 'Other', { value: 'other' });
  const output = new CfnOutput(stack, 'Output', { value: 'value', exportName: 'alerts' });
  expect(index.exported('alerts')).toBe(output);
  expect(index.exported('other')).toBeUndefined();
});

test('each construct is read once, however often it is asked', () => {
  // GIVEN
  const { stack, index } = given();
  const read = jest.spyOn(index as unknown as { read(): void }, 'read');
  // WHEN
  Array.from({ length: 50 }, (_, i) => {
    new sns.Topic(new Construct(stack, `Scope${i}`), 'Topic');
    expect(index.ofType('AWS::SNS::Topic')).toHaveLength(i + 1);
  });
  // THEN: at most the children of the stack again, of which there is one more each time.
  const calls = read.mock.calls as unknown as [Construct][];
  const below = calls.map(([{ node }]) => node.scope).filter((scope) => scope !== stack && scope !== stack.node.root);
  expect(below).toHaveLength(100);
});
