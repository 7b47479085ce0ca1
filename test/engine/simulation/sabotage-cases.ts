import { idOf, remove, resource } from './alert-app';
import { deny, KEY, PERMISSION, QUEUE_POLICY, RULES, statementIn, TOPIC_POLICY, withoutEventBridge, withoutExisting } from './sabotage';
import type { Sabotage } from './sabotage';

/** What each sabotage of the app does to whom: the status, the code and the sentence. */
export type Case = [title: string, sabotage: Sabotage, kind: string, errorCode: string, reason: string];

/** What stops a topic. */
export const TOPIC_CASES: Case[] = [
  ['without the topic policy', (template) => remove(template, TOPIC_POLICY),
    'SNS', 'NO_PERMISSIONS', 'Topic has no policy, and the default one does not allow EventBridge to publish'],
  ['without its statement in the topic policy', (template) => withoutEventBridge(template, TOPIC_POLICY, ''),
    'SNS', 'NO_PERMISSIONS', 'the policy TopicPolicy of Topic does not allow EventBridge to perform sns:Publish: no statement allows events.amazonaws.com to perform sns:Publish'],
  ['with a topic policy for another rule', (template) => { statementIn(template, TOPIC_POLICY, '').Condition = { ArnLike: { 'aws:SourceArn': `${RULES}other` } }; },
    'SNS', 'NO_PERMISSIONS', 'the policy TopicPolicy of Topic does not allow EventBridge to perform sns:Publish: the conditions of statement "1" are not met: aws:SourceArn is'],
  ['with a Deny in the topic policy', (template) => deny(template, TOPIC_POLICY, ''),
    'SNS', 'NO_PERMISSIONS', 'the policy TopicPolicy of Topic does not allow EventBridge to perform sns:Publish: the Deny of statement "Locked" applies'],
  ['without the key grant of the topic', (template) => withoutEventBridge(template, KEY, 'Topic'),
    'SNS', 'NO_PERMISSIONS', 'the key TopicKey of Topic does not allow EventBridge to perform kms:Decrypt: no statement allows events.amazonaws.com to perform kms:Decrypt'
      + ' (for an encrypted topic, conditions on aws:SourceArn and aws:SourceAccount are never met)'],
  ['T39: with the key of the topic narrowed to the account', (template) => {
    statementIn(template, KEY, 'Topic').Condition = { StringEquals: { 'aws:SourceAccount': '111122223333' } };
  },
  'SNS', 'NO_PERMISSIONS', 'the key TopicKey of Topic does not allow EventBridge to perform kms:Decrypt: the conditions of statement 2 are not met: StringEquals needs aws:SourceAccount,'
      + ' which the request lacks (for an encrypted topic, conditions on aws:SourceArn and aws:SourceAccount are never met)'],
  ['with half of the key grant of the topic', (template) => { statementIn(template, KEY, 'Topic').Action = 'kms:Decrypt'; },
    'SNS', 'NO_PERMISSIONS', 'does not allow EventBridge to perform kms:GenerateDataKey: no statement allows events.amazonaws.com to perform kms:GenerateDataKey'],
  ['with the key of the topic disabled', (template) => { resource(template, KEY, 'Topic').Properties.Enabled = false; },
    'SNS', 'NO_PERMISSIONS', 'the key TopicKey of Topic is disabled'],
  ['T08: with the AWS-managed key of Amazon SNS', (template) => { resource(template, 'AWS::SNS::Topic').Properties.KmsMasterKeyId = 'alias/aws/sns'; },
    'SNS', 'NO_PERMISSIONS', 'Topic is encrypted with the AWS managed key alias/aws/sns, which EventBridge is not allowed to use'],
  ['T16: with a FIFO topic by an override that leaves the name', (template) => Object.assign(resource(template, 'AWS::SNS::Topic').Properties, { FifoTopic: true }),
    'SNS', 'SDK_CLIENT_ERROR', 'Topic is a FIFO topic, which needs a message group that a rule cannot set'],
  ['T16: with a FIFO topic', (template) => Object.assign(resource(template, 'AWS::SNS::Topic').Properties, { FifoTopic: true, TopicName: 'alerts.fifo' }),
    'SNS', 'SDK_CLIENT_ERROR', 'Topic is a FIFO topic, which needs a message group that a rule cannot set'],
  ['with a topic that does not exist', (template) => withoutExisting(template, 'AWS::SNS::Topic', ''),
    'SNS', 'NO_RESOURCE', 'does not exist: its condition is false'],
];

/** What stops a queue. */
export const QUEUE_CASES: Case[] = [
  ['without the queue policy', (template) => remove(template, QUEUE_POLICY, 'Queue'),
    'SQS', 'NO_PERMISSIONS', 'Queue has no policy, so it does not allow EventBridge to send messages'],
  ['with a Deny in the queue policy', (template) => deny(template, QUEUE_POLICY, 'Queue', { Principal: { AWS: '*' }, Action: 'sqs:*' }),
    'SQS', 'NO_PERMISSIONS', 'the policy QueuePolicy of Queue does not allow EventBridge to perform sqs:SendMessage: the Deny of statement "Locked" applies'],
  ['with a queue policy for another account', (template) => { statementIn(template, QUEUE_POLICY, 'Queue').Condition.StringEquals['aws:SourceAccount'] = '999999999999'; },
    'SQS', 'NO_PERMISSIONS', 'the conditions of statement 1 are not met: aws:SourceAccount is 111122223333, and StringEquals requires 999999999999'],
  ['with a queue policy for other rules', (template) => { statementIn(template, QUEUE_POLICY, 'Queue').Condition.ArnLike['aws:SourceArn'] = `${RULES}other-*`; },
    'SQS', 'NO_PERMISSIONS', `and ArnLike requires ${RULES}other-*`],
  ['with a queue policy for another queue', (template) => { statementIn(template, QUEUE_POLICY, 'Queue').Resource = 'arn:aws:sqs:eu-west-1:111122223333:other'; },
    'SQS', 'NO_PERMISSIONS', 'no statement allows events.amazonaws.com to perform sqs:SendMessage'],
  ['T14: with a second queue policy that does not allow EventBridge to send', (template) => {
    const { Queues } = resource(template, QUEUE_POLICY, 'Queue').Properties;
    template.Resources.Second = { Type: QUEUE_POLICY, Properties: { Queues, PolicyDocument: { Statement: [] } } };
  }, 'SQS', 'NO_PERMISSIONS', 'the policy Second of Queue does not allow EventBridge to perform sqs:SendMessage: no statement allows events.amazonaws.com to perform sqs:SendMessage;'
    + ' of its 2 policies the last one to be deployed replaces the others'],
  ['without the key grant of the queue', (template) => withoutEventBridge(template, KEY, 'Queue'),
    'SQS', 'NO_PERMISSIONS', 'the key QueueKey of Queue does not allow EventBridge to perform kms:Decrypt: no statement allows events.amazonaws.com to perform kms:Decrypt'],
  ['without a key policy of the queue', (template) => { delete resource(template, KEY, 'Queue').Properties.KeyPolicy; },
    'SQS', 'NO_PERMISSIONS', 'the key QueueKey of Queue does not allow EventBridge to perform kms:Decrypt'],
  ['with a Deny in the key policy of the queue', (template) => deny(template, KEY, 'Queue', { Action: 'kms:GenerateDataKey' }),
    'SQS', 'NO_PERMISSIONS', 'the key QueueKey of Queue does not allow EventBridge to perform kms:GenerateDataKey: the Deny of statement "Locked" applies'],
  ['T09: with the AWS-managed key of Amazon SQS', (template) => {
    resource(template, 'AWS::SQS::Queue', 'Queue').Properties.KmsMasterKeyId = 'arn:aws:kms:eu-west-1:111122223333:alias/aws/sqs';
  }, 'SQS', 'NO_PERMISSIONS', 'Queue is encrypted with the AWS managed key alias/aws/sqs, which EventBridge is not allowed to use'],
  ['T16: with a FIFO queue without a group', (template) => Object.assign(resource(template, 'AWS::SQS::Queue', 'Queue').Properties, { FifoQueue: true, QueueName: 'alerts.fifo' }),
    'SQS', 'SDK_CLIENT_ERROR', 'Queue is a FIFO queue, and the target has no message group'],
  ['T16: with a FIFO queue without content-based deduplication', (template) => {
    Object.assign(resource(template, 'AWS::SQS::Queue', 'Queue').Properties, { FifoQueue: true, QueueName: 'alerts.fifo' });
    resource(template, 'AWS::Events::Rule').Properties.Targets[1].SqsParameters = { MessageGroupId: 'alerts' };
  }, 'SQS', 'SDK_CLIENT_ERROR', 'Queue is a FIFO queue without content-based deduplication, and a rule cannot set a deduplication id'],
  ['with a queue of another Region', (template) => { resource(template, 'AWS::Events::Rule').Properties.Targets[1].Arn = 'arn:aws:sqs:us-east-1:111122223333:alerts'; },
    'SQS', 'NO_RESOURCE', 'is in Region us-east-1, and EventBridge looks for it in Region eu-west-1, that of the rule'],
];

/** What stops a function. */
export const FUNCTION_CASES: Case[] = [
  ['without the Lambda permission', (template) => remove(template, PERMISSION),
    'Lambda', 'NO_PERMISSIONS', 'OnCall has no permission that allows EventBridge to invoke it'],
  ['with a Lambda permission for another account', (template) => { resource(template, PERMISSION).Properties.SourceAccount = '999999999999'; },
    'Lambda', 'NO_PERMISSIONS', 'aws:SourceAccount is 111122223333, and StringEquals requires 999999999999'],
  ['with a Lambda permission for other rules', (template) => { resource(template, PERMISSION).Properties.SourceArn = `${RULES}other`; },
    'Lambda', 'NO_PERMISSIONS', `and ArnLike requires ${RULES}other`],
  ['with a Lambda permission for another service', (template) => { resource(template, PERMISSION).Properties.Principal = 's3.amazonaws.com'; },
    'Lambda', 'NO_PERMISSIONS', 'no statement allows events.amazonaws.com to perform lambda:InvokeFunction'],
  ['with a Lambda permission for an account', (template) => { resource(template, PERMISSION).Properties.Principal = '111122223333'; },
    'Lambda', 'NO_PERMISSIONS', 'no statement allows events.amazonaws.com to perform lambda:InvokeFunction'],
  ['with a Lambda permission to do something else', (template) => { resource(template, PERMISSION).Properties.Action = 'lambda:InvokeFunctionUrl'; },
    'Lambda', 'NO_PERMISSIONS', 'no statement allows events.amazonaws.com to perform lambda:InvokeFunction'],
  ['with a Lambda permission for an organization', (template) => { resource(template, PERMISSION).Properties.PrincipalOrgID = 'o-1'; },
    'Lambda', 'NO_PERMISSIONS', 'StringEquals needs aws:PrincipalOrgID, which the request lacks'],
  ['T12: with $LATEST, which no permission covers', (template) => {
    resource(template, 'AWS::Events::Rule').Properties.Targets[2].Arn = { 'Fn::Sub': `\${${idOf(template, 'AWS::Lambda::Function')}.Arn}:$LATEST` };
  }, 'Lambda', 'NO_PERMISSIONS', 'has no permission that allows EventBridge to invoke it'],
  ['T45: with a text', (template) => { resource(template, 'AWS::Events::Rule').Properties.Targets[2].InputTransformer = { InputTemplate: '"one"\n"two"' }; },
    'Lambda', 'SDK_CLIENT_ERROR', 'the message is not JSON, and AWS Lambda does not invoke OnCall with anything else'],
];
