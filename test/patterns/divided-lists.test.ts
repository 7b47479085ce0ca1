import { compiledIn, RULE_ENVIRONMENTS } from './compiled-pattern';
import { deployed, HOME, matching } from './deployed-pattern';
import { FACTORIES } from './factories';
import { LONG_LISTS, parameter } from './long-lists';
import { sent } from './sent-event';
import { MAX_PATTERN_LENGTH } from '../../src/patterns/pattern-length';

describe.each(LONG_LISTS)('%s', (_title, name, filters, about, meant) => {
  const { create, entry, eventName } = FACTORIES.find((factory) => factory.name === name)!;

  test.each(RULE_ENVIRONMENTS.map(({ region }) => [region === HOME.region ? 'a stack with an environment' : 'a stack without one']))('an event matches one part, in %s', (stack) => {
    const environment = RULE_ENVIRONMENTS[stack.endsWith('one') ? 0 : 1];

    const { patterns } = compiledIn(environment, create(filters()));

    patterns.forEach((pattern) => expect(JSON.stringify(pattern).length).toBeLessThanOrEqual(MAX_PATTERN_LENGTH));
    expect(meant.map((each) => [each, matching(patterns, sent(entry.detailType, eventName, about(each)))])).toEqual(meant.map((each) => [each, 1]));
    expect(matching(patterns, sent(entry.detailType, eventName, about('something-else')))).toBe(0);
  });
});

test('T60: values of which each may be equal to a parameter, and which do not fit into one rule, are an error', () => {
  const many = Array.from({ length: 200 }, (_, i) => `cluster-with-a-name-${i}`);

  expect(() => deployed(FACTORIES[5].create({ clusterNames: [...many, parameter('x')] }).toEventPatterns())).toThrow(
    /expected up to 2048 characters, got \d+\. It cannot be divided .* values that may be equal at deployment, and additionalPattern go together/,
  );
});
