import { App, Stack } from 'aws-cdk-lib';
import * as ecs from 'aws-cdk-lib/aws-ecs';
import * as lambda from 'aws-cdk-lib/aws-lambda';
import * as sns from 'aws-cdk-lib/aws-sns';
import * as subscriptions from 'aws-cdk-lib/aws-sns-subscriptions';
import * as sqs from 'aws-cdk-lib/aws-sqs';
import {
  DaemonTaskStartImpairedRule, EcsEventMessage, EcsEventPattern, EcsEventRule, LambdaInvoke, ServiceActionEventType, ServiceTaskPlacementFailureRule,
  SnsPublish, SqsSendMessage,
} from '../../src';
import * as delivery from '../../src/delivery/deliverable';
import { MatchedEvents } from '../../src/messages/matched-events/matched-events';
import * as parts from '../../src/patterns/part';
import { RenderedElements } from '../../src/validation/deployed/rendered-elements';

/** Two stacks with three rules each, on receivers in the same stack and in a third stack, with messages. */
function given(app: App): EcsEventRule[] {
  const shared = new Stack(app, 'Shared');
  const topic = new sns.Topic(shared, 'Topic');
  topic.addSubscription(new subscriptions.EmailSubscription('on-call@example.com'));
  return ['One', 'Two'].flatMap((id, i) => {
    const stack = new Stack(app, id, i === 0 ? {} : { env: { account: '111122223333', region: 'eu-west-1' } });
    const cluster = new ecs.CfnCluster(stack, 'Cluster');
    const queue = new sqs.Queue(stack, 'Queue');
    const handler = new lambda.Function(stack, 'Handler', { code: lambda.Code.fromInline('-'), handler: 'index.handler', runtime: lambda.Runtime.NODEJS_LATEST });
    const targets = [
      new SnsPublish(i === 0 ? topic : new sns.Topic(stack, 'Topic'), { message: EcsEventMessage.text() }),
      new SqsSendMessage(queue, { message: EcsEventMessage.json() }),
      new LambdaInvoke(handler),
    ];
    return [
      new DaemonTaskStartImpairedRule(stack, 'Daemon', { clusters: [cluster], targets }),
      new ServiceTaskPlacementFailureRule(stack, 'Placement', { clusterNames: ['prod'], serviceNames: ['web'], targets }),
      new EcsEventRule(stack, 'Own', { pattern: EcsEventPattern.serviceAction({ clusters: [cluster], eventTypes: [ServiceActionEventType.ERROR] }), targets }),
    ];
  });
}

function counted<K>(keys: readonly K[]): number[] {
  return [...new Set(keys)].map((key) => keys.filter((each) => each === key).length);
}

test('nothing is computed twice for a rule, a target or a resource', () => {
  const partOf = jest.spyOn(parts, 'partOf');
  const deliverable = jest.spyOn(delivery, 'deliverable');
  const matched = jest.spyOn(MatchedEvents, 'of');
  const read = jest.spyOn(RenderedElements.prototype, 'fragment');
  const app = new App();

  // WHEN
  const rules = given(app);
  app.synth();

  // THEN the conditions of each rule are found once, and once more for a pattern that is created before it is known where its rule is
  expect(partOf).toHaveBeenCalledTimes(rules.length + 2);
  // AND each target of each rule is checked once
  const bound = deliverable.mock.calls.map(([rule, { arn }]) => `${rule.node.path} ${arn}`);
  expect(counted(bound)).toEqual(Array(rules.length * 3).fill(1));
  // AND the events that a rule matches are computed once, however often they are needed
  const computed = new Map(matched.mock.calls.map(([rule], i) => [matched.mock.results[i].value, rule]));
  expect(matched.mock.calls.length).toBeGreaterThan(rules.length * 8);
  expect(counted([...computed.values()])).toEqual(Array(rules.length).fill(1));
  // AND a resource is rendered once, by one memory
  expect(new Set(read.mock.contexts).size).toBe(1);
  expect((read.mock.contexts[0] as RenderedElements).size).toBe(new Set(read.mock.calls.map(([element]) => element)).size);
});
