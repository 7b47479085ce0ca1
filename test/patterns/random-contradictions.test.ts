import * as fc from '../random';
import { compiledIn, RULE_ENVIRONMENTS } from './compiled-pattern';
import { matching } from './deployed-pattern';
import { rows } from './factories';
import type { Factory } from './factories';
import { isMeant } from './meant-event';
import { randomEvent } from './random-event';
import { ACCOUNTS, NAMES, randomFilters, REGIONS } from './random-filters';
import type { PatternJson } from '../../src/patterns/conditions/condition';
import { ValidationError } from '../../src/validation/validation-error';

const RUNS = Number(process.env.PATTERN_RUNS ?? 250);
const SEED = Number(process.env.PATTERN_SEED ?? 20261127);

const TYPES = ['service', 'daemon', 'task', 'container-instance'];

const PARTS = {
  region: fc.constantFrom(...REGIONS),
  account: fc.constantFrom(...ACCOUNTS),
  type: fc.constantFrom(...TYPES),
  cluster: fc.constantFrom(...NAMES.cluster),
};

/** An ARN of something in a cluster, a beginning of it, or the short ARN of a service. */
const ARN = fc.record({ ...PARTS, form: fc.nat(4) })
  .map(({ region, account, type, cluster, form }) => {
    const head = `arn:${region.startsWith('cn-') ? 'aws-cn' : 'aws'}:ecs:${region}:${account}:`;
    return [`${head}${type}/${cluster}/web`, { prefix: `${head}${type}/${cluster}/` }, { prefix: `${head}${type}/${cluster}` }, { prefix: head }, `${head}service/web`][form];
  });

/** A condition on an account, a Region, or an ARN, which no filter has a condition on. */
const ADDED: fc.Arbitrary<PatternJson> = fc.oneof(
  fc.array(fc.constantFrom(...ACCOUNTS), { minLength: 1, maxLength: 2 }).map((account) => ({ account })),
  fc.array(fc.constantFrom<unknown>(...REGIONS, { prefix: 'us-' }, { prefix: 'cn-' }), { minLength: 1, maxLength: 2 }).map((region) => ({ region })),
  fc.array(ARN, { minLength: 1, maxLength: 2 }).map((resources) => ({ resources })),
  ...['clusterArn', 'taskArn', 'containerInstanceArn'].map((field) => fc.array(ARN, { minLength: 1, maxLength: 2 }).map((arns) => ({ detail: { [field]: arns } }))),
);

/** The error for conditions that no event meets together; none for other errors, which other tests cover. */
function contradictionOf(factory: Factory, filters: object, environment: typeof RULE_ENVIRONMENTS[0]): ValidationError | 'none' | 'other' {
  try {
    compiledIn(environment, factory.create(filters));
    return 'none';
  } catch (error) {
    return error instanceof ValidationError && error.message.includes('it requires another') ? error : 'other';
  }
}

test.each(rows())('T44: what %s refuses as a contradiction matches no event that the filters mean', (_name, factory) => {
  const found = { contradictions: 0, accepted: 0 };

  const randomEvents = fc.array(randomEvent(factory), { minLength: 20, maxLength: 20 });
  fc.assert(fc.property(randomFilters(factory, true), ADDED, randomEvents, (filters, additionalPattern, events) => {
    RULE_ENVIRONMENTS.forEach((environment) => {
      const contradiction = contradictionOf(factory, { ...filters, additionalPattern }, environment);
      found.contradictions += contradiction instanceof ValidationError ? 1 : 0;
      found.accepted += contradiction === 'none' ? 1 : 0;
      const both = contradiction instanceof ValidationError
        ? events.filter((event) => isMeant(factory, filters, event) && matching([additionalPattern], event) > 0)
        : [];
      expect({ both, contradiction: both.length > 0 && contradiction }).toEqual({ both: [], contradiction: false });
    });
  }), { numRuns: RUNS, seed: SEED });

  // Otherwise nothing was tested.
  expect(found.contradictions).toBeGreaterThan(0);
  expect(found.accepted).toBeGreaterThan(0);
});
