import { EVENT } from './rendered';
import { JsonPath } from '../../../src/engine/input/json-path';

test.each([
  ['$', EVENT],
  ['$.detail-type', 'ECS Service Action'],
  ['$.detail.nothing', null],
  ['$.detail.empty', ''],
  ['$.detail.none', undefined],
  ['$.detail.none.deeper', undefined],
  ['$.resources[1]', 'arn:2'],
  ['$.resources[2]', undefined],
  ['$.detail.reason.length', undefined],
  ['$.resources.length', undefined],
  ['$.detail[0]', undefined],
])('%s', (path, value) => {
  const { assumption, misunderstood } = new JsonPath(path);
  expect(new JsonPath(path).valueIn(EVENT)).toEqual(value);
  expect([assumption, misunderstood]).toEqual([undefined, undefined]);
});

test.each([
  ["$.detail['reason']", 'RESOURCE:CPU', "the path $.detail['reason'] is understood, although AWS documents names behind dots only"],
  ['$["detail"]["nested"].a[0]', 'x', 'the path $["detail"]["nested"].a[0] is understood, although AWS documents names behind dots only'],
  ['$.detail.list[*].n', [1, 2], 'the path $.detail.list[*].n gives a list: AWS does not document what * gives'],
  ['$.detail.nested.*', [['x']], 'the path $.detail.nested.* gives a list: AWS does not document what * gives'],
  ['$.detail.*.a', [['x']], 'the path $.detail.*.a gives a list: AWS does not document what * gives'],
  ['$.detail.count.*', [], 'the path $.detail.count.* gives a list: AWS does not document what * gives'],
])('%s, if something is taken for granted', (path, value, assumption) => {
  expect(new JsonPath(path).valueIn(EVENT)).toEqual(value);
  expect(new JsonPath(path).assumption).toBe(assumption);
});

test.each([
  ['detail', 'does not start with $'],
  ['$.detail[?(@.x)]', 'is not understood at "[?(@.x)]": only .name, [0] and * are'],
  ['$.detail.', 'is not understood at ".": only .name, [0] and * are'],
])('%s leads to nothing', (path, why) => {
  expect(new JsonPath(path).valueIn(EVENT)).toBeUndefined();
  expect(new JsonPath(path).misunderstood).toBe(why);
});
