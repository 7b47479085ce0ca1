import { App } from 'aws-cdk-lib';
import { Template } from 'aws-cdk-lib/assertions';
import { notifiedBy } from './notified';
import { AlertsStack } from '../../examples/central-topic/alerts-stack';
import { CentralStack } from '../../examples/central-topic/central-stack';
import { testing } from '../../src';
import { annotationsIn } from '../rules/stack-under-test';

const CENTRAL = { account: '222222222222', region: 'eu-west-1' };
const WORKLOADS = { account: '111122223333', region: 'eu-west-1' };

const app = new App();
const central = new CentralStack(app, 'Central', { env: CENTRAL });
const alerts = new AlertsStack(app, 'Alerts', { topic: central.topic, env: WORKLOADS });
const simulator = testing.EventBusSimulator.fromApp(app);
const failure = (clusterName: string, env = WORKLOADS) => testing.SampleEvent.serviceTaskPlacementFailure({ ...env, clusterName });

test('a placement failure in the workload account is published to the topic of the central account, without an assumption', () => {
  const outcome = simulator.send(failure('production'));
  expect(notifiedBy(outcome)).toEqual(['SNS Central/Topic']);
  expect(outcome.delivered[0].assumptions).toEqual([]);
  expect(outcome.delivered[0].body).toContain('account 111122223333, Region eu-west-1');
});

test('one role may publish to this topic, and use its key by way of Amazon SNS', () => {
  const [{ Properties }, ...others] = Object.values(Template.fromStack(alerts).findResources('AWS::IAM::Role'));
  expect(others).toEqual([]);
  expect(Properties.Policies[0].PolicyDocument.Statement).toMatchObject([
    { Action: 'sns:Publish', Resource: { 'Fn::Join': ['', expect.arrayContaining([':sns:eu-west-1:222222222222:ecs-alerts'])] } },
    { Action: ['kms:Decrypt', 'kms:GenerateDataKey*'], Condition: { StringEquals: { 'kms:ViaService': 'sns.eu-west-1.amazonaws.com' } } },
  ]);
});

test('without the statement in the policy of the topic, or of its key, nothing arrives', () => {
  for (const [type, document] of [['AWS::SNS::TopicPolicy', 'PolicyDocument'], ['AWS::KMS::Key', 'KeyPolicy']]) {
    const sabotaged = new App();
    const owner = new CentralStack(sabotaged, 'Central', { env: CENTRAL });
    const { topic } = owner;
    new AlertsStack(sabotaged, 'Alerts', { topic, env: WORKLOADS });
    for (const construct of owner.node.findAll()) {
      const resource = construct as any;
      if (resource.cfnResourceType === type) {
        resource.addPropertyOverride(`${document}.Statement.1.Action`, 'sns:GetTopicAttributes');
      }
    }
    const [notified, ...others] = notifiedBy(testing.EventBusSimulator.fromApp(sabotaged).send(failure('production')));
    expect(notified).toMatch(/^not SNS Central\/Topic: the (policy|key) .* does not allow the role Alerts\/EcsEventRole/);
    expect(others).toEqual([]);
  }
});

test('no one is notified of another cluster, or of an event of the central account', () => {
  expect(notifiedBy(simulator.send(failure('staging')))).toEqual([]);
  expect(notifiedBy(simulator.send(failure('production', CENTRAL)))).toEqual([]);
});

test('there is nothing to report', () => {
  expect([...annotationsIn(alerts), ...annotationsIn(central)]).toEqual([]);
});
