import { ArnFormat, Annotations } from 'aws-cdk-lib';
import { Template } from 'aws-cdk-lib/assertions';
import * as targets from 'aws-cdk-lib/aws-events-targets';
import * as iam from 'aws-cdk-lib/aws-iam';
import * as logs from 'aws-cdk-lib/aws-logs';
import { warningsOf } from './annotations';
import { DaemonTaskStartImpairedRule } from '../../src/rules/daemon-task-start-impaired-rule';
import { IRELAND, stackUnderTest } from '../rules/stack-under-test';

const INFO = 'cdk-ecs-event-rules:logGroupPolicyCustomResource';

describe('T49: a log group', () => {
  test('by targets.CloudWatchLogGroup is an info that names the custom resource and the alternative', () => {
    // GIVEN
    const stack = stackUnderTest(IRELAND);
    // WHEN
    new DaemonTaskStartImpairedRule(stack, 'Alert', { targets: [new targets.CloudWatchLogGroup(new logs.LogGroup(stack, 'Logs'))] });
    // THEN
    const [info, ...others] = warningsOf(stack);
    expect(others).toEqual([]);
    expect(info).toMatch(/^info \/Stack\/Alert\/Rule targets: targets.CloudWatchLogGroup adds the custom resource Stack\/EventsLogGroupPolicyStackAlertRule/);
    expect(info).toContain('create one logs.ResourcePolicy');
    expect(info).toContain(`[ack: ${INFO}]`);
  });

  test('is not reported again once it is acknowledged', () => {
    // GIVEN
    const stack = stackUnderTest(IRELAND);
    const rule = new DaemonTaskStartImpairedRule(stack, 'Alert', { targets: [new targets.CloudWatchLogGroup(new logs.LogGroup(stack, 'Logs'))] });
    // WHEN
    Annotations.of(rule).acknowledgeInfo(INFO);
    // THEN
    expect(warningsOf(stack)).toEqual([]);
  });

  test('by a custom target and one resource policy needs no custom resource, and nothing is reported', () => {
    // GIVEN
    const stack = stackUnderTest(IRELAND);
    const group = new logs.LogGroup(stack, 'Logs');
    new logs.ResourcePolicy(stack, 'LogsPolicy', {
      policyStatements: [new iam.PolicyStatement({
        principals: [new iam.ServicePrincipal('events.amazonaws.com')], actions: ['logs:CreateLogStream', 'logs:PutLogEvents'], resources: [group.logGroupArn],
      })],
    });
    const arn = stack.formatArn({ service: 'logs', resource: 'log-group', resourceName: group.logGroupName, arnFormat: ArnFormat.COLON_RESOURCE_NAME });
    // WHEN
    new DaemonTaskStartImpairedRule(stack, 'ByArnOfTheConstruct', { clusterNames: ['Three'], targets: [{ bind: () => ({ arn: group.logGroupArn }) }] });
    ['One', 'Two'].forEach((id) => new DaemonTaskStartImpairedRule(stack, id, { clusterNames: [id], targets: [{ bind: () => ({ arn }) }] }));
    // THEN
    expect(warningsOf(stack)).toEqual([]);
    Template.fromStack(stack).resourceCountIs('Custom::CloudwatchLogResourcePolicy', 0);
  });
});
