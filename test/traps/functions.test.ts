import { Annotations, CfnResource, Stack } from 'aws-cdk-lib';
import { Template } from 'aws-cdk-lib/assertions';
import type * as events from 'aws-cdk-lib/aws-events';
import * as targets from 'aws-cdk-lib/aws-events-targets';
import * as iam from 'aws-cdk-lib/aws-iam';
import * as lambda from 'aws-cdk-lib/aws-lambda';
import { denialOf, warningsOf } from './annotations';
import { ServiceTaskPlacementFailureRule } from '../../src/rules/service-task-placement-failure-rule';
import { LambdaInvoke } from '../../src/targets/lambda-invoke';
import { IRELAND, stackUnderTest } from '../rules/stack-under-test';

const ARN = 'arn:aws:lambda:eu-west-1:111122223333:function:on-call';

/** Every way in which a function becomes a target. */
const WAYS: [string, (handler: lambda.IFunction) => events.IRuleTarget][] = [
  ['LambdaInvoke', (handler) => new LambdaInvoke(handler)],
  ['the CDK LambdaFunction', (handler) => new targets.LambdaFunction(handler)],
];

const alert = (stack: Stack, id: string, target: events.IRuleTarget) =>
  new ServiceTaskPlacementFailureRule(stack, id, { clusterNames: [id], targets: [target] });

function onCall(stack: Stack): lambda.Function {
  return new lambda.Function(stack, 'OnCall', { code: lambda.Code.fromInline('-'), handler: 'index.handler', runtime: lambda.Runtime.NODEJS_LATEST });
}

function permissionsIn(stack: Stack): any[] {
  return Object.values(Template.fromStack(stack).findResources('AWS::Lambda::Permission')).map(({ Properties }) => Properties);
}

const warning = (path: string, name: string, account: string, rules: string) =>
  `warning ${path} no permission allows EventBridge to invoke this function, and none can be added from here. Add it, or it is never invoked:`
  + ` aws lambda add-permission --function-name ${name} --statement-id AllowEcsEventRules --action lambda:InvokeFunction --principal events.amazonaws.com`
  + ` --source-account ${account} --source-arn '${rules}' [ack: cdk-ecs-event-rules:functionWithoutPermission]`;
const IN_IRELAND = ['111122223333', 'arn:aws:events:eu-west-1:111122223333:rule/*'] as const;

describe.each(WAYS)('T12: a function through %s', (_way, target) => {
  test('imported by its ARN into a stack of no known environment is a warning with the command, acknowledged on the import', () => {
    const stack = stackUnderTest();
    const imported = lambda.Function.fromFunctionArn(stack, 'Imported', ARN);
    alert(stack, 'Alert', target(imported));
    expect(permissionsIn(stack)).toEqual([]);
    const ofOtherAccount = ' If the rule is deployed to another account than 111122223333, specify the account of its stack: EventBridge then needs a role,'
      + ' which the targets of cdk-ecs-event-rules create.';
    expect(warningsOf(stack)).toEqual([warning('/Stack/Imported/EcsEventDelivery', ARN, ...IN_IRELAND).replace(' [ack', `${ofOtherAccount} [ack`)]);
    Annotations.of(imported).acknowledgeWarning('cdk-ecs-event-rules:functionWithoutPermission');
    expect(warningsOf(stack)).toEqual([]);
  });

  test('imported with skipPermissions into its own environment is a warning with real values', () => {
    const stack = stackUnderTest(IRELAND);
    alert(stack, 'Alert', target(lambda.Function.fromFunctionAttributes(stack, 'Imported', { functionArn: ARN, skipPermissions: true, sameEnvironment: false })));
    expect(warningsOf(stack)).toEqual([warning('/Stack/Imported/EcsEventDelivery', ARN, ...IN_IRELAND)]);
  });

  test.each<[string, (stack: Stack) => lambda.IFunction, object | undefined]>([
    ['by its ARN into its own environment', (stack) => lambda.Function.fromFunctionArn(stack, 'Imported', ARN), IRELAND],
    ['by its name', (stack) => lambda.Function.fromFunctionName(stack, 'Imported', 'on-call'), undefined],
    ['with sameEnvironment', (stack) => lambda.Function.fromFunctionAttributes(stack, 'Imported', { functionArn: ARN, sameEnvironment: true }), undefined],
  ])('imported %s gets its permission, so nothing is reported', (_how, importIt, env) => {
    const stack = stackUnderTest(env);
    alert(stack, 'Alert', target(importIt(stack)));
    expect(permissionsIn(stack)).toEqual([expect.objectContaining({ Principal: 'events.amazonaws.com' })]);
    expect(warningsOf(stack)).toEqual([]);
  });

  test('imported, with a permission that the user adds later by its name, is none', () => {
    const stack = stackUnderTest();
    alert(stack, 'Alert', target(lambda.Function.fromFunctionArn(stack, 'Imported', ARN)));
    new lambda.CfnPermission(stack, 'Permission', { functionName: 'on-call', action: 'lambda:InvokeFunction', principal: 'events.amazonaws.com' });
    expect(warningsOf(stack)).toEqual([]);
  });

  test('imported, with a permission for another caller only, is a warning', () => {
    const stack = stackUnderTest();
    alert(stack, 'Alert', target(lambda.Function.fromFunctionArn(stack, 'Imported', ARN)));
    new lambda.CfnPermission(stack, 'Permission', { functionName: ARN, action: 'lambda:InvokeFunction', principal: 'sns.amazonaws.com' });
    expect(warningsOf(stack)).toHaveLength(1);
  });

  test.each<[string, (handler: lambda.Function) => lambda.IFunction]>([
    ['function', (handler) => handler],
    ['version', (handler) => handler.currentVersion],
    ['alias', (handler) => handler.addAlias('live')],
  ])('that is a %s of the app gets a separate permission', (_what, kindOf) => {
    const stack = stackUnderTest();
    const handler = kindOf(onCall(stack));
    alert(stack, 'Alert', target(handler));
    expect(permissionsIn(stack)).toEqual([expect.objectContaining({ FunctionName: stack.resolve(handler.functionArn), Principal: 'events.amazonaws.com' })]);
    expect(warningsOf(stack)).toEqual([]);
  });

  test('that is $LATEST is a warning: AWS Lambda takes no permission for it', () => {
    const stack = stackUnderTest();
    alert(stack, 'Alert', target(onCall(stack).latestVersion));
    expect(permissionsIn(stack)).toEqual([]);
    expect(warningsOf(stack)).toEqual([
      'warning /Stack/OnCall/$LATEST/EcsEventDelivery this is the version $LATEST, and AWS Lambda adds no permission to that: EventBridge may never invoke it.'
      + ' Use the function itself as the target, which is $LATEST too, or a published version or an alias. [ack: cdk-ecs-event-rules:functionWithoutPermission]',
    ]);
  });

  test('of another Region, imported, is an error that says where to import it', () => {
    const stack = stackUnderTest({ account: '444455556666', region: 'eu-central-1' });
    expect(() => alert(stack, 'Alert', target(lambda.Function.fromFunctionArn(stack, 'Imported', ARN))))
      .toThrow('[Stack/Alert] targets: construct Stack/Imported is imported from 111122223333/eu-west-1 into a stack of another account or Region');
  });
});

test('T12: a custom target, and that grants nothing, is a warning; with a role it is none', () => {
  const [without, withRole] = [false, true].map((hasRole) => {
    const stack = stackUnderTest(IRELAND);
    const handler = onCall(stack);
    const role = hasRole ? iam.Role.fromRoleName(stack, 'Role', 'events') : undefined;
    alert(stack, 'Alert', { bind: () => ({ arn: handler.functionArn, targetResource: handler, role }) });
    return warningsOf(stack);
  });
  expect(without).toEqual([warning('/Stack/OnCall/Resource', '${OnCall0B2745F4.Arn}', ...IN_IRELAND)
    .replace('no permission allows EventBridge to invoke this function, and none can be added from here.', 'Stack/OnCall has no permission that allows EventBridge to invoke it.')]);
  expect(withRole).toEqual([]);
});

describe('T22: the policy of a function', () => {
  test('has one permission for 300 rules of two stacks by LambdaInvoke', () => {
    const stack = stackUnderTest();
    const handler = onCall(stack);
    const other = new Stack(stack.node.root, 'Other');
    [stack, other].forEach((each) => Array.from({ length: 150 }, (_, i) => alert(each, `Alert${i}`, new LambdaInvoke(handler))));
    expect([stack, other].map((each) => permissionsIn(each).length)).toEqual([1, 0]);
    expect(denialOf(stack)).toBe('');
  });

  test('over 20,480 bytes, by the CDK LambdaFunction, is an error that names LambdaInvoke', () => {
    const [few, many] = [30, 90].map((rules) => {
      const stack = stackUnderTest();
      const handler = onCall(stack);
      Array.from({ length: rules }, (_, i) => alert(stack, `Alert${i}`, new targets.LambdaFunction(handler)));
      return denialOf(stack);
    });
    expect(few).toBe('');
    expect(many).toMatch(new RegExp('\\[Stack/OnCall\\] permissions of the function: its 90 permissions create a policy of about \\d{5} bytes, and AWS Lambda accepts 20480\\.'
      + ' targets\\.LambdaFunction adds a permission for each rule: use LambdaInvoke of cdk-ecs-event-rules, which needs one for all of them\\.'));
  });

  test('of 55 CDK targets on rules with short names fits', () => {
    const stack = stackUnderTest(IRELAND);
    const handler = new lambda.Function(stack, 'F', { functionName: 'f', code: lambda.Code.fromInline('-'), handler: 'index.handler', runtime: lambda.Runtime.NODEJS_22_X });
    Array.from({ length: 55 }, (_, i) => new ServiceTaskPlacementFailureRule(stack, `A${i}`, { ruleName: `r${i}`, clusterNames: [`${i}`], targets: [new targets.LambdaFunction(handler)] }));
    expect(denialOf(stack)).toBe('');
  });

  test('counts the permissions in other stacks too', () => {
    const stack = stackUnderTest();
    const handler = onCall(stack);
    const others = ['One', 'Two', 'Three'].map((id) => new Stack(stack.node.root, id));
    others.forEach((each) => Array.from({ length: 30 }, (_, i) => alert(each, `Alert${i}`, new targets.LambdaFunction(handler))));
    expect(denialOf(stack)).toContain('[Stack/OnCall] permissions of the function: its 90 permissions');
  });
});

describe('T23: a function in another stack', () => {
  test.each(WAYS)('through %s is reached without a cycle', (_way, target) => {
    const stack = stackUnderTest();
    const owner = new Stack(stack.node.root, 'Owner');
    alert(stack, 'Alert', target(onCall(owner)));
    expect(denialOf(stack)).toBe('');
    expect(owner.dependencies).toEqual([]);
    expect(warningsOf(owner)).toEqual([]);
  });
});

describe('T12: a function with a resource policy', () => {
  const withPolicy = (stack: Stack, statements: object[]) => {
    const handler = onCall(stack);
    new CfnResource(stack, 'Policy', { type: 'AWS::Lambda::ResourcePolicy', properties: { ResourceArn: handler.functionArn, PolicyDocument: { Version: '2012-10-17', Statement: statements } } });
    return handler;
  };
  const allowed = { Effect: 'Allow', Principal: { Service: 'events.amazonaws.com' }, Action: 'lambda:InvokeFunction', Resource: '*' };
  const replaced = /^warning \/Stack\/OnCall\/Resource the resource policy .* replaces the permissions .*functionPermissionsReplaced\]$/;

  test('and permissions is a warning that the policy replaces them', () => {
    const stack = stackUnderTest(IRELAND);
    alert(stack, 'Alert', new LambdaInvoke(withPolicy(stack, [allowed])));
    expect(warningsOf(stack)).toEqual([expect.stringMatching(replaced)]);
  });

  test('that does not allow EventBridge is a separate warning, whatever the permissions are', () => {
    const stack = stackUnderTest(IRELAND);
    alert(stack, 'Alert', new LambdaInvoke(withPolicy(stack, [])));
    expect(warningsOf(stack)).toEqual([expect.stringMatching(/functionWithoutPermission\]$/)]);
  });

  test('and no permissions is none', () => {
    const stack = stackUnderTest(IRELAND);
    const handler = withPolicy(stack, [allowed]);
    alert(stack, 'Alert', { bind: () => ({ arn: handler.functionArn }) });
    expect(warningsOf(stack)).toEqual([]);
  });
});

describe('T12: a permission that is not for EventBridge is a warning', () => {
  test.each<[string, (handler: lambda.Function) => unknown]>([
    ['of a public URL', (handler) => handler.addFunctionUrl({ authType: lambda.FunctionUrlAuthType.NONE })],
    ['of calls through a URL', (handler) => new lambda.CfnPermission(handler, 'Url', {
      action: 'lambda:InvokeFunction', functionName: handler.functionArn, principal: '*', invokedViaFunctionUrl: true,
    })],
    ['of a type of authentication', (handler) => new lambda.CfnPermission(handler, 'Url', {
      action: 'lambda:*', functionName: handler.functionArn, principal: '*', functionUrlAuthType: 'NONE',
    })],
  ])('%s', (_what, permit) => {
    const stack = stackUnderTest(IRELAND);
    const handler = onCall(stack);
    permit(handler);
    alert(stack, 'Alert', { bind: () => ({ arn: handler.functionArn }) });
    expect(warningsOf(stack)).toEqual([expect.stringMatching(/functionWithoutPermission\]$/)]);
  });

  test('that names a role whose name has a period is for the role, and none', () => {
    const stack = stackUnderTest(IRELAND);
    const handler = onCall(stack);
    const role = new iam.Role(stack, 'Role', { roleName: 'on.call', assumedBy: new iam.ServicePrincipal('events.amazonaws.com') });
    handler.addPermission('Role', { principal: new iam.ArnPrincipal('arn:aws:iam::111122223333:role/on.call') });
    alert(stack, 'Alert', { bind: () => ({ arn: handler.functionArn, role }) });
    expect(warningsOf(stack)).toEqual([]);
  });
});
