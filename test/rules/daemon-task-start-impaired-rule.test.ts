import { itPassesTheOptionsOn } from './rule-options';
import { IRELAND, rulesIn, stackUnderTest } from './stack-under-test';
import { DaemonTaskFailureType } from '../../src/filters/daemon-task-failure-type';
import { FailureReason } from '../../src/filters/failure-reason';
import { DaemonTaskStartImpairedRule } from '../../src/rules/daemon-task-start-impaired-rule';
import { EcsEventRule } from '../../src/rules/ecs-event-rule';

itPassesTheOptionsOn((scope, options) => new DaemonTaskStartImpairedRule(scope, 'Alert', options));

test('without props it matches every daemon task of the account that does not start', () => {
  // GIVEN
  const stack = stackUnderTest();
  // WHEN
  const rule = new DaemonTaskStartImpairedRule(stack, 'Alert');
  // THEN
  expect(rule).toBeInstanceOf(EcsEventRule);
  expect(rulesIn(stack)[0].EventPattern).toEqual({
    'source': ['aws.ecs'],
    'detail-type': ['ECS Daemon Service Action'],
    'detail': { eventName: ['DAEMON_TASK_START_IMPAIRED'] },
  });
});

test('every filter of the pattern is a prop', () => {
  // GIVEN
  const stack = stackUnderTest(IRELAND);
  // WHEN
  new DaemonTaskStartImpairedRule(stack, 'Alert', {
    clusterNames: ['prod'],
    daemonNames: ['log-agent'],
    accounts: [IRELAND.account],
    regions: [IRELAND.region],
    capacityProviderNames: ['gpu'],
    failureTypes: [DaemonTaskFailureType.TASK_CREATION_FAILED],
    reasons: [FailureReason.RESOURCE_CPU, FailureReason.RESOURCE_MEMORY],
    additionalPattern: { detail: { containerInstanceArn: [{ exists: true }] } },
  });
  // THEN
  expect(rulesIn(stack)[0].EventPattern).toEqual({
    'source': ['aws.ecs'],
    'detail-type': ['ECS Daemon Service Action'],
    'account': [IRELAND.account],
    'region': [IRELAND.region],
    'detail': {
      eventName: ['DAEMON_TASK_START_IMPAIRED'],
      daemonArn: ['arn:aws:ecs:eu-west-1:111122223333:daemon/prod/log-agent'],
      capacityProviderName: ['gpu'],
      failureType: ['TASK_CREATION_FAILED'],
      reason: [{ prefix: 'RESOURCE:CPU' }, { prefix: 'RESOURCE:MEMORY' }],
      containerInstanceArn: [{ exists: true }],
    },
  });
});

test('a filter of another event is an error with the path of the rule', () => {
  const stack = stackUnderTest();
  expect(() => new DaemonTaskStartImpairedRule(stack, 'Alert', { serviceNames: ['web'] } as never))
    .toThrow('[Stack/Alert] serviceNames: this event has no such filter, got ["web"]. It can be filtered by ');
});
