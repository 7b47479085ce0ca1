import { Annotations, Stack } from 'aws-cdk-lib';
import * as ecs from 'aws-cdk-lib/aws-ecs';
import { annotationsIn, rulesIn, stackUnderTest, subscribedTopic } from './stack-under-test';
import { EcsEventPattern } from '../../src/patterns/ecs-event-pattern';
import { DaemonDeploymentRollbackFailedRule } from '../../src/rules/daemon-deployment-rollback-failed-rule';
import { EcsEventRule } from '../../src/rules/ecs-event-rule';
import { SnsPublish } from '../../src/targets/sns-publish';
import { warningsOf } from '../traps/annotations';

const WAITS = 'Stack/Web has no literal name, so the rule refers to it and is created after it is stable: the rule misses its first deployment';

/** A service in a stack, as CloudFormation knows it. */
function service(scope: Stack, serviceName?: string): ecs.CfnService {
  return new ecs.CfnService(scope, 'Web', { cluster: 'prod', serviceName });
}

function told(scope: Stack): SnsPublish[] {
  return [new SnsPublish(subscribedTopic(scope))];
}

describe('T41: a service or daemon without a name, in the stack of the rule', () => {
  test('is an info for a service', () => {
    const stack = stackUnderTest();
    new EcsEventRule(stack, 'Alert', { pattern: EcsEventPattern.serviceAction({ services: [service(stack)] }), targets: told(stack) });
    expect(annotationsIn(stack)).toEqual([
      `info /Stack/Alert ${WAITS}. Give the service a literal name, or use serviceNames together with clusters. [ack: cdk-ecs-event-rules:ruleDependsOnService]`,
    ]);
  });

  test('is a warning for hooks, where a deployment can wait for an alert that cannot come', () => {
    const stack = stackUnderTest();
    new EcsEventRule(stack, 'Alert', { pattern: EcsEventPattern.hookStateChange({ services: [service(stack)] }), targets: told(stack) });
    expect(annotationsIn(stack)).toEqual([
      `warning /Stack/Alert ${WAITS}, and a deployment that waits in a hook for somebody to act waits unheard.`
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
    new DaemonDeploymentRollbackFailedRule(stack, 'Alert', { daemons: [daemon], targets: told(stack) });
    // THEN
    expect(annotationsIn(stack)).toEqual([
      `info /Stack/Alert ${WAITS}. Give the daemon a literal name, or use daemonNames together with clusters. [ack: cdk-ecs-event-rules:ruleDependsOnDaemon]`,
    ]);
  });

  test('is said once for a service that several parts of the pattern name', () => {
    const stack = stackUnderTest();
    const services = [service(stack)];
    const pattern = EcsEventPattern.anyOf(EcsEventPattern.serviceAction({ services }), EcsEventPattern.serviceDeploymentStateChange({ services }));
    new EcsEventRule(stack, 'Alert', { pattern, targets: told(stack) });
    expect(annotationsIn(stack)).toHaveLength(1);
  });

  test('can be acknowledged', () => {
    const stack = stackUnderTest();
    const rule = new EcsEventRule(stack, 'Alert', { pattern: EcsEventPattern.serviceAction({ services: [service(stack)] }), targets: told(stack) });
    Annotations.of(rule).acknowledgeInfo('cdk-ecs-event-rules:ruleDependsOnService');
    expect(annotationsIn(stack)).toEqual([]);
  });
});

describe('T41: nothing is said', () => {
  test('of a service with a name, to whose creation the rule does not wait', () => {
    const stack = stackUnderTest();
    new EcsEventRule(stack, 'Alert', { pattern: EcsEventPattern.hookStateChange({ services: [service(stack, 'web')] }), targets: told(stack) });
    expect(annotationsIn(stack)).toEqual([]);
    expect(JSON.stringify(rulesIn(stack)[0].EventPattern)).toMatch(/:service\/prod\/web"/);
    expect(JSON.stringify(rulesIn(stack)[0].EventPattern)).not.toContain('"Web"');
  });

  test('of a service of another stack, which is deployed before', () => {
    const stack = stackUnderTest();
    const other = new Stack(stack.node.root, 'Services');
    new EcsEventRule(stack, 'Alert', { pattern: EcsEventPattern.hookStateChange({ services: [service(other)] }), targets: told(stack) });
    expect(warningsOf(stack)).toEqual([]);
  });
});
