import { valueAt } from '../../../src/testing/input/json-path';
import { renderInput } from '../../../src/testing/input/target-input';
import type { TargetInput } from '../../../src/testing/input/target-input';

const EVENT = {
  'id': '1',
  'time': '2026-03-24T12:00:00Z',
  'detail-type': 'ECS Service Action',
  'resources': ['arn:1', 'arn:2'],
  'detail': {
    reason: 'RESOURCE:CPU',
    count: 3,
    on: true,
    nothing: null,
    nested: { a: ['x'] },
    says: 'a "b"\nc',
    list: [{ n: 1 }, { n: 2 }],
  },
};
const RULE = { name: 'my-rule', arn: 'arn:aws:events:us-east-1:123456789012:rule/my-rule' };
const body = (input: TargetInput) => renderInput(input, EVENT, RULE);
const transformed = (InputTemplate: string, InputPathsMap?: { [name: string]: string }) => (
  body({ InputTransformer: { InputTemplate, InputPathsMap } })
);

describe('without a transformer', () => {
  test('a target without input receives the event', () => {
    expect(JSON.parse(body({}))).toEqual(EVENT);
  });

  test('a constant input is sent as it is', () => {
    expect(body({ Input: '{"a": 1}' })).toBe('{"a": 1}');
  });

  test('a path sends a part of the event', () => {
    expect(body({ InputPath: '$.detail.nested' })).toBe('{"a":["x"]}');
    expect(body({ InputPath: '$.detail.reason' })).toBe('"RESOURCE:CPU"');
    expect(body({ InputPath: '$.detail.missing' })).toBe('');
  });
});

describe('an input transformer', () => {
  test('inserts strings without quotes inside of quotes', () => {
    expect(transformed('"because <r>!"', { r: '$.detail.reason' })).toBe('"because RESOURCE:CPU!"');
  });

  test('inserts JSON where the placeholder stands alone', () => {
    const template = '{"r": <r>, "c": <c>, "o": <o>, "n": <n>, "x": <x>}';
    const paths = { r: '$.detail.reason', c: '$.detail.count', o: '$.detail.on', n: '$.detail.nothing', x: '$.detail.nested' };
    expect(JSON.parse(transformed(template, paths))).toEqual({ r: 'RESOURCE:CPU', c: 3, o: true, n: null, x: { a: ['x'] } });
  });

  test('inserts values of other types into quotes without their own quotes', () => {
    expect(transformed('"<c> <o> <x>"', { c: '$.detail.count', o: '$.detail.on', x: '$.detail.nested' })).toBe('"3 true {a:[x]}"');
  });

  test('inserts open text into quotes unescaped, and escaped where it stands alone', () => {
    expect(transformed('{"a": "<s>"}', { s: '$.detail.says' })).toBe('{"a": "a "b"\nc"}');
    expect(JSON.parse(transformed('{"a": <s>}', { s: '$.detail.says' }))).toEqual({ a: 'a "b"\nc' });
  });

  test('leaves out what the event does not have', () => {
    expect(transformed('"<m>."', { m: '$.detail.missing' })).toBe('"."');
    expect(transformed('{"m": <m>}', { m: '$.detail.missing.deeper' })).toBe('{"m": }');
  });

  test('keeps the lines of several strings with their quotes', () => {
    expect(transformed('"one <r>"\n"two <c>"', { r: '$.detail.reason', c: '$.detail.count' })).toBe('"one RESOURCE:CPU"\n"two 3"');
  });

  test('is not misled by escaped quotes', () => {
    expect(transformed('"a \\"<r>\\" b" <r>', { r: '$.detail.reason' })).toBe('"a \\"RESOURCE:CPU\\" b" "RESOURCE:CPU"');
  });

  test('knows the reserved variables, which nothing overrides', () => {
    expect(transformed('"<aws.events.rule-name> <aws.events.rule-arn> <aws.events.event.ingestion-time>"', { 'aws.events.rule-name': '$.id' }))
      .toBe(`"my-rule ${RULE.arn} 2026-03-24T12:00:00Z"`);
    expect(JSON.parse(transformed('<aws.events.event.json>'))).toEqual(EVENT);
    const { detail: _detail, ...envelope } = EVENT;
    expect(JSON.parse(transformed('{"e": <aws.events.event>}'))).toEqual({ e: envelope });
  });

  test('leaves alone what is no variable', () => {
    expect(transformed('"a < b > c <unknown>"')).toBe('"a < b > c <unknown>"');
  });
});

describe('a path', () => {
  test.each([
    ['$', EVENT],
    ['$.detail-type', 'ECS Service Action'],
    ['$.resources[1]', 'arn:2'],
    ['$.resources[2]', undefined],
    ["$.detail['reason']", 'RESOURCE:CPU'],
    ['$["detail"]["nested"].a[0]', 'x'],
    ['$.detail.list[*].n', [1, 2]],
    ['$.detail.nested.*', [['x']]],
    ['$.detail.reason.length', undefined],
    ['$.resources.length', undefined],
    ['$.detail[0]', undefined],
  ])('%s', (path, value) => {
    expect(valueAt(path, EVENT)).toEqual(value);
  });

  test('that is not understood is an error', () => {
    expect(() => valueAt('detail', EVENT)).toThrow('the path "detail" must start with $');
    expect(() => valueAt('$.detail[?(@.x)]', EVENT)).toThrow('the path "$.detail[?(@.x)]" is not understood at "[?(@.x)]"');
  });
});
