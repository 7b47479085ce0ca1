import { App } from 'aws-cdk-lib';
import { Template } from 'aws-cdk-lib/assertions';
import { notifiedBy } from './notified';
import { ImportedWithRoleStack } from '../../examples/imported-with-role/imported-with-role-stack';
import { testing } from '../../src';
import { annotationsIn } from '../rules/stack-under-test';

const stack = new ImportedWithRoleStack(new App(), 'ImportedWithRole', { env: { account: '111122223333', region: 'eu-west-1' } });
const send = (clusterName: string) =>
  testing.EventBusSimulator.fromStack(stack).send(testing.SampleEvent.serviceTaskPlacementFailure({ clusterName }));

test('the role sends to the topic and to the queue, and no owner has to add a statement', () => {
  const outcome = send('production');
  expect(notifiedBy(outcome)).toEqual(['SNS arn:aws:sns:eu-west-1:111122223333:on-call', 'SQS arn:aws:sqs:eu-west-1:111122223333:tickets']);
  expect(outcome.delivered.flatMap(({ assumptions }) => assumptions)).toEqual(['sns:eu-west-1:111122223333:on-call', 'sqs:eu-west-1:111122223333:tickets'].map((arn) => (
    `arn:aws:${arn} is not encrypted with a customer-managed key, or the key allows the role ImportedWithRole/Sender to use it`)));
  expect(annotationsIn(stack)).toEqual([]);
});

test('the role may publish to the topic, send to the queue, and use its key', () => {
  const [{ Properties }] = Object.values(Template.fromStack(stack).findResources('AWS::IAM::Policy'));
  expect(Properties.PolicyDocument.Statement).toEqual([
    { Action: 'sns:Publish', Effect: 'Allow', Resource: 'arn:aws:sns:eu-west-1:111122223333:on-call' },
    { Action: 'sqs:SendMessage', Effect: 'Allow', Resource: 'arn:aws:sqs:eu-west-1:111122223333:tickets' },
    { Action: ['kms:Decrypt', 'kms:GenerateDataKey*'], Effect: 'Allow', Resource: 'arn:aws:kms:eu-west-1:111122223333:key/1234abcd-12ab-34cd-56ef-1234567890ab' },
  ]);
});

test('no one is notified of another cluster', () => {
  expect(notifiedBy(send('staging'))).toEqual([]);
});
