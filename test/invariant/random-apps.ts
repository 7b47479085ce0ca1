import * as fc from '../random';
import { compositions } from './arbitrary';
import { titleOf } from './composition';
import type { Composition } from './composition';
import { violationsOf } from './violations';

/** How many random apps are tried. */
const APPS = Number(process.env.INVARIANT_APPS ?? 2000);
/** Another seed tries other apps. */
const SEED = Number(process.env.INVARIANT_SEED ?? 20261126);

/** The files among which the random apps are divided, so that they are tried in parallel. */
const FILES = 4;

/** All random apps. */
export function randomApps(): Composition[] {
  return fc.sample(compositions, { numRuns: APPS, seed: SEED });
}

/** Tries every fourth random app. */
export function tryRandomApps(file: number): void {
  const apps = randomApps().filter((_app, at) => at % FILES === file);
  test(`in each of ${apps.length} of ${APPS} random apps, what is not delivered is reported, and what is not reported is delivered`, () => {
    const violations = apps.flatMap((composition) => violationsOf(composition).map((violation) => `${titleOf(composition)}: ${violation}`));
    expect(violations).toEqual([]);
  });
}
