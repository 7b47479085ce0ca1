import { compositionOf, PLANTED, reaches } from './planted';
import { randomApps } from './random-apps';
import { violationsOf } from './violations';

describe('a fault is reported, and what is none is not', () => {
  test.each(PLANTED)('$title', (planted) => {
    expect(violationsOf(compositionOf(planted), planted)).toEqual([]);
  });
});

test('the random apps have every planted fault in them', () => {
  const random = randomApps();
  expect(PLANTED.filter((planted) => !random.some((composition) => reaches(composition, planted))).map(({ title }) => title)).toEqual([]);
});
