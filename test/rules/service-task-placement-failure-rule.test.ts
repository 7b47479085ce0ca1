import { itPassesTheOptionsOn } from './rule-options';
import { IRELAND, rulesIn, stackUnderTest } from './stack-under-test';
import { FailureReason } from '../../src/filters/failure-reason';
import { EcsEventRule } from '../../src/rules/ecs-event-rule';
import { ServiceTaskPlacementFailureRule } from '../../src/rules/service-task-placement-failure-rule';

itPassesTheOptionsOn((scope, options) => new ServiceTaskPlacementFailureRule(scope, 'Alert', options));

test('without props it matches every task of the account that cannot be placed', () => {
  // GIVEN
  const stack = stackUnderTest();
  // WHEN
  const rule = new ServiceTaskPlacementFailureRule(stack, 'Alert');
  // THEN
  expect(rule).toBeInstanceOf(EcsEventRule);
  expect(rulesIn(stack)[0].EventPattern).toEqual({
    'source': ['aws.ecs'],
    'detail-type': ['ECS Service Action'],
    'detail': { eventName: ['SERVICE_TASK_PLACEMENT_FAILURE'] },
  });
});

test('every filter of the pattern is a prop', () => {
  // GIVEN
  const stack = stackUnderTest(IRELAND);
  // WHEN
  new ServiceTaskPlacementFailureRule(stack, 'Alert', {
    clusterNames: ['prod'],
    serviceNames: ['web', 'api'],
    excludedServiceNames: ['api'],
    capacityProviderNames: ['FARGATE_SPOT'],
    reasons: [FailureReason.RESOURCE_FARGATE],
  });
  // THEN
  expect(rulesIn(stack)[0].EventPattern).toEqual({
    'source': ['aws.ecs'],
    'detail-type': ['ECS Service Action'],
    'resources': ['arn:aws:ecs:eu-west-1:111122223333:service/prod/web'],
    'detail': {
      eventName: ['SERVICE_TASK_PLACEMENT_FAILURE'],
      capacityProviderArns: ['arn:aws:ecs:eu-west-1:111122223333:capacity-provider/FARGATE_SPOT'],
      reason: [{ prefix: 'RESOURCE:FARGATE' }],
    },
  });
});

test('a filter of another event is an error with the path of the rule', () => {
  const stack = stackUnderTest();
  expect(() => new ServiceTaskPlacementFailureRule(stack, 'Alert', { daemonNames: ['log-agent'] } as never))
    .toThrow('[Stack/Alert] daemonNames: this event has no such filter, got ["log-agent"]. It can be filtered by ');
});
