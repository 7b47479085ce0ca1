import { App, aws_events as events, Stack, Token } from 'aws-cdk-lib';
import { Template } from 'aws-cdk-lib/assertions';
import { deployed } from './deployed-pattern';
import { rows } from './factories';
import { ServiceActionEvent } from '../../src/filters/service-action-event';
import { EcsEventPattern } from '../../src/patterns/ecs-event-pattern';

/** A pattern with matchers in every list that the struct types as strings. */
const create = () => EcsEventPattern.serviceDeploymentStateChange({
  clusterNames: ['prod'], accounts: ['111122223333'], regions: ['us-east-1'], additionalPattern: { time: events.Match.prefix('2026'), id: [{ exists: true }] as never },
});
const json = (pattern: EcsEventPattern) => JSON.stringify(deployed(pattern.toEventPatterns()));

test('in the lists of the struct there are texts only, matchers as tokens: plain objects break in Python, Java and Go', () => {
  const { detail, ...lists } = create().toEventPattern();

  expect(Object.values(lists).flat().map((value) => typeof value)).toEqual(Array(7).fill('string'));
  expect(lists.resources!.every((value) => Token.isUnresolved(value))).toBe(true);
  expect(detail).toBeUndefined();
});

test.each(rows())('%s: only fields of the struct leave', (_name, { create: patternOf }) => {
  const pattern = patternOf({ clusterNames: ['prod'], accounts: ['111122223333'], regions: ['us-east-1'] }).toEventPattern();

  expect(Object.keys(pattern).filter((field) => !['source', 'detailType', 'account', 'region', 'resources', 'detail'].includes(field))).toEqual([]);
});

test('every call returns a deep copy', () => {
  const pattern = EcsEventPattern.serviceAction({ clusterNames: ['prod'], eventNames: [ServiceActionEvent.TASKS_STOPPED], additionalPattern: { detail: { reason: [{ prefix: 'x' }] } } });
  const before = json(pattern);
  const mine = pattern.toEventPattern() as { -readonly [field in keyof events.EventPattern]: any };

  mine.source.push('other');
  mine.detail.eventName.length = 0;
  mine.detail.reason[0].prefix = 'y';
  mine.region = ['eu-west-1'];

  expect(json(pattern)).toBe(before);
  expect(pattern.toEventPattern()).not.toBe(pattern.toEventPattern());
});

test('filters that are changed afterwards change nothing', () => {
  const filters = { clusterNames: ['prod'], eventNames: [ServiceActionEvent.TASKS_STOPPED], additionalPattern: { detail: { reason: ['x'] } } };
  const pattern = EcsEventPattern.serviceAction(filters);
  const before = json(pattern);

  filters.clusterNames.push('dev');
  filters.eventNames.pop();
  filters.additionalPattern.detail.reason[0] = 'y';
  Object.assign(filters, { clusterNames: ['other'] });

  expect(json(pattern)).toBe(before);
});

test('a custom rule that widens its pattern does not change the original', () => {
  const stack = new Stack(new App(), 'Stack');
  const pattern = create();
  const before = json(pattern);

  const rule = new events.Rule(stack, 'Rule', { eventPattern: pattern.toEventPattern() });
  rule.addEventPattern({ source: ['other'], resources: ['x'] });

  expect(json(pattern)).toBe(before);
  Template.fromStack(stack).hasResourceProperties('AWS::Events::Rule', { EventPattern: { source: ['aws.ecs', 'other'] } });
});

test('a custom rule and an archive take the pattern, each in its own environment', () => {
  const pattern = EcsEventPattern.serviceDeploymentStateChange({ clusterNames: ['prod'] });
  const stack = new Stack(new App(), 'Stack', { env: { region: 'cn-north-1', account: '111122223333' } });
  const eventPattern = pattern.toEventPattern();

  new events.Rule(stack, 'Rule', { eventPattern });
  new events.EventBus(stack, 'Bus').archive('Archive', { eventPattern: pattern.toEventPattern() });

  const template = Template.fromStack(stack);
  const prefix = { 'Fn::Join': ['', ['arn:', { Ref: 'AWS::Partition' }, ':ecs:', { Ref: 'AWS::Region' }, ':', { Ref: 'AWS::AccountId' }, ':service/prod/']] };
  const properties = { EventPattern: { 'source': ['aws.ecs'], 'detail-type': ['ECS Deployment State Change'], 'resources': [{ prefix }] } };
  template.hasResourceProperties('AWS::Events::Rule', properties);
  template.hasResourceProperties('AWS::Events::Archive', properties);
});

test('null in a list of the struct is a value, as EventBridge has it', () => {
  const pattern = EcsEventPattern.serviceAction({ additionalPattern: { version: [null] as never } });

  expect(deployed(pattern.toEventPatterns())[0].version).toEqual([null]);
});
