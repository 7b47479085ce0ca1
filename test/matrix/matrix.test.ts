import { Template } from 'aws-cdk-lib/assertions';
import { CONSTRUCTS } from './constructs';
import { matrixApps } from './matrix';
import { PATTERN_FACTORIES } from '../../src/patterns/pattern-factories';
import { EventBusSimulator, SampleEvent } from '../../src/testing';
import { warningsOf } from '../traps/annotations';

/** What `CreateStack` takes. */
const MAX_TEMPLATE_LENGTH = 51_200;

test('every factory of a pattern is in it, and several patterns at once', () => {
  expect(CONSTRUCTS.map(({ factory }) => factory)).toEqual([...Object.keys(PATTERN_FACTORIES), 'anyOf']);
});

describe.each(matrixApps().map((app) => [app.name, app] as const))('%s', (_name, { stack, isEncrypted }) => {
  test('is deployed in one request, without a warning', () => {
    expect(JSON.stringify(Template.fromStack(stack).toJSON()).length).toBeLessThan(MAX_TEMPLATE_LENGTH);
    expect(warningsOf(stack)).toEqual([]);
  });

  test('matches some sample events and not others, and everything arrives, with or without keys', () => {
    const bus = EventBusSimulator.fromStack(stack);
    const outcomes = SampleEvent.all().map((sample) => bus.send(sample));
    const matched = outcomes.filter(({ delivered }) => delivered.length > 0).length;
    expect(matched).toBeGreaterThan(0);
    expect(matched).toBeLessThan(outcomes.length);
    expect(outcomes.flatMap(({ undelivered }) => undelivered)).toEqual([]);
    expect(Object.keys(Template.fromStack(stack).findResources('AWS::KMS::Key'))).toHaveLength(isEncrypted ? 1 : 0);
  });
});
