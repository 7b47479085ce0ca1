import { App, Aws, Fn, Stack } from 'aws-cdk-lib';
import * as events from 'aws-cdk-lib/aws-events';
import * as targets from 'aws-cdk-lib/aws-events-targets';
import * as lambda from 'aws-cdk-lib/aws-lambda';
import * as sns from 'aws-cdk-lib/aws-sns';
import * as sqs from 'aws-cdk-lib/aws-sqs';
import { EcsEventMessage, EcsEventPattern, EcsEventRule, LambdaInvoke, ServiceActionField, SnsPublish, SqsSendMessage } from '../../src';
import { checkInputsOf } from '../../src/messages/checks/check-input';
import { chatTopicIn, functionIn, RenderedInput, findingsIn, findingsOf, showInSlack, toChat, toFunction } from '../messages/checked-message';
import { IRELAND, stackUnderTest, subscribedTopic } from '../rules/stack-under-test';

const { fromObject, fromText, fromMultilineText, fromEventPath } = events.RuleTargetInput;
const { fromPath } = events.EventField;
/** A value that is not known before the deployment. */
const UNKNOWN = Fn.importValue('unknown');
const PATTERN = EcsEventPattern.serviceTaskPlacementFailure();
const REASON = ServiceActionField.reason;

const rendered = (properties: events.RuleTargetInputProperties) => new RenderedInput(properties);

const wrong = (problem: string) => [`[Stack/Alert/Rule] message of Target0: ${problem}`];

describe('T26: what EventBridge refuses at deployment is an error', () => {
  const paths = (count: number) => Object.fromEntries(Array.from({ length: count }, (_, i) => [`f${i}`, '$.account']));

  test.each<[string, events.RuleTargetInput, string]>([
    ['a template that is too long', fromText(`${REASON}${'-'.repeat(8200)}`), 'its template has 8217 characters, and EventBridge accepts at most 8192. Shorten it.'],
    ['a template whose literal parts are too long', fromText(`${REASON}${'-'.repeat(8200)}${UNKNOWN}`), 'its template has 8217 characters, and EventBridge accepts at most 8192. Shorten it.'],
    ['too many values', rendered({ inputTemplate: '"<f0>"', inputPathsMap: paths(101) }), 'expected up to 100 values of the event, got 101. Remove some.'],
    ['a path that is too long', fromText(fromPath(`$.detail.${'a'.repeat(250)}`)),
      `the path $.detail.${'a'.repeat(250)} has 259 characters, and EventBridge accepts at most 256. Use a field that contains it.`],
    ['a name that EventBridge keeps for itself', rendered({ inputTemplate: '"<AWS>"', inputPathsMap: { AWS: '$.account' } }),
      '"AWS" is no name for a value: EventBridge keeps those that begin with AWS or aws. for itself, and takes letters, digits, - and _ only. Choose another name.'],
    ['a name that EventBridge fills in automatically', rendered({ inputTemplate: '"<aws.events.rule-arn>"', inputPathsMap: { 'aws.events.rule-arn': '$.account' } }),
      '"aws.events.rule-arn" is no name for a value: EventBridge keeps those that begin with AWS or aws. for itself, and takes letters, digits, - and _ only. Choose another name.'],
    ['a name that is not defined', fromText(`${REASON} <runbook> <runbook>`),
      '<runbook> is read as a value of the event, and none of that name is defined. Use events.EventField.fromPath(), or write it without < and >.'],
    ['a name that is not defined, as a separate value', rendered({ inputTemplate: '{"a": <constructor>}' }),
      '<constructor> is read as a value of the event, and none of that name is defined. Use events.EventField.fromPath(), or write it without < and >.'],
    ['a name of EventBridge that is misspelled', rendered({ inputTemplate: '"<aws.events.rulename>"' }),
      '<aws.events.rulename> is read as a value of the event, and none of that name is defined. Use events.EventField.fromPath(), or write it without < and >.'],
    ['two kinds of input', rendered({ inputPath: '$', inputTemplate: '"a"' }), 'EventBridge accepts one of Input, InputPath and InputTransformer, got InputPath and InputTransformer. Omit the others.'],
  ])('%s', (_what, message, problem) => {
    expect(findingsOf(PATTERN, message)).toEqual(expect.arrayContaining(wrong(problem)));
  });

  test('what an override of the user made of it counts', () => {
    const stack = stackUnderTest();
    const { rules: [rule] } = new EcsEventRule(stack, 'Alert', { pattern: PATTERN, targets: [new SnsPublish(subscribedTopic(stack), { message: fromText(`${REASON}`) })] });
    (rule.node.defaultChild as events.CfnRule).addPropertyOverride('Targets.0.InputTransformer.InputTemplate', '"<nope>"');
    expect(findingsIn(stack)).toEqual(wrong('<nope> is read as a value of the event, and none of that name is defined. Use events.EventField.fromPath(), or write it without < and >.'));
  });

  test('what may be read as a name is a warning', () => {
    expect(findingsOf(PATTERN, fromText(`${REASON} for <@U1>`))).toEqual([
      'warning /Stack/Alert/Rule/Resource message of Target0: EventBridge may read <@U1> as a value of the event, and refuse it. Write it without < and >.'
      + ' [ack: cdk-ecs-event-rules:ambiguousPlaceholder]',
    ]);
  });

  test.each<[string, events.RuleTargetInput]>([
    ['a template of 8,192 characters', rendered({ inputTemplate: `"${'-'.repeat(8190)}"` })],
    ['100 values', rendered({ inputTemplate: '"<f0>"', inputPathsMap: paths(100) })],
    ['every name that EventBridge fills in', rendered({
      inputTemplate: '{"a": ["<aws.events.rule-arn>", "<aws.events.rule-name>", "<aws.events.event.ingestion-time>", <aws.events.event>, <aws.events.event.json>]}',
    })],
    ['a custom text without a field of the event', fromText('a < b, <@U1> <runbook>')],
    ['what is known at deployment only', fromText(`${REASON} <${UNKNOWN}>`)],
    ['a template of which nothing is known', rendered({ inputTemplate: UNKNOWN })],
    ['a part of the event', fromEventPath('$.detail')],
  ])('%s is none', (_what, message) => {
    expect(findingsOf(PATTERN, message)).toEqual([]);
  });
});

describe('T66: a field that is written as text, and sent as it is', () => {
  const asItIs = (shown: string, path: string) => `warning /Stack/Alert/Rule/Resource message of Target0: ${shown} is sent as it is.`
    + ` Use events.EventField.fromPath('${path}') to insert the value. [ack: cdk-ecs-event-rules:placeholderNotReplaced]`;

  test.each([
    ['<detail.stoppedReason>', '$.detail.stoppedReason'],
    ['<detail.containers[0].reason>', '$.detail.containers[0].reason'],
    ['<$.detail.reason>', '$.detail.reason'],
    ['<$.time>', '$.time'],
    ['<$.id>', '$.id'],
    ['<time>', '$.time'],
    ['<account>', '$.account'],
    ['<detail-type>', '$.detail-type'],
    ['<detail>', '$.detail'],
    ['<resources>', '$.resources'],
    ['<stoppedReason>', '$.detail.stoppedReason'],
    ['<clusterArn>', '$.detail.clusterArn'],
    ['<reason>', '$.detail.reason'],
    ['$.detail.reason', '$.detail.reason'],
    ['$.resources[0]', '$.resources[0]'],
  ])('is a warning: %s', (shown, path) => {
    const texts = [fromText(`It says ${shown}.`), fromMultilineText(`It says\n${shown}, again`), fromObject({ why: [shown] })];
    expect(texts.map((message) => findingsOf(PATTERN, message))).toEqual(texts.map(() => [asItIs(shown, path)]));
  });

  test('is a warning for a name that EventBridge fills in, too', () => {
    expect(findingsOf(PATTERN, fromText('<aws.events.rule-name> and <aws.events.rule-name>'))).toEqual([
      'warning /Stack/Alert/Rule/Resource message of Target0: <aws.events.rule-name> is sent as it is, because this message has no input transformer.'
      + ' Use a value of events.EventField, or EcsEventMessage. [ack: cdk-ecs-event-rules:placeholderNotReplaced]',
    ]);
  });

  test.each<[string, events.RuleTargetInput]>([
    ['a chat notification', EcsEventMessage.chat({ environmentName: '<detail.reason>', mentions: ['<!here>'] })],
    ['a JSON message', EcsEventMessage.json({ additionalFields: { why: '<detail.reason>' } })],
  ])('is a warning in an option of %s', (_what, message) => {
    expect(findingsOf(PATTERN, message)).toEqual([asItIs('<detail.reason>', '$.detail.reason')]);
  });

  test('is a warning in an option of a text, which has no < and >', () => {
    expect(findingsOf(PATTERN, EcsEventMessage.text({ runbook: 'https://wiki.example.com/$.account' }))).toEqual([asItIs('$.account', '$.account')]);
  });

  test.each([
    '<@U1>', '<@W012A3CDE>', '<!here>', '<!channel>', '<!subteam^S1>', '<#C1>', '<#C024BE7LR|general>', '<https://wiki.example.com/ecs>', '<https://wiki.example.com|time>',
    '<mailto:ops@example.com|detail>', '<time', 'a < b > c', '< time >', '<name>', '<id>', '<version>', '<cluster>', '<task-id>', '<runbook>', '<detailed>', '<b>time</b>', '$5.time', 'costs $.50', '$detail.reason', '<>',
  ])('is none: %s', (text) => {
    expect([fromText(`It says ${text}`), fromObject({ why: text }), EcsEventMessage.chat({ additionalFields: { why: text } })].flatMap((message) => findingsOf(PATTERN, message))).toEqual([]);
  });
});

describe('T45: a message for a function that is not one JSON document is an error', () => {
  const problem = wrong('it is not one JSON document, and AWS Lambda takes nothing else: the function would never be invoked.'
    + ' Use EcsEventMessage.json() or RuleTargetInput.fromObject(), or omit message to send the event unmodified.');

  test.each<[string, events.RuleTargetInput]>([
    ['EcsEventMessage.text()', EcsEventMessage.text()],
    ['several lines', fromMultilineText(`It says\n${REASON}`)],
    ['several lines with something that is known at deployment only', fromMultilineText(`In ${Aws.REGION}\n${REASON}`)],
    ['several lines in which nothing of the event is', fromMultilineText('It\nfailed')],
    ['a text without quotes', rendered({ inputTemplate: 'It says <a>', inputPathsMap: { a: '$.detail.reason' } })],
  ])('%s for the CDK LambdaFunction', (_what, message) => {
    expect(findingsOf(PATTERN, message, toFunction)).toEqual(problem);
  });

  test.each<[string, (stack: Stack) => lambda.IFunction]>([
    ['an alias', (stack) => new lambda.Alias(stack, 'Live', { aliasName: 'live', version: functionIn(stack).currentVersion })],
    ['a version', (stack) => functionIn(stack).currentVersion],
    ['an import by name', (stack) => lambda.Function.fromFunctionName(stack, 'Imported', 'pager')],
    ['an import by ARN', (stack) => lambda.Function.fromFunctionArn(stack, 'Imported', 'arn:aws:lambda:eu-west-1:111122223333:function:pager')],
    ['a function of another stack', (stack) => functionIn(new Stack(stack.node.scope!, 'Functions'))],
  ])('for %s', (_what, make) => {
    const stack = stackUnderTest();
    const target = new LambdaInvoke(make(stack), { message: fromMultilineText(`It says\n${REASON}`) });
    new EcsEventRule(stack, 'Alert', { pattern: PATTERN, targets: [target] });
    expect(findingsIn(stack)).toEqual(problem);
  });

  test('for a target of the CDK on a rule of the CDK to which only a message of the library is bound, checked once however often that is', () => {
    const stack = stackUnderTest();
    const rule = new events.Rule(stack, 'Own', {
      eventPattern: PATTERN.toEventPattern(),
      targets: [new targets.LambdaFunction(functionIn(stack), { event: EcsEventMessage.text() })],
    });
    checkInputsOf(rule);
    checkInputsOf(rule);
    expect(findingsIn(stack)).toEqual(problem.map((text) => text.replace('Stack/Alert/Rule', 'Stack/Own')));
  });

  test('for a target that was set on the resource of the rule', () => {
    const stack = stackUnderTest();
    const { rules: [rule] } = new EcsEventRule(stack, 'Alert', { pattern: PATTERN, targets: [new SnsPublish(subscribedTopic(stack))] });
    const input = '"It"\n"failed"';
    (rule.node.defaultChild as events.CfnRule).targets = [{ id: 'Target0', arn: functionIn(stack).functionArn, input }];
    expect(findingsIn(stack)).toEqual(problem);
  });

  test('nothing is reported for an imported rule', () => {
    const stack = stackUnderTest();
    checkInputsOf(events.Rule.fromEventRuleArn(stack, 'Own', 'arn:aws:events:eu-west-1:111122223333:rule/own'));
    expect(findingsIn(stack)).toEqual([]);
  });

  test.each<[string, events.RuleTargetInput]>([
    ['an object', fromObject({ why: REASON, where: Aws.REGION })],
    ['a list', fromObject([REASON])],
    ['one value', fromObject(REASON)],
    ['one string', fromText(`It is in ${ServiceActionField.clusterArn}`)],
    ['a part of the event', fromEventPath('$.detail')],
    ['what is known at deployment only', rendered({ inputTemplate: `{"a": ${UNKNOWN}}` })],
  ])('%s is none', (_what, message) => {
    expect(findingsOf(PATTERN, message, toFunction)).toEqual([]);
  });
});

describe('T25: a message that a chat channel drops is a warning', () => {
  const dropped = ['warning /Stack/Alert/Rule/Resource message of Target0: the topic feeds Stack/Slack, and Amazon Q Developer drops without a trace what is neither'
    + ' an event as AWS sent it nor a custom notification ({"version":"1.0","source":"custom","content":{"description":"…"}}). Use EcsEventMessage.chat(), or a separate topic.'
    + ' [ack: cdk-ecs-event-rules:messageNotShownInChat]'];
  const notification = (change: object = {}) => ({ version: '1.0', source: 'custom', content: { textType: 'client-markdown', description: `In ${Aws.REGION}` }, ...change });

  test.each<[string, events.RuleTargetInput]>([
    ['EcsEventMessage.text()', EcsEventMessage.text()],
    ['a text', fromText(`It says ${REASON}`)],
    ['a text in which nothing of the event is', fromText('It failed')],
    ['an object', fromObject({ why: REASON })],
    ['a part of the event', fromEventPath('$.detail')],
    ['a notification of another version', fromObject(notification({ version: '2.0', metadata: { additionalContext: { reason: REASON } } }))],
    ['a notification of another source', fromObject(notification({ source: 'aws.ecs' }))],
    ['a notification without a description', fromObject(notification({ content: { title: REASON } }))],
    ['a notification with an empty description', fromObject(notification({ content: { description: '' } }))],
  ])('%s', (_what, message) => {
    expect(findingsOf(PATTERN, message, toChat)).toEqual(dropped);
  });

  test('on a topic of another stack', () => {
    const stack = stackUnderTest(IRELAND);
    const topic = chatTopicIn(new Stack(stack.node.scope!, 'Topics', { env: IRELAND }));
    new EcsEventRule(stack, 'Alert', { pattern: PATTERN, targets: [new SnsPublish(topic, { message: EcsEventMessage.text() })] });
    expect(findingsIn(stack)).toEqual(dropped.map((text) => text.replace('Stack/Slack', 'Topics/Slack')));
  });

  test('on an imported topic', () => {
    const stack = stackUnderTest(IRELAND);
    const topic = sns.Topic.fromTopicArn(stack, 'Imported', 'arn:aws:sns:eu-west-1:111122223333:alerts');
    showInSlack(stack, topic);
    new EcsEventRule(stack, 'Alert', { pattern: PATTERN, targets: [new SnsPublish(topic, { message: EcsEventMessage.text() })] });
    expect(findingsIn(stack)).toEqual(expect.arrayContaining(dropped));
  });

  test.each<[string, events.RuleTargetInput]>([
    ['a custom notification', fromObject(notification())],
    ['a custom notification with values of the event', fromObject(notification({ content: { description: REASON } }))],
    ['a custom notification of which the event says the rest', fromObject(notification({ version: fromPath('$.account'), source: UNKNOWN }))],
    ['the event as it is', fromEventPath('$')],
    ['the event as a value', fromObject(fromPath('$'))],
    ['the event by its name', rendered({ inputTemplate: '<aws.events.event.json>' })],
    ['what is known at deployment only', rendered({ inputTemplate: `{"a": ${UNKNOWN}}` })],
  ])('%s is none', (_what, message) => {
    expect(findingsOf(PATTERN, message, toChat)).toEqual([]);
  });

  test('nothing is reported where no channel shows the topic, or a namesake of it', () => {
    const app = new App();
    const [stack, other] = ['Stack', 'Other'].map((id) => new Stack(app, id));
    const topic = subscribedTopic(stack);
    chatTopicIn(other);
    new EcsEventRule(stack, 'Alert', { pattern: PATTERN, targets: [new SnsPublish(topic, { message: EcsEventMessage.text() })] });
    expect(findingsIn(stack)).toEqual([]);
  });

  test('nothing is reported for other targets of the same rule', () => {
    const stack = stackUnderTest();
    new EcsEventRule(stack, 'Alert', {
      pattern: PATTERN,
      targets: [new SnsPublish(chatTopicIn(stack)), new targets.SqsQueue(new sqs.Queue(stack, 'Queue'), { message: EcsEventMessage.text() })],
    });
    expect(findingsIn(stack)).toEqual([]);
  });
});

describe('T47: a message to a FIFO queue that may be the same for two events', () => {
  const toFifo = (stack: Stack, message: events.RuleTargetInput) =>
    new SqsSendMessage(new sqs.Queue(stack, 'Queue', { fifo: true, contentBasedDeduplication: true }), { messageGroupId: 'alerts', message });

  test.each<[string, events.RuleTargetInput]>([
    ['a fixed text', fromText('A task could not be placed.')],
    ['a fixed document', rendered({ input: '{"text":"A task could not be placed."}' })],
    ['values that events share', fromText(`${REASON} in ${events.EventField.account}`)],
    ['a part of the event', fromEventPath('$.detail.reason')],
  ])('is a warning: %s', (_what, message) => {
    expect(findingsOf(PATTERN, message, toFifo)).toContain(
      'warning /Stack/Alert/Rule/Resource message of Target0: Stack/Queue is a FIFO queue, which drops what it got within the last five minutes with the same content,'
      + ' and this message is the same for one event and the next. Put EventField.eventId into it, or use EcsEventMessage. [ack: cdk-ecs-event-rules:fifoMessageNotUnique]');
  });

  test.each<[string, events.RuleTargetInput]>([
    ['the id', fromText(`${REASON} ${events.EventField.eventId}`)],
    ['the time', fromText(`${REASON} ${events.EventField.time}`)],
    ['when EventBridge got it', rendered({ inputTemplate: '"<aws.events.event.ingestion-time>"' })],
    ['all of detail', fromEventPath('$.detail')],
    ['a report of the library as text', EcsEventMessage.text()],
    ['a report of the library for chats', EcsEventMessage.chat()],
    ['a report of the library as JSON', EcsEventMessage.json()],
    ['what is known at deployment only', rendered({ input: UNKNOWN })],
  ])('is none with %s', (_what, message) => {
    expect(findingsOf(PATTERN, message, toFifo).filter((text) => text.includes('fifoMessageNotUnique'))).toEqual([]);
  });

  test('is nothing to a standard queue', () => {
    expect(findingsOf(PATTERN, fromText('A task could not be placed.'))).toEqual([]);
  });
});
