import { Duration } from 'aws-cdk-lib';
import { Template } from 'aws-cdk-lib/assertions';
import * as events from 'aws-cdk-lib/aws-events';
import * as lambda from 'aws-cdk-lib/aws-lambda';
import { EcsEventMessage } from '../../src/messages/ecs-event-message';
import { DaemonTaskStartImpairedRule } from '../../src/rules/daemon-task-start-impaired-rule';
import { LambdaInvoke } from '../../src/targets/lambda-invoke';
import { IRELAND, stackUnderTest, targetsIn } from '../rules/stack-under-test';

/** A stack in Ireland with a function. */
function given() {
  const stack = stackUnderTest(IRELAND);
  const onCall = new lambda.Function(stack, 'OnCall', {
    code: lambda.Code.fromInline('-'), handler: 'index.handler', runtime: lambda.Runtime.NODEJS_LATEST,
  });
  return { stack, onCall };
}

test('the function gets the event as AWS sent it', () => {
  // GIVEN
  const { stack, onCall } = given();
  // WHEN
  new DaemonTaskStartImpairedRule(stack, 'Alert', { deadLetterQueueEnabled: false, targets: [new LambdaInvoke(onCall)] });
  // THEN
  expect(targetsIn(stack)).toEqual([{ Id: 'Target0', Arn: stack.resolve(onCall.functionArn) }]);
});

test('a message of JSON and retries are rendered', () => {
  // GIVEN
  const { stack, onCall } = given();
  const message = events.RuleTargetInput.fromObject({ why: events.EventField.fromPath('$.detail.reason') });
  // WHEN
  new DaemonTaskStartImpairedRule(stack, 'Alert', { targets: [new LambdaInvoke(onCall, { message, maxEventAge: Duration.hours(2) })] });
  // THEN
  expect(targetsIn(stack)).toMatchObject([{
    InputTransformer: { InputPathsMap: { 'detail-reason': '$.detail.reason' }, InputTemplate: '{"why":<detail-reason>}' },
    RetryPolicy: { MaximumEventAgeInSeconds: 7200 },
  }]);
});

test('T22: many rules have one permission', () => {
  // GIVEN
  const { stack, onCall } = given();
  // WHEN
  Array.from({ length: 60 }, (_, i) => new DaemonTaskStartImpairedRule(stack, `Alert${i}`, { targets: [new LambdaInvoke(onCall)] }));
  // THEN
  const permissions = Template.fromStack(stack).findResources('AWS::Lambda::Permission');
  expect(Object.values(permissions).map(({ Properties }) => Properties)).toEqual([{
    Action: 'lambda:InvokeFunction',
    FunctionName: stack.resolve(onCall.functionArn),
    Principal: 'events.amazonaws.com',
    SourceAccount: '111122223333',
    SourceArn: 'arn:aws:events:eu-west-1:111122223333:rule/*',
  }]);
});

test('T12: a function that is imported into its own environment gets its permission', () => {
  // GIVEN
  const { stack } = given();
  const imported = lambda.Function.fromFunctionName(stack, 'Imported', 'on-call');
  // WHEN
  new DaemonTaskStartImpairedRule(stack, 'Alert', { targets: [new LambdaInvoke(imported)] });
  // THEN
  Template.fromStack(stack).hasResourceProperties('AWS::Lambda::Permission', {
    FunctionName: 'arn:aws:lambda:eu-west-1:111122223333:function:on-call',
    SourceArn: 'arn:aws:events:eu-west-1:111122223333:rule/*',
  });
});

test('T45: a text of several lines is an error: it is no JSON document', () => {
  // GIVEN
  const { stack, onCall } = given();
  const target = new LambdaInvoke(onCall, { message: EcsEventMessage.text() });
  const wrong = 'message: a Lambda function requires JSON, got EcsEventMessage.text().'
    + ' A text is not a JSON document, so the function would never be invoked. Omit message to send the event unmodified.';
  // THEN
  expect(() => new DaemonTaskStartImpairedRule(stack, 'Alert', { targets: [target] })).toThrow(`[Stack/Alert] ${wrong}`);
  expect(() => new events.Rule(stack, 'Own', { eventPattern: { source: ['aws.ecs'] }, targets: [target] })).toThrow(`[Stack/Own Target0] ${wrong}`);
});
