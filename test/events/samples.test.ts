import { CATALOGUE } from '../../src/events/catalogue';

const derived = CATALOGUE.flatMap(({ detailType, events }) => events.flatMap(({ samples }) =>
  samples.filter(({ origin }) => origin === 'derived').map((sample) => [detailType, sample] as const)));

test.each(derived)('%s: the sample that AWS does not print changes on purpose only, as tests of users are made with it', (_detailType, sample) => {
  expect(sample).toMatchSnapshot();
});
