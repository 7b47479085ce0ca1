import * as fc from 'fast-check';
import { compositions } from './arbitrary';
import { titleOf } from './composition';
import { PLANTED, compositionOf, reaches } from './planted';
import { violationsOf } from './violations';

/** How many random apps are tried. */
const APPS = Number(process.env.INVARIANT_APPS ?? 2000);
/** Another seed tries other apps. */
const SEED = Number(process.env.INVARIANT_SEED ?? 20261126);

const random = fc.sample(compositions, { numRuns: APPS, seed: SEED });

describe('a fault is reported, and what is none is not', () => {
  test.each(PLANTED)('$title', (planted) => {
    expect(violationsOf(compositionOf(planted), planted)).toEqual([]);
  });
});

test(`in each of ${APPS} random apps, what is not delivered is reported, and without a report it is delivered`, () => {
  const violations = random.flatMap((composition) => violationsOf(composition).map((violation) => `${titleOf(composition)}: ${violation}`));
  expect(violations).toEqual([]);
});

test('the random apps have every planted fault in them', () => {
  expect(PLANTED.filter((planted) => !random.some((composition) => reaches(composition, planted))).map(({ title }) => title)).toEqual([]);
});
