import { App, Stack, Stage } from 'aws-cdk-lib';
import { Template } from 'aws-cdk-lib/assertions';
import * as events from 'aws-cdk-lib/aws-events';
import * as lambda from 'aws-cdk-lib/aws-lambda';
import * as sqs from 'aws-cdk-lib/aws-sqs';
import type { Construct } from 'constructs';
import { Node } from 'constructs';
import { denialOf, warningsOf } from './annotations';
import { ServiceActionField } from '../../src/messages/fields/service-action-field';
import { ServiceTaskPlacementFailureRule } from '../../src/rules/service-task-placement-failure-rule';
import { LambdaInvoke } from '../../src/targets/lambda-invoke';
import { SnsPublish } from '../../src/targets/sns-publish';
import { SqsSendMessage } from '../../src/targets/sqs-send-message';
import { chatTopicIn } from '../messages/checked-message';
import { IRELAND, subscribedTopic } from '../rules/stack-under-test';

/** One queue, one function and one topic. */
function audience(stack: Stack) {
  return {
    queue: new sqs.Queue(stack, 'Queue'),
    onCall: new lambda.Function(stack, 'OnCall', { code: lambda.Code.fromInline('-'), handler: 'index.handler', runtime: lambda.Runtime.NODEJS_LATEST }),
    topic: subscribedTopic(stack),
  };
}

/** Rules with all three targets. */
function alerts(stack: Stack, count: number, { queue, onCall, topic }: ReturnType<typeof audience>): void {
  Array.from({ length: count }, (_, i) => new ServiceTaskPlacementFailureRule(stack, `Alert${i}`, {
    clusterNames: [`cluster-${i}`],
    targets: [new SqsSendMessage(queue), new LambdaInvoke(onCall), new SnsPublish(topic)],
  }));
}

/** The policies of a kind in a stack, as JSON. */
function policiesIn(stack: Stack, type: string): { statements: number; bytes: number }[] {
  return Object.values(Template.fromStack(stack).findResources(type)).map(({ Properties: { PolicyDocument } }) =>
    ({ statements: PolicyDocument.Statement.length, bytes: JSON.stringify(PolicyDocument).length }));
}

function expectConstantPolicies(owner: Stack): void {
  const queues = policiesIn(owner, 'AWS::SQS::QueuePolicy');
  expect(queues.map(({ statements }) => statements).sort()).toEqual([1, 2]);
  queues.forEach(({ statements, bytes }) => {
    expect(statements).toBeLessThanOrEqual(20);
    expect(bytes).toBeLessThanOrEqual(8192);
  });
  const topics = policiesIn(owner, 'AWS::SNS::TopicPolicy');
  expect(topics).toEqual([{ statements: 2, bytes: expect.any(Number) }]);
  expect(topics[0].bytes).toBeLessThanOrEqual(30720);
  const permissions = Object.values(Template.fromStack(owner).findResources('AWS::Lambda::Permission'));
  expect(permissions).toHaveLength(1);
  expect(JSON.stringify(permissions).length).toBeLessThanOrEqual(20480);
}

describe('T21, T22: 300 rules on one queue, one function and one topic', () => {
  test('in one stack stay within the quotas of AWS, and within the 500 resources of a stack', () => {
    // GIVEN
    const stack = new Stack(new App(), 'Stack', { env: IRELAND });
    // WHEN
    alerts(stack, 300, audience(stack));
    // THEN
    expect(denialOf(stack)).toBe('');
    expectConstantPolicies(stack);
    const resources = Object.values(Template.fromStack(stack).toJSON().Resources as Record<string, { Type: string; Properties: any }>);
    const rules = resources.filter(({ Type }) => Type === 'AWS::Events::Rule');
    expect(rules).toHaveLength(300);
    rules.forEach(({ Properties: { Targets } }) => expect(Targets).toHaveLength(3));
    // In addition to the rules: queue, dead-letter queue and their policies, topic, policy and subscription, function, its role and permission.
    expect(resources).toHaveLength(310);
    expect(warningsOf(stack)).toEqual([]);
  });

  test('in several stacks stay so too', () => {
    // GIVEN
    const app = new App();
    const owner = new Stack(app, 'Owner', { env: IRELAND });
    const everybody = audience(owner);
    alerts(owner, 1, everybody);
    // WHEN
    const stacks = ['One', 'Two', 'Three'].map((id) => new Stack(app, id, { env: IRELAND }));
    stacks.forEach((stack) => alerts(stack, 100, everybody));
    // THEN
    expect(denialOf(owner)).toBe('');
    expectConstantPolicies(owner);
    stacks.forEach((stack) => {
      // In addition to the rules: the dead-letter queue of the stack and its policy.
      expect(Object.keys(Template.fromStack(stack).toJSON().Resources)).toHaveLength(102);
      expect(owner.dependencies).toEqual([]);
    });
  });
});

describe('the time that synthesis takes', () => {
  /** How often the tree is read while an app is made and synthesized, and how many constructs that is. */
  function readsOf(make: (app: App) => void): { walks: number; constructs: number } {
    const app = new App();
    let [walks, constructs] = [0, 0];
    const original = Node.prototype.findAll;
    const spy = jest.spyOn(Node.prototype, 'findAll').mockImplementation(function (this: Node, order) {
      const found = original.call(this, order);
      if (/\/src\/(delivery|validation)\//.test(new Error().stack ?? '')) {
        walks += 1;
        constructs += found.length;
      }
      return found;
    });
    try {
      make(app);
      app.synth();
    } finally {
      spy.mockRestore();
    }
    return { walks, constructs };
  }

  const stage = (scope: Construct, id: string, rules: number) => {
    const stack = new Stack(new Stage(scope, id), 'Stack');
    alerts(stack, rules, audience(stack));
  };

  test('grows with the app, not with its square: the tree is read as often for 300 rules as for 3', () => {
    const [few, many] = [3, 300].map((rules) => readsOf((app) => alerts(new Stack(app, 'Stack'), rules, audience(app.node.findChild('Stack') as Stack))));
    expect(many.walks).toBe(few.walks);
    // Once to check them all.
    expect(many.walks).toBe(1);
  });

  test('grows so too where the messages of all rules are checked', () => {
    const messages = (app: App, rules: number) => {
      const stack = new Stack(app, 'Stack');
      const topic = chatTopicIn(stack);
      const message = events.RuleTargetInput.fromText(`It says ${ServiceActionField.reason}`);
      Array.from({ length: rules }, (_, i) => new ServiceTaskPlacementFailureRule(stack, `Alert${i}`, { targets: [new SnsPublish(topic, { message })] }));
    };
    const [few, many] = [3, 60].map((rules) => readsOf((app) => messages(app, rules)));
    expect(many.walks).toBe(few.walks);
  });

  test('grows so too where every rule has a separate topic, over more and more stacks', () => {
    const topics = (app: App, stacks: number) => Array.from({ length: stacks }, (_, s) => {
      const stack = new Stack(app, `Stack${s}`);
      Array.from({ length: 20 }, (_each, i) => new ServiceTaskPlacementFailureRule(stack, `Alert${i}`, { targets: [new SnsPublish(subscribedTopic(stack, `Topic${i}`))] }));
    });
    const [few, many] = [4, 8].map((stacks) => readsOf((app) => topics(app, stacks)));
    // Twice as much for twice the app; with the whole tree read for each topic it would be four times.
    expect(many.constructs / few.constructs).toBeLessThan(2.7);
  });

  test('each Stage is checked once', () => {
    const [one, three] = [['One'], ['One', 'Two', 'Three']].map((ids) => readsOf((app) => ids.forEach((id) => stage(app, id, 10))));
    expect(three.walks).toBe(3 * one.walks);
  });

  test('is not spent where the library is not used', () => {
    expect(readsOf((app) => audience(new Stack(app, 'Stack'))).walks).toBe(0);
  });
});
