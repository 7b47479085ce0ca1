import { CATALOG } from '../../src/events/catalog';

const unprinted = CATALOG.flatMap(({ detailType, events }) => events.flatMap(({ samples }) =>
  samples.filter(({ origin }) => origin !== 'aws').map((sample) => [detailType, sample.title, sample] as const)));

test.each(unprinted)('%s, %s: what AWS does not print changes on purpose only, as tests of users are made with it', (_detailType, _title, sample) => {
  expect(sample).toMatchSnapshot();
});
