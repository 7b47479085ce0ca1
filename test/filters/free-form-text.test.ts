import { CfnParameter, Stack } from 'aws-cdk-lib';
import { CATALOG } from '../../src/events/catalog';
import { DeploymentReason } from '../../src/filters/deployment-reason';
import { FailureReason } from '../../src/filters/failure-reason';
import { StoppedReason } from '../../src/filters/stopped-reason';

const CLASSES = [['FailureReason', FailureReason], ['DeploymentReason', DeploymentReason], ['StoppedReason', StoppedReason]] as const;

test.each(CLASSES)('%s.prefix() takes the beginning of a text, with spaces in it and behind it', (_name, type) => {
  expect(type.prefix('Something new: ').value).toBe('Something new: ');
  expect(String(type.prefix('Something new'))).toBe('Something new');
});

test.each(CLASSES)('%s.prefix() refuses what would match everything or nothing', (name, type) => {
  for (const wrong of ['', ' ', ' leading', '\tleading', undefined, null, 7]) {
    expect(() => type.prefix(wrong as string)).toThrow(
      `${name}.prefix: expected a prefix without leading white space, got ${wrong === undefined ? 'undefined' : JSON.stringify(wrong)}. `
      + 'An empty prefix would match every event: omit the filter instead.',
    );
  }
});

test.each(CLASSES)('%s.prefix() takes a token', (_name, type) => {
  const { valueAsString } = new CfnParameter(new Stack(), 'Reason');

  expect(type.prefix(valueAsString).value).toBe(valueAsString);
});

test.each(CLASSES)('%s has members of which none is the beginning of another', (_name, type) => {
  const texts = Object.values(type).map(({ value }) => value);

  texts.forEach((text, i) => expect(texts.filter((other, j) => i !== j && other.startsWith(text))).toEqual([]));
});

test.each([
  ['RESOURCE:CPU', FailureReason.RESOURCE_CPU, 2],
  ['RESOURCE:FARGATE', FailureReason.RESOURCE_FARGATE, 1],
  ['an image that cannot be pulled', FailureReason.CANNOT_PULL_CONTAINER, 1],
])('FailureReason for %s is what samples of AWS begin with', (_title, reason, expected) => {
  const reasons = CATALOG.flatMap(({ events }) => events.flatMap(({ samples }) => samples))
    .filter(({ origin }) => origin === 'aws').map(({ event }) => String(event.detail.reason));

  expect(reasons.filter((text) => text.startsWith(reason.value))).toHaveLength(expected);
});

test('FailureReason has the reasons of AWS\'s page about failures, spelled as there', () => {
  expect(Object.fromEntries(Object.entries(FailureReason).map(([name, { value }]) => [name, value]))).toMatchObject({
    RESOURCE_MEMORY: 'RESOURCE:MEMORY',
    RESOURCE_ENI: 'RESOURCE:ENI',
    RESOURCE_GPU: 'RESOURCE:GPU',
    RESOURCE_PORTS: 'RESOURCE:PORTS',
    AGENT: 'AGENT',
    ATTRIBUTE: 'ATTRIBUTE',
    NO_ACTIVE_INSTANCES: 'NO ACTIVE INSTANCES',
    EMPTY_CAPACITY_PROVIDER: 'EMPTY CAPACITY PROVIDER',
    MEMBER_OF_PLACEMENT_CONSTRAINT: 'MemberOf placement constraint unsatisfied',
  });
  expect(DeploymentReason.CIRCUIT_BREAKER.value).toBe('ECS deployment circuit breaker:');
});
