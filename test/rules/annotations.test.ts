import { Annotations, App, Stack } from 'aws-cdk-lib';
import * as ecs from 'aws-cdk-lib/aws-ecs';
import * as events from 'aws-cdk-lib/aws-events';
import { annotationsIn, IRELAND, stackUnderTest, subscribedTopic, targetsIn } from './stack-under-test';
import { ServiceActionEvent } from '../../src/filters/service-action-event';
import { EcsEventPattern } from '../../src/patterns/ecs-event-pattern';
import { DaemonTaskStartImpairedRule } from '../../src/rules/daemon-task-start-impaired-rule';
import { EcsEventRule } from '../../src/rules/ecs-event-rule';
import type { EcsEventRuleOptions } from '../../src/rules/ecs-event-rule-options';
import { SnsPublish } from '../../src/targets/sns-publish';

/** A rule with a subscriber, so that nothing is annotated but what its pattern is about. */
function alert(stack: Stack, pattern: EcsEventPattern, options: EcsEventRuleOptions = {}): EcsEventRule {
  return new EcsEventRule(stack, 'Alert', { pattern, targets: [new SnsPublish(subscribedTopic(stack))], ...options });
}

const FOREIGN = 'arn:aws:ecs:us-east-1:444455556666:cluster/prod';
const FOREIGN_WARNING = 'warning /Stack/Alert clusters, services or daemons of another account or Region than 111122223333/eu-west-1: ' + FOREIGN + '.'
  + ' Their events reach this bus only if they are forwarded to it. If they are, set accounts or regions. [ack: cdk-ecs-event-rules:crossEnvironmentArn]';
const CUSTOM_BUS_WARNING = 'warning /Stack/Alert eventBus: Amazon ECS sends events to the default event bus only, so this rule matches no events unless a rule on the default bus'
  + ' forwards them. If one does, acknowledge this warning; otherwise omit eventBus. [ack: cdk-ecs-event-rules:customEventBus]';
const NO_TARGET_WARNING = 'warning /Stack/Alert targets: the rule has no targets, so matching events are discarded. Add a target with targets or addTarget().'
  + ' [ack: cdk-ecs-event-rules:ruleWithoutTarget]';

describe('T29: a rule without a target', () => {
  test('is a warning', () => {
    const stack = stackUnderTest();
    new DaemonTaskStartImpairedRule(stack, 'Alert');
    expect(annotationsIn(stack)).toEqual([NO_TARGET_WARNING]);
  });

  test('is a warning for an empty list of targets', () => {
    const stack = stackUnderTest();
    new DaemonTaskStartImpairedRule(stack, 'Alert', { targets: [] });
    expect(annotationsIn(stack)).toEqual([NO_TARGET_WARNING]);
  });

  test.each<[string, (rule: EcsEventRule, target: events.IRuleTarget) => void]>([
    ['addTarget()', (rule, target) => rule.addTarget(target)],
    ['rules[0].addTarget()', (rule, target) => rule.rules[0].addTarget(target)],
  ])('is none if it gets one by %s', (_name, add) => {
    // GIVEN
    const stack = stackUnderTest();
    const rule = new DaemonTaskStartImpairedRule(stack, 'Alert');
    // WHEN
    add(rule, new SnsPublish(subscribedTopic(stack)));
    // THEN
    expect(annotationsIn(stack)).toEqual([]);
    expect(targetsIn(stack)).toHaveLength(1);
  });
});

test('T29: a rule of several parts is named by any of them', () => {
  const stack = stackUnderTest();
  const rule = new DaemonTaskStartImpairedRule(stack, 'Alert', { clusterNames: Array.from({ length: 60 }, (_, i) => `production-cluster-${i}`) });
  rule.rules[1].addTarget(new SnsPublish(subscribedTopic(stack)));
  expect(annotationsIn(stack)).toEqual([]);
});

describe('T40: a literal ARN of another account or Region', () => {
  const pattern = (stack: Stack, options = {}) =>
    EcsEventPattern.serviceAction({ clusters: [ecs.Cluster.fromClusterArn(stack, 'Cluster', FOREIGN)], ...options });

  test('is a warning', () => {
    const stack = stackUnderTest(IRELAND);
    alert(stack, pattern(stack));
    expect(annotationsIn(stack)).toEqual([FOREIGN_WARNING]);
  });

  test('is a warning as long as only one of accounts and regions names it', () => {
    const stack = stackUnderTest(IRELAND);
    alert(stack, pattern(stack, { regions: ['us-east-1'] }));
    expect(annotationsIn(stack)).toEqual([FOREIGN_WARNING]);
  });

  test('is none where accounts and regions name it', () => {
    const stack = stackUnderTest(IRELAND);
    alert(stack, pattern(stack, { accounts: ['444455556666'], regions: ['us-east-1'] }));
    expect(annotationsIn(stack)).toEqual([]);
  });

  test.each([
    ['Region', 'arn:aws:ecs:us-east-1:111122223333:cluster/prod'],
    ['account', 'arn:aws:ecs:eu-west-1:444455556666:cluster/prod'],
  ])('is a warning where only the %s is another, and each is named', (_what, arn) => {
    const stack = stackUnderTest(IRELAND);
    const clusters = [arn, `${arn}-2`].map((each, i) => ecs.Cluster.fromClusterArn(stack, `Cluster${i}`, each));
    alert(stack, EcsEventPattern.serviceAction({ clusters }));
    expect(annotationsIn(stack)).toEqual([FOREIGN_WARNING.replace(`${FOREIGN}.`, `${arn}, ${arn}-2.`)]);
  });

  test('is none in a stack of no known environment', () => {
    const stack = stackUnderTest();
    alert(stack, pattern(stack));
    expect(annotationsIn(stack)).toEqual([]);
  });

  test.each([['ops', [CUSTOM_BUS_WARNING]], ['default', [FOREIGN_WARNING]]])('on the bus %s: events are forwarded to any other than the default one', (name, expected) => {
    const stack = stackUnderTest(IRELAND);
    alert(stack, pattern(stack), { eventBus: events.EventBus.fromEventBusName(stack, 'Bus', name) });
    expect(annotationsIn(stack)).toEqual(expected);
  });

  test('is none where it is omitted: it only excludes events that would not come', () => {
    const stack = stackUnderTest(IRELAND);
    alert(stack, EcsEventPattern.serviceAction({ additionalPattern: { detail: { clusterArn: [{ 'anything-but': [FOREIGN] }] } } }));
    expect(annotationsIn(stack)).toEqual([]);
  });

  test('is none for one of the environment of the rule, or without an environment in it', () => {
    const stack = stackUnderTest(IRELAND);
    const own = ecs.Cluster.fromClusterArn(stack, 'Own', FOREIGN.replace('us-east-1:444455556666', 'eu-west-1:111122223333'));
    alert(stack, EcsEventPattern.serviceAction({ clusters: [own], additionalPattern: { detail: { taskArns: [{ prefix: 'arn:aws:ecs:::task/' }] } } }));
    expect(annotationsIn(stack)).toEqual([]);
  });
});

describe('T40: a cluster, a service or a daemon in a stack of another account or Region', () => {
  function given(env: { account: string; region: string }, options = {}) {
    const stack = stackUnderTest(IRELAND);
    const there = new Stack(stack.node.root, 'There', { env });
    const clusters = [new ecs.Cluster(there, 'Cluster', { clusterName: 'prod' })];
    const services = [new ecs.CfnService(there, 'Web', { cluster: 'prod', serviceName: 'web' })];
    const arn = (resource: string) => `arn:aws:ecs:${env.region}:${env.account}:${resource}`;
    const daemons = [new ecs.CfnDaemon(there, 'LogAgent', {
      clusterArn: arn('cluster/prod'), daemonName: 'log-agent', capacityProviderArns: [arn('capacity-provider/gpu')], daemonTaskDefinitionArn: arn('daemon-task-definition/log:1'),
    })];
    alert(stack, EcsEventPattern.anyOf(
      EcsEventPattern.daemonServiceAction({ clusters, ...options }),
      EcsEventPattern.daemonDeploymentStateChange({ daemons, ...options }),
      EcsEventPattern.serviceAction({ services, ...options }),
    ));
    return annotationsIn(stack);
  }

  test.each([
    ['account', { ...IRELAND, account: '444455556666' }],
    ['Region', { ...IRELAND, region: 'us-east-1' }],
  ])('is a warning that names it: %s', (_what, env) => {
    expect(given(env)).toEqual([FOREIGN_WARNING.replace(FOREIGN, 'There/Cluster, There/LogAgent, There/Web')]);
  });

  test('is none in the environment of the rule, or where accounts and regions name it', () => {
    expect(given(IRELAND)).toEqual([]);
    expect(given({ account: '444455556666', region: 'us-east-1' }, { accounts: ['444455556666'], regions: ['us-east-1'] })).toEqual([]);
  });
});

test('T03: SERVICE_DEPLOYMENT_* as a service action is a warning', () => {
  const stack = stackUnderTest();
  alert(stack, EcsEventPattern.serviceAction({ eventNames: [ServiceActionEvent.SERVICE_DEPLOYMENT_FAILED] }));
  expect(annotationsIn(stack)).toEqual([
    'warning /Stack/Alert eventNames: AWS lists SERVICE_DEPLOYMENT_FAILED as "ECS Service Action", but every published sample comes as "ECS Deployment State Change".'
    + ' Use EcsEventPattern.serviceDeploymentStateChange(), alone or combined with this pattern by anyOf(). [ack: cdk-ecs-event-rules:deploymentEventAsServiceAction]',
  ]);
});

test('T05: a clusterArn where it might be absent is a warning', () => {
  const stack = stackUnderTest();
  alert(stack, EcsEventPattern.serviceDeploymentStateChange({ additionalPattern: { detail: { clusterArn: [{ exists: true }] } } }));
  expect(annotationsIn(stack)).toEqual([expect.stringMatching(
    /^warning \/Stack\/Alert additionalPattern\.detail\.clusterArn: .* might not have this field: .* \[ack: cdk-ecs-event-rules:clusterArnMayBeAbsent\]$/)]);
});

test('T06: a service ARN of the old form is a warning, unless the cluster is known', () => {
  // GIVEN
  const arn = 'arn:aws:ecs:eu-west-1:111122223333:service/web';
  const [unknown, known] = [{}, { clusterNames: ['prod'] }].map((options) => {
    const stack = stackUnderTest(IRELAND);
    alert(stack, EcsEventPattern.serviceAction({ services: [ecs.FargateService.fromFargateServiceArn(stack, 'Web', arn) as ecs.IService], ...options }));
    return annotationsIn(stack);
  });
  // THEN
  expect(unknown).toEqual([expect.stringMatching(
    /^warning \/Stack\/Alert services: arn:aws:ecs:eu-west-1:111122223333:service\/web has the short form from before 2021.* \[ack: cdk-ecs-event-rules:shortServiceArn\]$/)]);
  expect(unknown[0]).toContain('Add clusters, use clusterNames with serviceNames, or import the service with its cluster.');
  expect(known).toEqual([]);
});

test('T35: a wildcard in an added pattern is a warning', () => {
  const stack = stackUnderTest();
  alert(stack, EcsEventPattern.serviceAction({ additionalPattern: { detail: { reason: [{ wildcard: '*CPU*' }] } } }));
  expect(annotationsIn(stack)).toEqual([
    'warning /Stack/Alert additionalPattern.detail.reason has a wildcard matcher. An event bus supports 30 rules with wildcard matchers, and this quota cannot be increased:'
      + ' further deployments to the bus fail. Use prefix or suffix instead. [ack: cdk-ecs-event-rules:wildcardMatcher]',
  ]);
});

describe('T35: a wildcard that is added by rules[0].addEventPattern()', () => {
  function alertWithWildcard() {
    const stack = stackUnderTest();
    const rule = alert(stack, EcsEventPattern.serviceAction({ clusterNames: ['prod'] }));
    rule.rules[0].addEventPattern({ detail: { reason: [{ wildcard: '*CPU*' }] } });
    return { stack, rule };
  }

  test('is a warning', () => {
    expect(annotationsIn(alertWithWildcard().stack)).toEqual([
      'warning /Stack/Alert/Rule addEventPattern() added a wildcard matcher. An event bus supports 30 rules with wildcard matchers, and this quota cannot be increased:'
      + ' further deployments to the bus fail. Use prefix or suffix instead. [ack: cdk-ecs-event-rules:wildcardMatcher]',
    ]);
  });

  test('is acknowledged on the construct', () => {
    const { stack, rule } = alertWithWildcard();
    Annotations.of(rule).acknowledgeWarning('cdk-ecs-event-rules:wildcardMatcher');
    expect(annotationsIn(stack)).toEqual([]);
  });
});

describe('every annotation', () => {
  test('is there once, however often the app is synthesized', () => {
    // GIVEN
    const stack = stackUnderTest(IRELAND);
    const clusters = [ecs.Cluster.fromClusterArn(stack, 'Cluster', FOREIGN)];
    new EcsEventRule(stack, 'Alert', { pattern: EcsEventPattern.serviceAction({ clusters }) });
    // WHEN
    (stack.node.root as App).synth();
    (stack.node.root as App).synth({ force: true });
    // THEN
    expect(annotationsIn(stack)).toEqual([FOREIGN_WARNING, NO_TARGET_WARNING]);
  });

  test('is acknowledged on the rule or above it, now or before', () => {
    // GIVEN
    const stack = stackUnderTest(IRELAND);
    const make = (id: string) => new EcsEventRule(stack, id, { pattern: EcsEventPattern.serviceAction({ clusters: [cluster] }) });
    const cluster = ecs.Cluster.fromClusterArn(stack, 'Cluster', FOREIGN);
    // WHEN
    const rule = make('Alert');
    Annotations.of(rule).acknowledgeWarning('cdk-ecs-event-rules:crossEnvironmentArn', 'they are forwarded');
    Annotations.of(rule).acknowledgeWarning('cdk-ecs-event-rules:ruleWithoutTarget', 'an aspect adds one');
    Annotations.of(stack).acknowledgeWarning('cdk-ecs-event-rules:crossEnvironmentArn');
    Annotations.of(stack).acknowledgeWarning('cdk-ecs-event-rules:ruleWithoutTarget');
    make('Later');
    // THEN
    expect(annotationsIn(stack)).toEqual([]);
  });
});
