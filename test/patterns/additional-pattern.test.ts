import { aws_events as events, CfnParameter } from 'aws-cdk-lib';
import { deployed, matching } from './deployed-pattern';
import { rows } from './factories';
import { newStack } from './own-resources';
import { sent } from './sent-event';
import { ServiceActionEvent } from '../../src/filters/service-action-event';
import { EcsEventPattern } from '../../src/patterns/ecs-event-pattern';
import { DEPLOYED_ENVIRONMENT } from '../../src/patterns/references/environment';

const { Match } = events;
const { serviceAction, serviceDeploymentStateChange } = EcsEventPattern;
const STACK = newStack();

/** How many of the reasons match. */
function matchedReasons(matchers: unknown, reasons: unknown[]): number[] {
  const pattern = deployed([serviceAction({ additionalPattern: { detail: { reason: matchers } } }).toEventPattern()]);
  return reasons.map((reason) => matching(pattern, sent('ECS Service Action', undefined, { detail: { reason } })));
}

test.each(rows())('%s: what is added narrows', (_name, { create, entry, eventName }) => {
  const pattern = deployed([create({ clusterNames: ['prod'], additionalPattern: { detail: { note: ['x'] }, time: [{ prefix: '2' }] } as never }).toEventPattern()]);
  const count = (cluster: string, note: string) => matching(pattern, sent(entry.detailType, eventName, { cluster, detail: { note } }));

  expect([count('prod', 'x'), count('prod', 'y'), count('dev', 'x')]).toEqual([1, 0, 0]);
});

test.each<[string, unknown, number[]]>([
  ['exactString', Match.exactString('AGENT'), [1, 0, 0, 0]],
  ['prefix', Match.prefix('RESOURCE'), [0, 1, 0, 0]],
  ['suffix', Match.suffix('CPU'), [0, 1, 0, 0]],
  ['equalsIgnoreCase', Match.equalsIgnoreCase('agent'), [1, 0, 0, 0]],
  ['prefixEqualsIgnoreCase', Match.prefixEqualsIgnoreCase('resource'), [0, 1, 0, 0]],
  ['anythingBut', Match.anythingBut('AGENT'), [0, 1, 0, 1]],
  ['anythingButPrefix', Match.anythingButPrefix('RESOURCE'), [1, 0, 0, 1]],
  ['anythingButSuffix', Match.anythingButSuffix('CPU'), [1, 0, 0, 1]],
  ['exists', Match.exists(), [1, 1, 0, 1]],
  ['doesNotExist', Match.doesNotExist(), [0, 0, 1, 0]],
  ['nullValue', Match.nullValue(), [0, 0, 0, 1]],
  ['anyOf', Match.anyOf(Match.prefix('RESOURCE'), 'AGENT'), [1, 1, 0, 0]],
  ['plain JSON', [{ prefix: 'RESOURCE' }, 'AGENT'], [1, 1, 0, 0]],
])('Match.%s works in it', (_title, matchers, expected) => {
  expect(matchedReasons(matchers, ['AGENT', 'RESOURCE:CPU', undefined, null])).toEqual(expected);
});

test.each<[string, unknown, number[]]>([
  ['greaterThan', Match.greaterThan(2), [0, 1]], ['lessThanOrEqual', Match.lessThanOrEqual(2), [1, 0]],
  ['interval', Match.interval(3, 5), [0, 1]], ['equal', Match.equal(2), [1, 0]], ['a number', [3], [0, 1]],
])('numbers: %s', (_title, desiredCount, expected) => {
  const pattern = deployed([serviceAction({ additionalPattern: { detail: { desiredCount } } }).toEventPattern()]);

  expect([2, 3].map((count) => matching(pattern, sent('ECS Service Action', undefined, { detail: { desiredCount: count } })))).toEqual(expected);
});

test('a $or works in it, and array consistency holds together with filters', () => {
  const or = deployed([serviceAction({ additionalPattern: { detail: { $or: [{ reason: ['AGENT'] }, { desiredCount: [3] }] } } }).toEventPattern()]);

  expect([{ reason: 'AGENT' }, { desiredCount: 3 }, { reason: 'x' }].map((detail) => matching(or, sent('ECS Service Action', undefined, { detail })))).toEqual([1, 1, 0]);
});

test('what is known at deployment stays so', () => {
  const { valueAsString } = new CfnParameter(STACK, 'Reason', { default: 'AGENT' });

  expect(matchedReasons([valueAsString], ['AGENT', 'x'])).toEqual([1, 0]);
});

test.each<[string, EcsEventPattern, string, string]>([
  ['T35: a wildcard', serviceAction({ additionalPattern: { detail: { reason: Match.wildcard('*CPU*') } } }), 'wildcardMatcher', 'additionalPattern.detail.reason has a wildcard matcher. An event bus supports 30 rules with wildcard matchers'],
  ['T35: a wildcard inside of anything-but', serviceAction({ additionalPattern: { detail: { reason: Match.anythingButWildcard('*CPU*') } } }), 'wildcardMatcher', 'additionalPattern.detail.reason has a wildcard matcher.'],
  ['T35: a wildcard in a branch', serviceAction({ additionalPattern: { detail: { $or: [{ reason: [{ wildcard: 'a*' }] }, { desiredCount: [1] }] } } }), 'wildcardMatcher', 'additionalPattern.detail.reason'],
  ['T05: the cluster of a deployment', serviceDeploymentStateChange({ additionalPattern: { detail: { clusterArn: ['x'] } } }), 'clusterArnMayBeAbsent', 'might not have this field: neither AWS\'s samples nor 22 of 22 events recorded in 2024 have it, but events of 2025 do. Use clusters, clusterNames or clusterNamePrefixes'],
  ['T03: a deployment as service action', serviceAction({ additionalPattern: { detail: { eventName: ['SERVICE_DEPLOYMENT_FAILED'] } } }), 'deploymentEventAsServiceAction', 'AWS lists SERVICE_DEPLOYMENT_FAILED as "ECS Service Action"'],
  ['T03: the same by filter', serviceAction({ eventNames: [ServiceActionEvent.SERVICE_DEPLOYMENT_FAILED] }), 'deploymentEventAsServiceAction', 'every published sample comes as "ECS Deployment State Change". Use EcsEventPattern.serviceDeploymentStateChange()'],
])('%s is a warning', (_title, pattern, id, message) => {
  expect(pattern._findings(DEPLOYED_ENVIRONMENT)).toEqual([{ level: 'warning', id: `cdk-ecs-event-rules:${id}`, message: expect.stringContaining(message) }]);
});
