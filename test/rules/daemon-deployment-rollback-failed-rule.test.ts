import * as ecs from 'aws-cdk-lib/aws-ecs';
import { itPassesTheOptionsOn } from './rule-options';
import { rulesIn, stackUnderTest } from './stack-under-test';
import { DaemonDeploymentRollbackFailedRule } from '../../src/rules/daemon-deployment-rollback-failed-rule';
import { EcsEventRule } from '../../src/rules/ecs-event-rule';

itPassesTheOptionsOn((scope, options) => new DaemonDeploymentRollbackFailedRule(scope, 'Alert', options));

test('without props it matches every failed rollback of a daemon of the account', () => {
  // GIVEN
  const stack = stackUnderTest();
  // WHEN
  const rule = new DaemonDeploymentRollbackFailedRule(stack, 'Alert');
  // THEN
  expect(rule).toBeInstanceOf(EcsEventRule);
  expect(rulesIn(stack)[0].EventPattern).toEqual({
    'source': ['aws.ecs'],
    'detail-type': ['ECS Daemon Deployment State Change'],
    'detail': { eventName: ['DAEMON_DEPLOYMENT_ROLLBACK_FAILED'] },
  });
});

test('clusters and names of daemons are props', () => {
  // GIVEN
  const stack = stackUnderTest();
  const cluster = new ecs.Cluster(stack, 'Cluster', { clusterName: 'prod' });
  // WHEN
  new DaemonDeploymentRollbackFailedRule(stack, 'Alert', { clusters: [cluster], daemonNames: ['log-agent'] });
  // THEN
  const [{ EventPattern: { detail } }] = rulesIn(stack);
  expect(Object.keys(detail).sort()).toEqual(['daemonArn', 'eventName']);
  expect(JSON.stringify(detail.daemonArn)).toContain('/log-agent');
});

test('a filter of another event is an error with the path of the rule', () => {
  const stack = stackUnderTest();
  expect(() => new DaemonDeploymentRollbackFailedRule(stack, 'Alert', { failureTypes: [] } as never))
    .toThrow('[Stack/Alert] failureTypes: this event has no such filter, got []. It can be filtered by ');
});
