import { Aws, CfnParameter, Fn, Stack } from 'aws-cdk-lib';
import * as targets from 'aws-cdk-lib/aws-events-targets';
import * as iam from 'aws-cdk-lib/aws-iam';
import * as kms from 'aws-cdk-lib/aws-kms';
import * as lambda from 'aws-cdk-lib/aws-lambda';
import * as sns from 'aws-cdk-lib/aws-sns';
import * as sqs from 'aws-cdk-lib/aws-sqs';
import * as ssm from 'aws-cdk-lib/aws-ssm';
import { warningsOf } from './annotations';
import { ServiceTaskPlacementFailureRule } from '../../src/rules/service-task-placement-failure-rule';
import { LambdaInvoke } from '../../src/targets/lambda-invoke';
import { SnsPublish } from '../../src/targets/sns-publish';
import { SqsSendMessage } from '../../src/targets/sqs-send-message';
import { IRELAND, stackUnderTest } from '../rules/stack-under-test';

/** The text of an ARN that another app or the deployment knows, as it is written in CloudFormation. */
const UNKNOWN_ARNS: [string, (stack: Stack) => string, string][] = [
  ['an export of another app', () => Fn.importValue('alerts'), '{"Fn::ImportValue":"alerts"}'],
  ['an export whose name contains the Region', () => Fn.importValue(Fn.sub('${AWS::Region}-alerts')), '{"Fn::ImportValue":{"Fn::Sub":"${AWS::Region}-alerts"}}'],
  ['a parameter of Systems Manager', (stack) => ssm.StringParameter.valueForTypedStringParameterV2(stack, '/alerts'), '{"Ref":"SsmParameterValue"}'],
  ['a parameter of the stack', (stack) => new CfnParameter(stack, 'Arn').valueAsString, '{"Ref":"Arn"}'],
  ['a part of something', () => Fn.select(1, Fn.split(',', Fn.importValue('list'))), '"<ARN of Stack/Imported>"'],
];

const alert = (stack: Stack, target: SnsPublish | SqsSendMessage | LambdaInvoke | targets.SnsTopic, deadLetterQueue?: sqs.IQueue) =>
  new ServiceTaskPlacementFailureRule(stack, 'Alert', { targets: [target], deadLetterQueue });
const idsOf = (stack: Stack) => warningsOf(stack).map((text) => /\[ack: cdk-ecs-event-rules:(\w+)\]$/.exec(text)?.[1]);

describe.each(UNKNOWN_ARNS)('T11: an import by %s', (_what, arnIn, written) => {
  test('is a warning with its ARN as it is written, for a topic', () => {
    const stack = stackUnderTest(IRELAND);
    alert(stack, new SnsPublish(sns.Topic.fromTopicArn(stack, 'Imported', arnIn(stack))));
    const [text, ...others] = warningsOf(stack);
    // The name of the parameter ends in a hash.
    const shown = text.replace(/("Ref":"SsmParameterValue)[^"]+/, '$1');
    expect(shown).toContain(`"Resource":${written}} [ack: cdk-ecs-event-rules:importedTopic]`);
    expect(others).toEqual([]);
  });

  test.each<[string, (stack: Stack, arn: string) => unknown, string[]]>([
    ['a topic as a target of the CDK', (stack, arn) => alert(stack, new targets.SnsTopic(sns.Topic.fromTopicArn(stack, 'Imported', arn))), ['importedTopic']],
    ['a queue', (stack, arn) => alert(stack, new SqsSendMessage(sqs.Queue.fromQueueArn(stack, 'Imported', arn))), ['importedQueue']],
    ['a queue with a key', (stack, arn) => alert(stack, new SqsSendMessage(sqs.Queue.fromQueueAttributes(stack, 'Imported', { queueArn: arn, keyArn: Fn.importValue('key') }))), ['importedQueue', 'importedKey']],
    ['a function', (stack, arn) => alert(stack, new LambdaInvoke(lambda.Function.fromFunctionArn(stack, 'Imported', arn))), ['functionWithoutPermission']],
    ['a dead-letter queue', (stack, arn) => alert(stack, new SqsSendMessage(new sqs.Queue(stack, 'Queue')), sqs.Queue.fromQueueArn(stack, 'Imported', arn)), ['importedQueue']],
    ['a topic with a role', (stack, arn) => alert(stack, new SnsPublish(sns.Topic.fromTopicArn(stack, 'Imported', arn), { role: roleIn(stack) })), []],
  ])('is as any other import, for %s', (_kind, use, ids) => {
    const stack = stackUnderTest(IRELAND);
    use(stack, arnIn(stack));
    expect(idsOf(stack)).toEqual(ids);
  });
});

test('T11: the statement for an import has an ARN that CloudFormation accepts, wherever its parts come from', () => {
  const arns = [
    Fn.sub('arn:${AWS::Partition}:sns:${AWS::Region}:${AWS::AccountId}:alerts'),
    Fn.sub('arn:aws:sns:${AWS::Region}:${AWS::AccountId}:${Name}', { Name: Fn.importValue('name') }),
    `arn:aws:sns:${Aws.REGION}:${Aws.ACCOUNT_ID}:${Fn.importValue('name')}`,
  ];
  const resources = arns.map((arn) => {
    const stack = stackUnderTest(IRELAND);
    alert(stack, new SnsPublish(sns.Topic.fromTopicArn(stack, 'Imported', arn)));
    return /"Resource":(.*)\} \[ack/.exec(warningsOf(stack)[0])?.[1];
  });
  const imported = '{"Fn::Sub":["arn:aws:sns:${AWS::Region}:${AWS::AccountId}:${Import1}",{"Import1":{"Fn::ImportValue":"name"}}]}';
  expect(resources).toEqual(['{"Fn::Sub":"arn:${AWS::Partition}:sns:${AWS::Region}:${AWS::AccountId}:alerts"}', imported, imported]);
});

test('T11: what several stacks import is reported on the import of the stack of the rule', () => {
  const stack = stackUnderTest(IRELAND);
  const stacks = [stack, new Stack(stack.node.root, 'Other', { env: { ...IRELAND, account: '444455556666' } })];
  stacks.forEach((each) => alert(each, new SnsPublish(sns.Topic.fromTopicArn(each, 'Imported', 'arn:aws:sns:eu-west-1:444455556666:alerts'))));
  expect(stacks.map((each) => warningsOf(each).map((text) => text.split(' ')[1]))).toEqual([['/Stack/Imported/EcsEventDelivery'], ['/Other/Imported/EcsEventDelivery']]);
});

test('T70: an import by its ARN into a stack of no known account is a warning that says what another account needs', () => {
  const ARN = 'arn:aws:sns:eu-west-1:444455556666:alerts';
  const said = [undefined, { region: 'eu-west-1' }, { ...IRELAND, account: '444455556666' }].map((env) => {
    const stack = stackUnderTest(env);
    alert(stack, new SnsPublish(sns.Topic.fromTopicArn(stack, 'Imported', ARN)));
    return warningsOf(stack).map((text) => text.includes('If the rule is deployed to another account than 444455556666, specify the account of its stack'));
  });
  expect(said).toEqual([[true], [true], [false]]);
});

describe('T71: the key of an import that a role of the same account uses', () => {
  const ARN = 'arn:aws:sqs:eu-west-1:111122223333:tickets';
  const KEY = 'arn:aws:kms:eu-west-1:111122223333:key/1234abcd-12ab-34cd-56ef-1234567890ab';
  const warningsFor = (keyArn: (stack: Stack) => string | undefined) => {
    const stack = stackUnderTest(IRELAND);
    alert(stack, new SqsSendMessage(sqs.Queue.fromQueueAttributes(stack, 'Imported', { queueArn: ARN, keyArn: keyArn(stack) }), { role: roleIn(stack) }));
    return warningsOf(stack);
  };

  test('is a warning if it is imported, too', () => {
    expect(warningsFor(() => KEY)).toEqual([expect.stringMatching(/^warning \/Stack\/Imported\/EcsEventDelivery the key .* of this queue is imported, .* needs this statement in it, unless it leaves the decision to the policies of its account as the default one does, .*"Resource":"\*"\} \[ack: cdk-ecs-event-rules:importedKey\]$/)]);
  });

  test('is none if it is not known, or part of the app under whichever name', () => {
    expect(warningsFor(() => undefined)).toEqual([]);
    expect(warningsFor((stack) => new kms.Key(stack, 'Key').keyArn)).toEqual([]);
  });
});

function roleIn(scope: Stack): iam.Role {
  return new iam.Role(scope, 'Sender', { assumedBy: new iam.ServicePrincipal('events.amazonaws.com') });
}
