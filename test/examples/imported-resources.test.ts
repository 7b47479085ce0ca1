import { readFileSync } from 'fs';
import { join } from 'path';
import { App } from 'aws-cdk-lib';
import { notifiedBy } from './notified';
import { ImportedResourcesStack } from '../../examples/imported-resources/imported-resources-stack';
import { testing } from '../../src';
import { annotationsIn } from '../rules/stack-under-test';

const stack = new ImportedResourcesStack(new App(), 'ImportedResources', { env: { account: '111122223333', region: 'eu-west-1' } });
const warnings = annotationsIn(stack);

/** The statement that a warning contains. */
function statementIn(id: string): any {
  const warning = warnings.find((text) => text.endsWith(`[ack: cdk-ecs-event-rules:${id}]`))!;
  return JSON.parse(/\{.*\}/.exec(warning)![0]);
}

describe('synthesis prints what the owners have to add', () => {
  test('to the policy of the topic', () => {
    expect(statementIn('importedTopic')).toEqual({
      Effect: 'Allow',
      Principal: { Service: 'events.amazonaws.com' },
      Action: 'sns:Publish',
      Resource: 'arn:aws:sns:eu-west-1:111122223333:on-call',
    });
  });

  test('to the policy of the queue', () => {
    expect(statementIn('importedQueue')).toEqual({
      Effect: 'Allow',
      Principal: { Service: 'events.amazonaws.com' },
      Action: 'sqs:SendMessage',
      Resource: 'arn:aws:sqs:eu-west-1:111122223333:tickets',
      Condition: {
        StringEquals: { 'aws:SourceAccount': '111122223333' },
        ArnLike: { 'aws:SourceArn': 'arn:aws:events:eu-west-1:111122223333:rule/*' },
      },
    });
  });

  test('to the policy of the key', () => {
    expect(statementIn('importedKey')).toEqual({
      Effect: 'Allow',
      Principal: { Service: 'events.amazonaws.com' },
      Action: ['kms:Decrypt', 'kms:GenerateDataKey*'],
      Resource: '*',
      Condition: { StringEquals: { 'aws:SourceAccount': '111122223333' } },
    });
  });

  test('and nothing else', () => {
    expect(warnings).toHaveLength(3);
  });
});

test('examples/README.md shows the warning of the topic', () => {
  const readme = readFileSync(join(__dirname, '..', '..', 'examples', 'README.md'), 'utf8');
  const [, text] = /(this topic is imported.*) \[ack: /.exec(warnings.join('\n'))!;
  expect(readme).toContain(`\n${text}\n`);
});

test('with these statements the topic, the queue and the function are notified', () => {
  const outcome = testing.EventBusSimulator.fromStack(stack).send(testing.SampleEvent.serviceTaskPlacementFailure({ clusterName: 'production' }));
  expect(notifiedBy(outcome)).toEqual([
    'SNS arn:aws:sns:eu-west-1:111122223333:on-call',
    'SQS arn:aws:sqs:eu-west-1:111122223333:tickets',
    'Lambda arn:aws:lambda:eu-west-1:111122223333:function:pager',
  ]);
  expect(outcome.delivered.flatMap(({ assumptions }) => assumptions)).toEqual([
    'the policy of arn:aws:sns:eu-west-1:111122223333:on-call is not part of the app: it allows EventBridge to perform sns:Publish',
    'the policy of arn:aws:sqs:eu-west-1:111122223333:tickets is not part of the app: it allows EventBridge to perform sqs:SendMessage',
  ]);
});

test('no one is notified of another cluster', () => {
  const outcome = testing.EventBusSimulator.fromStack(stack).send(testing.SampleEvent.serviceTaskPlacementFailure({ clusterName: 'staging' }));
  expect(notifiedBy(outcome)).toEqual([]);
});
