import type { Stack } from 'aws-cdk-lib';
import { CfnCondition, CfnResource, Fn } from 'aws-cdk-lib';
import * as events from 'aws-cdk-lib/aws-events';
import * as kms from 'aws-cdk-lib/aws-kms';
import * as sns from 'aws-cdk-lib/aws-sns';
import * as subscriptions from 'aws-cdk-lib/aws-sns-subscriptions';
import * as sqs from 'aws-cdk-lib/aws-sqs';
import type { IConstruct } from 'constructs';
import { DeliveryCheck } from '../../src/engine/simulation/delivery-check';
import { Resources } from '../../src/engine/simulation/resources';
import { ResourceInstance } from '../../src/engine/template/resource-instance';
import { ServiceTaskPlacementFailureRule } from '../../src/rules/service-task-placement-failure-rule';
import { SnsPublish } from '../../src/targets/sns-publish';
import { SqsSendMessage } from '../../src/targets/sqs-send-message';
import { TopicAudience } from '../../src/validation/checks/topic-audience';
import { DeployedStage } from '../../src/validation/deployed/deployed-stage';
import { RenderedElements } from '../../src/validation/deployed/rendered-elements';
import { IRELAND, stackUnderTest } from '../rules/stack-under-test';
import { denialOf, warningsOf } from '../traps/annotations';

/** A rule that sends to an encrypted topic with a subscription and to an encrypted queue. */
function alert(): Stack {
  const stack = stackUnderTest(IRELAND);
  const masterKey = new kms.Key(stack, 'Key');
  const topic = new sns.Topic(stack, 'Topic', { masterKey });
  topic.addSubscription(new subscriptions.EmailSubscription('on-call@example.com', {
    filterPolicyWithMessageBody: { source: sns.FilterOrPolicy.filter(sns.SubscriptionFilter.stringFilter({ allowlist: ['aws.ecs'] })) },
  }));
  new ServiceTaskPlacementFailureRule(stack, 'Alert', {
    ruleName: 'alerts',
    targets: [new SnsPublish(topic), new SqsSendMessage(new sqs.Queue(stack, 'Queue', { encryptionMasterKey: masterKey }))],
  });
  return stack;
}

afterEach(() => jest.restoreAllMocks());

function fail(): never {
  throw new Error('planted');
}

test.each<[string, () => void]>([
  ['the index of resources by ARN', () => jest.spyOn(Resources.prototype, 'withArn').mockImplementation(fail)],
  ['the index of resources by key', () => jest.spyOn(Resources.prototype, 'by').mockImplementation(fail)],
  ['the index of resources by type', () => jest.spyOn(Resources.prototype, 'ofType').mockImplementation(fail)],
  ['a property', () => jest.spyOn(ResourceInstance.prototype, 'propertyIfKnown').mockImplementation(fail)],
  ['the check of a target', () => jest.spyOn(DeliveryCheck.prototype, 'target').mockImplementation(fail)],
  ['the check of a dead-letter queue', () => jest.spyOn(DeliveryCheck.prototype, 'deadLetters').mockImplementation(fail)],
  ['the audience of a topic', () => jest.spyOn(TopicAudience.prototype, 'add').mockImplementation(fail)],
  ['the deployed Stage', () => jest.spyOn(DeployedStage.prototype, 'instanceOf').mockImplementation(fail)],
  ['the construct behind a resource', () => jest.spyOn(DeployedStage.prototype, 'subjectOf').mockImplementation(fail)],
  ['the rendering', () => jest.spyOn(RenderedElements.prototype, 'fragment').mockImplementation(fail)],
])('an exception of the validation is never an error of the user: %s', (_what, plant) => {
  const stack = alert();
  plant();
  expect(denialOf(stack)).not.toContain('planted');
});

test('an exception of the validation is a warning that names it', () => {
  const stack = alert();
  jest.spyOn(DeliveryCheck.prototype, 'target').mockImplementation(fail);
  expect(warningsOf(stack)).toEqual([expect.stringMatching(/^warning \/Stack\/Alert\/Rule.* could not be validated whether events are delivered: planted\..*deliveryNotValidated\]$/)]);
});

const GARBAGE: readonly unknown[] = [null, 5, 'text', [null], { a: null }, [{ Statement: [null] }], { Statement: [null] }, { 'Fn::If': [] }, { 'Fn::GetAtt': 5 }];

test('whatever a property holds, the synthesis ends with findings and not with an exception', () => {
  const resources = alert().node.findAll().filter((each): each is CfnResource => CfnResource.isCfnResource(each)).map(({ node }) => node.path.replace('Stack/', ''));
  const properties = ['Targets', 'EventPattern', 'Policy', 'PolicyDocument', 'KeyPolicy', 'KmsMasterKeyId', 'FilterPolicy', 'Endpoint', 'Name', 'Topics', 'Queues', 'State'];
  const crashes = GARBAGE.flatMap((garbage) => {
    return properties.flatMap((property) => {
      const stack = alert();
      resources.forEach((path) => {
        const resource = path.split('/').reduce((scope, id) => scope.node.findChild(id), stack as IConstruct) as CfnResource;
        resource.addPropertyOverride(property, garbage);
      });
      const denial = denialOf(stack);
      return denial !== '' && !denial.startsWith('Validation failed with the following errors:') ? [`${property} ${JSON.stringify(garbage)}: ${denial}`] : [];
    });
  });
  expect(crashes).toEqual([]);
});

test('a circular condition is what CloudFormation refuses, and not a bug of the library', () => {
  // GIVEN
  const stack = alert();
  const [one, other] = ['One', 'Other'].map((id) => new CfnCondition(stack, id));
  one.expression = Fn.conditionNot(other);
  other.expression = Fn.conditionNot(one);
  (stack.node.findAll().find((construct) => construct instanceof events.CfnRule) as events.CfnRule).cfnOptions.condition = one;
  // THEN
  expect(denialOf(stack)).toBe('');
  expect(warningsOf(stack)).toEqual([
    expect.stringMatching(/could not be validated whether events are delivered: CloudFormation refuses the template: stack \S+: the condition One -> Other -> One is circular\. \[.*deliveryNotValidated\]$/),
  ]);
});
