import { constructWith, objectWith } from './kinds';

export const TOPIC = constructWith('topicArn', 'an SNS topic', 'Pass an sns.Topic, or import one by sns.Topic.fromTopicArn()');
export const QUEUE = constructWith('queueArn', 'an SQS queue', 'Pass an sqs.Queue, or import one by sqs.Queue.fromQueueArn()');
export const FUNCTION = constructWith('functionArn', 'a Lambda function', 'Pass a lambda.Function, a version or an alias, or import one by lambda.Function.fromFunctionAttributes()');
export const ROLE = constructWith('roleArn', 'an IAM role', 'Pass an iam.Role, or import one by iam.Role.fromRoleArn()');
export const EVENT_BUS = constructWith('eventBusRef', 'an event bus', 'Pass an events.EventBus, or omit it for the default event bus');
export const RULE = constructWith('ruleRef', 'an EventBridge rule', 'Pass an events.Rule');
export const TARGET = objectWith('bind', 'a target', 'Use SnsPublish, SqsSendMessage, LambdaInvoke, or any other events.IRuleTarget');
export const MESSAGE = objectWith('bind', 'a message', 'Use EcsEventMessage.text(), or another events.RuleTargetInput such as events.RuleTargetInput.fromText()');
export const ALARM_ACTION = objectWith('bind', 'an alarm action', 'Use cloudwatch_actions.SnsAction or another cloudwatch.IAlarmAction');
