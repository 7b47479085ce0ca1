import { App, Stack } from 'aws-cdk-lib';
import * as fc from '../random';
import { FACTORIES, rows } from './factories';
import { randomFilters } from './random-filters';
import { EcsEventPattern } from '../../src/patterns/ecs-event-pattern';

const app = new App();
const SCOPES = [
  new Stack(app, 'Home', { env: { account: '111122223333', region: 'eu-west-1' } }),
  new Stack(app, 'Other', { env: { account: '123456789012', region: 'us-east-1' } }),
  new Stack(app, 'Agnostic'),
];

function outcome(create: () => EcsEventPattern): string {
  try {
    return JSON.stringify(SCOPES[0].resolve(create().toEventPatterns()));
  } catch (error) {
    return (error as Error).message;
  }
}

test.each(rows(FACTORIES))('%s accepts and refuses the same filters for a rule as without one', (_name, factory) => {
  fc.assert(fc.property(randomFilters(factory), fc.constantFrom(...SCOPES), (filters, scope) => {
    expect(outcome(() => EcsEventPattern._forRule(scope, factory.name, filters))).toBe(outcome(() => factory.create(filters)));
  }), { numRuns: 50 });
});
