import { CfnParameter, Duration, Stack } from 'aws-cdk-lib';
import * as ecs from 'aws-cdk-lib/aws-ecs';
import * as events from 'aws-cdk-lib/aws-events';
import * as targets from 'aws-cdk-lib/aws-events-targets';
import * as sns from 'aws-cdk-lib/aws-sns';
import { IRELAND, stackUnderTest } from './stack-under-test';
import { DaemonDeploymentRollbackFailedRule } from '../../src/rules/daemon-deployment-rollback-failed-rule';
import { DaemonTaskStartImpairedRule } from '../../src/rules/daemon-task-start-impaired-rule';
import type { EcsEventRuleOptions } from '../../src/rules/ecs-event-rule-options';
import { ServiceTaskPlacementFailureRule } from '../../src/rules/service-task-placement-failure-rule';
import { SnsPublish } from '../../src/targets/sns-publish';

const EMPTY = (prop: string) => `[Stack/Alert] ${prop}: the list is empty, got [].`
  + ` An empty list matches no events: omit ${prop} to match all events, or list at least one value.`;

describe('T17: an empty list of filter values is an error', () => {
  test.each(['clusters', 'clusterNames', 'clusterNamePrefixes', 'accounts', 'regions', 'daemons', 'daemonNames', 'capacityProviderNames', 'failureTypes', 'reasons'])(
    'DaemonTaskStartImpairedRule %s', (prop) => {
      expect(() => new DaemonTaskStartImpairedRule(stackUnderTest(), 'Alert', { [prop]: [] })).toThrow(EMPTY(prop));
    });

  test.each(['clusters', 'daemons', 'daemonNames'])('DaemonDeploymentRollbackFailedRule %s', (prop) => {
    expect(() => new DaemonDeploymentRollbackFailedRule(stackUnderTest(), 'Alert', { [prop]: [] })).toThrow(EMPTY(prop));
  });

  test.each(['clusters', 'services', 'serviceNames', 'capacityProviderNames', 'reasons'])('ServiceTaskPlacementFailureRule %s', (prop) => {
    expect(() => new ServiceTaskPlacementFailureRule(stackUnderTest(), 'Alert', { [prop]: [] })).toThrow(EMPTY(prop));
  });

  test('but an empty list of exclusions excludes nothing', () => {
    expect(() => new ServiceTaskPlacementFailureRule(stackUnderTest(), 'Alert', { excludedServices: [], excludedServiceNames: [], excludedReasons: [] }))
      .not.toThrow();
  });
});

describe('an error of a filter contains the path of the rule', () => {
  test.each<[string, object, string]>([
    ['T17: undefined in a list', { clusterNames: ['prod', undefined] },
      'clusterNames[1]: expected a value, got undefined. Remove the element, or check why it has no value.'],
    ['T17: a list token', { clusterNames: new CfnParameter(new Stack(), 'Names', { type: 'CommaDelimitedList' }).valueAsList },
      'clusterNames: expected a list that is known at synthesis, got a list token. List the elements one by one: each of them can be a token.'],
    ['T34: a bare text', { clusterNames: 'prod' }, 'clusterNames: expected a list, got "prod". Put the value into a list.'],
    ['T34: a list in a list', { additionalPattern: { detail: { taskArn: [['x']] } } }, 'additionalPattern.detail.taskArn[0]: '],
    ['an ARN for a name', { clusterNames: ['arn:aws:ecs:eu-west-1:111122223333:cluster/prod'] }, 'clusterNames[0]: expected '],
    ['a name without its cluster', { daemonNames: ['log-agent'] }, 'daemonNames: requires clusters or clusterNames, got ["log-agent"]. '],
    ['T01: the spelling of another detail type', { additionalPattern: { detail: { eventType: ['WARN'] } } },
      'additionalPattern.detail.eventType: "ECS Daemon Service Action" has only WARNING, got ["WARN"]. '],
    ['T02: resources for the daemon', { additionalPattern: { resources: ['arn:aws:ecs:eu-west-1:111122223333:daemon/prod/agent'] } },
      'additionalPattern.resources: resources of "ECS Daemon Service Action" contains the task or nothing, never the daemon,'
      + ' got ["arn:aws:ecs:eu-west-1:111122223333:daemon/prod/agent"]. Use daemons or daemonNames, which match on detail.daemonArn.'],
    ['T18: a condition in addition to that of the pattern', { additionalPattern: { detail: { eventName: ['DAEMON_TASK_START_IMPAIRED'] } } },
      'additionalPattern.detail.eventName: the pattern has a condition on this field already, '],
  ])('%s', (_what, filters, message) => {
    expect(() => new DaemonTaskStartImpairedRule(stackUnderTest(IRELAND), 'Alert', filters)).toThrow(`[Stack/Alert] ${message}`);
  });

  test('T44: a service of a cluster that the filter does not name', () => {
    // GIVEN
    const stack = stackUnderTest(IRELAND);
    const web = ecs.FargateService.fromFargateServiceArn(stack, 'Web', 'arn:aws:ecs:eu-west-1:111122223333:service/dev/web') as ecs.IService;
    // THEN
    expect(() => new ServiceTaskPlacementFailureRule(stack, 'Alert', { clusterNames: ['prod'], services: [web] })).toThrow(
      '[Stack/Alert] services[0]: its cluster "dev" is not among the clusters of the filter.'
      + ' Filters are combined with AND, so no event would match. Add the cluster to clusters or clusterNames, or omit both.');
  });
});

describe('T27: what EventBridge refuses at deployment is an error with the path of the rule', () => {
  const alert = (options: (topic: sns.ITopic) => EcsEventRuleOptions) => () => {
    const stack = stackUnderTest();
    return new DaemonTaskStartImpairedRule(stack, 'Alert', options(new sns.Topic(stack, 'Topic')));
  };
  const ATTEMPTS = (found: unknown) =>
    `[Stack/Alert] retryAttempts: expected a whole number of attempts from 0 to 185, got ${found}. Omit it for the default of EventBridge, 185 attempts.`;
  const AGE = (found: number) =>
    `[Stack/Alert] maxEventAge: expected a whole number of seconds from 60 to 86400, got ${found}. Omit it for the default of EventBridge, 86400 seconds.`;

  test.each([-1, 186, 1.5, NaN])('%s retries', (retryAttempts) => {
    expect(alert((topic) => ({ targets: [new SnsPublish(topic, { retryAttempts })] }))).toThrow(ATTEMPTS(retryAttempts));
  });

  test.each([[Duration.seconds(59), 59], [Duration.hours(25), 90000], [Duration.millis(90500), 90.5]])('%s of retries', (maxEventAge, found) => {
    expect(alert((topic) => ({ targets: [new SnsPublish(topic, { maxEventAge })] }))).toThrow(AGE(found));
  });

  test('retries of targets of the CDK', () => {
    expect(alert((topic) => ({ targets: [new targets.SnsTopic(topic, { retryAttempts: 186 })] }))).toThrow(ATTEMPTS(186));
    expect(alert((topic) => ({ targets: [new targets.SnsTopic(topic, { maxEventAge: Duration.days(2) })] }))).toThrow(AGE(172800));
  });

  test('retries of anybody\'s targets, added later', () => {
    // GIVEN
    const target: events.IRuleTarget = { bind: () => ({ arn: 'arn:aws:sns:eu-west-1:111122223333:own', retryPolicy: { maximumRetryAttempts: 200 } }) };
    // THEN
    expect(() => alert(() => ({}))().addTarget(target)).toThrow(ATTEMPTS(200));
  });

  test('the limits themselves are fine', () => {
    expect(alert((topic) => ({
      targets: [
        new SnsPublish(topic, { retryAttempts: 0, maxEventAge: Duration.minutes(1) }),
        new SnsPublish(topic, { retryAttempts: 185, maxEventAge: Duration.hours(24) }),
      ],
    }))).not.toThrow();
  });
});
