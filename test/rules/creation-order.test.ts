import { Annotations, Stack } from 'aws-cdk-lib';
import * as ecs from 'aws-cdk-lib/aws-ecs';
import { annotationsIn, rulesIn, stackUnderTest, subscribedTopic } from './stack-under-test';
import { EcsEventPattern } from '../../src/patterns/ecs-event-pattern';
import { DaemonDeploymentRollbackFailedRule } from '../../src/rules/daemon-deployment-rollback-failed-rule';
import { EcsEventRule } from '../../src/rules/ecs-event-rule';
import { SnsPublish } from '../../src/targets/sns-publish';

const WAITS = 'Stack/Web has no literal name, so the rule refers to it and is created after it is stable. The rule misses the events of its first deployment';

/** A service in a stack, as CloudFormation knows it. */
function service(scope: Stack, serviceName?: string): ecs.CfnService {
  return new ecs.CfnService(scope, 'Web', { cluster: 'prod', serviceName });
}

function subscribedTarget(scope: Stack): SnsPublish[] {
  return [new SnsPublish(subscribedTopic(scope))];
}

describe('T41: a service or daemon without a name', () => {
  test('is an info for a service', () => {
    const stack = stackUnderTest();
    new EcsEventRule(stack, 'Alert', { pattern: EcsEventPattern.serviceAction({ services: [service(stack)] }), targets: subscribedTarget(stack) });
    expect(annotationsIn(stack)).toEqual([
      `info /Stack/Alert ${WAITS}. Give the service a literal name, or use serviceNames together with clusters. [ack: cdk-ecs-event-rules:ruleDependsOnService]`,
    ]);
  });

  test('is a warning for hooks, where a deployment can wait for an alert that cannot come', () => {
    const stack = stackUnderTest();
    new EcsEventRule(stack, 'Alert', { pattern: EcsEventPattern.hookStateChange({ services: [service(stack)] }), targets: subscribedTarget(stack) });
    expect(annotationsIn(stack)).toEqual([
      `warning /Stack/Alert ${WAITS}, such as a deployment that is paused in a hook and awaits action.`
      + ' Give the service a literal name, or use serviceNames together with clusters. [ack: cdk-ecs-event-rules:hookRuleDependsOnService]',
    ]);
  });

  test('is an info for a daemon', () => {
    // GIVEN
    const stack = stackUnderTest();
    const daemon = new ecs.CfnDaemon(stack, 'Web', {
      capacityProviderArns: ['arn'],
      daemonTaskDefinitionArn: 'arn',
      clusterArn: new ecs.CfnCluster(stack, 'Cluster').attrArn,
      daemonName: undefined as never,
    });
    // WHEN
    new DaemonDeploymentRollbackFailedRule(stack, 'Alert', { daemons: [daemon], targets: subscribedTarget(stack) });
    // THEN
    expect(annotationsIn(stack)).toEqual([
      `info /Stack/Alert ${WAITS}. Give the daemon a literal name, or use daemonNames together with clusters. [ack: cdk-ecs-event-rules:ruleDependsOnDaemon]`,
    ]);
  });

  test.each(['serviceAction', 'taskStateChange'] as const)('that %s excludes is a warning: the whole rule misses what happens before', (factory) => {
    const stack = stackUnderTest();
    const pattern = EcsEventPattern[factory]({ clusterNames: ['prod'], excludedServices: [service(stack)] });
    new EcsEventRule(stack, 'Alert', { pattern, targets: subscribedTarget(stack) });
    expect(annotationsIn(stack).filter((text) => text.includes('ruleDependsOn'))).toEqual([
      'warning /Stack/Alert Stack/Web has no literal name, so the rule that excludes it refers to it and is created after it is stable. Until then the rule misses'
      + ' the events of every other service, such as those of its first deployment. Give the service a literal name, or use excludedServiceNames together with'
      + ' clusters. [ack: cdk-ecs-event-rules:ruleDependsOnService]',
    ]);
  });

  test('is reported once for a service that several parts of the pattern name', () => {
    const stack = stackUnderTest();
    const services = [service(stack)];
    const pattern = EcsEventPattern.anyOf(EcsEventPattern.serviceAction({ services }), EcsEventPattern.serviceDeploymentStateChange({ services }));
    new EcsEventRule(stack, 'Alert', { pattern, targets: subscribedTarget(stack) });
    expect(annotationsIn(stack)).toHaveLength(1);
  });

  test.each([
    ['ruleDependsOnService', EcsEventPattern.serviceAction],
    ['hookRuleDependsOnService', EcsEventPattern.hookStateChange],
  ])('is reported for a service of another stack as for one of the same stack: %s', (id, about) => {
    // GIVEN
    const stack = stackUnderTest();
    const services = [service(new Stack(stack.node.root, 'Services'))];
    // WHEN
    new EcsEventRule(stack, 'Alert', { pattern: about({ services }), targets: subscribedTarget(stack) });
    // THEN
    expect(annotationsIn(stack)).toEqual([expect.stringMatching(`^(info|warning) /Stack/Alert Services/Web has no literal name, .* \\[ack: cdk-ecs-event-rules:${id}\\]$`)]);
  });

  test('is an info of the first rule about a service only, in whichever stack, and a warning of each rule about its hooks', () => {
    // GIVEN
    const stack = stackUnderTest();
    const later = new Stack(stack.node.root, 'Later');
    const services = [service(stack)];
    const targets = subscribedTarget(stack);
    // WHEN
    new EcsEventRule(stack, 'Alert', { pattern: EcsEventPattern.serviceAction({ services }), targets });
    new EcsEventRule(stack, 'Second', { pattern: EcsEventPattern.serviceDeploymentStateChange({ services }), targets });
    new EcsEventRule(later, 'Third', { pattern: EcsEventPattern.taskStateChange({ services }), targets: subscribedTarget(later) });
    ['Hooks', 'MoreHooks'].forEach((id) => new EcsEventRule(stack, id, { pattern: EcsEventPattern.hookStateChange({ services }), targets }));
    // THEN
    const idsOf = (of: Stack) => annotationsIn(of).flatMap((text) => /^\w+ (\S+) .*:(\w*[rR]uleDependsOnService)\]$/.exec(text)?.slice(1).join(' ') ?? []);
    expect(idsOf(stack)).toEqual(['/Stack/Hooks hookRuleDependsOnService', '/Stack/MoreHooks hookRuleDependsOnService', '/Stack/Alert ruleDependsOnService']);
    expect(idsOf(later)).toEqual([]);
  });

  test('can be acknowledged', () => {
    const stack = stackUnderTest();
    const rule = new EcsEventRule(stack, 'Alert', { pattern: EcsEventPattern.serviceAction({ services: [service(stack)] }), targets: subscribedTarget(stack) });
    Annotations.of(rule).acknowledgeInfo('cdk-ecs-event-rules:ruleDependsOnService');
    expect(annotationsIn(stack)).toEqual([]);
  });
});

describe('T41: nothing is reported', () => {
  test('of a service with a name, to whose creation the rule does not wait', () => {
    const stack = stackUnderTest();
    new EcsEventRule(stack, 'Alert', { pattern: EcsEventPattern.hookStateChange({ services: [service(stack, 'web')] }), targets: subscribedTarget(stack) });
    expect(annotationsIn(stack)).toEqual([]);
    expect(JSON.stringify(rulesIn(stack)[0].EventPattern)).toMatch(/:service\/prod\/web"/);
    expect(JSON.stringify(rulesIn(stack)[0].EventPattern)).not.toContain('"Web"');
  });
});
