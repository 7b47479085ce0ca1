import { Stack } from 'aws-cdk-lib';
import { Template } from 'aws-cdk-lib/assertions';
import * as ecs from 'aws-cdk-lib/aws-ecs';
import type * as events from 'aws-cdk-lib/aws-events';
import * as sns from 'aws-cdk-lib/aws-sns';
import { IRELAND, rulesIn, stackUnderTest } from './stack-under-test';
import { ServiceActionEventType } from '../../src/filters/service-action-event-type';
import { EcsEventPattern } from '../../src/patterns/ecs-event-pattern';
import { EcsEventRule } from '../../src/rules/ecs-event-rule';
import { driftOf } from '../../src/rules/rule-checks';
import { SnsPublish } from '../../src/targets/sns-publish';

const WARNINGS_OF_PROD = EcsEventPattern.serviceAction({ clusterNames: ['prod'], eventTypes: [ServiceActionEventType.WARN] });

/** Synthesizes a rule to whose first EventBridge rule a pattern was added. */
function synthesizeWith(added: events.EventPattern, pattern = WARNINGS_OF_PROD): unknown {
  const stack = stackUnderTest(IRELAND);
  const rule = new EcsEventRule(stack, 'Alert', { pattern, targets: [new SnsPublish(new sns.Topic(stack, 'Topic'))] });
  rule.rules[0].addEventPattern(added);
  return rulesIn(stack)[0].EventPattern;
}

function message(path: string, rule = 'Stack/Alert/Rule'): string {
  return `[Stack/Alert] rules[…].addEventPattern(): it changed the condition of ${rule} on ${path}.`
    + ' EventBridge combines two conditions on one field with OR, which widens the rule. Use the filter of that field, or additionalPattern, which only narrows.';
}

describe('T18: an added pattern that widens is an error at synthesis', () => {
  test.each<[string, events.EventPattern, string]>([
    ['another severity', { detail: { eventType: ['INFO'] } }, 'detail.eventType'],
    ['another cluster', { detail: { clusterArn: ['arn:aws:ecs:eu-west-1:111122223333:cluster/dev'] } }, 'detail.clusterArn'],
    ['another source', { source: ['my.app'] }, 'source'],
    ['another detail type', { detailType: ['ECS Task State Change'] }, 'detail-type'],
    ['several fields', { source: ['my.app'], detail: { eventType: ['INFO'] } }, 'source, detail.eventType'],
  ])('%s', (_what, added, path) => {
    expect(() => synthesizeWith(added)).toThrow(message(path));
  });

  test('a field of ours in a branch of a $or, which replaces the condition next to it', () => {
    expect(() => synthesizeWith({ detail: { $or: [{ eventType: ['INFO'] }, { desiredCount: [0] }] } } as never)).toThrow(message('detail.eventType'));
  });

  test('a field of ours in a branch of a $or within a branch', () => {
    const nested = { $or: [{ desiredCount: [0] }, { $or: [{ eventType: ['INFO'] }, { containerPort: [80] }] }] };
    expect(() => synthesizeWith({ detail: nested } as never)).toThrow(message('detail.eventType'));
  });

  test('a field next to a $or of the library that is in its branches', () => {
    // GIVEN
    const stack = stackUnderTest(IRELAND);
    const services = ['one', 'two'].map((name) => ecs.FargateService.fromFargateServiceAttributes(stack, name, {
      serviceName: `service-${name}`,
      cluster: ecs.Cluster.fromClusterAttributes(stack, `Cluster-${name}`, { clusterName: name, vpc: undefined as never }),
    }) as ecs.IService);
    const pattern = EcsEventPattern.taskStateChange({ services });
    expect(pattern.toEventPattern().detail).toHaveProperty('$or');
    // THEN
    expect(() => synthesizeWith({ detail: { group: ['service:other'] } }, pattern)).toThrow(message('detail.group'));
    expect(() => synthesizeWith({ detail: { $or: [{ group: ['service:other'] }, { group: ['x'] }] } } as never, pattern)).toThrow(message('detail.$or'));
  });

  test('on any of the rules', () => {
    // GIVEN
    const stack = stackUnderTest(IRELAND);
    const targets = Array.from({ length: 6 }, (_, i) => new SnsPublish(new sns.Topic(stack, `Topic${i}`)));
    const rule = new EcsEventRule(stack, 'Alert', { pattern: WARNINGS_OF_PROD, targets });
    // WHEN
    rule.rules[1].addEventPattern({ detail: { eventType: ['INFO'] } });
    // THEN
    expect(() => Template.fromStack(stack)).toThrow(message('detail.eventType', 'Stack/Alert/RuleTargets2'));
  });
});

describe('T18: an added pattern that narrows is none', () => {
  test('a new field', () => {
    expect(synthesizeWith({ detail: { reason: ['RESOURCE:CPU'] }, region: ['eu-west-1'] })).toMatchObject({
      region: ['eu-west-1'],
      detail: { eventType: ['WARN'], reason: ['RESOURCE:CPU'] },
    });
  });

  test('a $or of new fields, next to a condition or above it', () => {
    const fields = [{ desiredCount: [0] }, { containerPort: [80] }];
    expect(() => synthesizeWith({ detail: { $or: fields } } as never)).not.toThrow();
    expect(driftOf({ detail: { eventType: ['WARN'] } }, { detail: { eventType: ['WARN'] }, $or: fields.map((detail) => ({ detail })) })).toEqual([]);
  });

  test('the same pattern again', () => {
    const pattern = WARNINGS_OF_PROD.toEventPattern();
    expect(() => synthesizeWith({ source: pattern.source, detailType: pattern.detailType })).not.toThrow();
  });
});

test('conditions that refer to another stack are not mistaken for a change', () => {
  // GIVEN
  const stack = stackUnderTest(IRELAND);
  const cluster = new ecs.CfnCluster(new Stack(stack.node.root, 'Clusters', { env: IRELAND }), 'Cluster');
  // WHEN
  new EcsEventRule(stack, 'Alert', { pattern: EcsEventPattern.serviceAction({ clusters: [cluster] }), targets: [new SnsPublish(new sns.Topic(stack, 'Topic'))] });
  // THEN
  expect(JSON.stringify(rulesIn(stack)[0].EventPattern)).toContain('Fn::ImportValue');
});

test('a condition that was taken away is a change', () => {
  expect(driftOf({ detail: { eventType: ['WARN'] } }, { source: ['aws.ecs'] })).toEqual(['detail']);
  expect(driftOf({ detail: { eventType: ['WARN'] } }, { detail: { eventType: { 0: 'WARN' } } })).toEqual(['detail.eventType']);
  expect(driftOf({ detail: { eventType: ['WARN'] } }, { detail: ['WARN'] })).toEqual(['detail']);
});
