import { transformed } from './rendered';
import * as fc from '../../random';

/** Texts as hostile as they come: quotes, backslashes, line breaks, placeholders, brackets, any character. */
const hostile = fc.oneof(
  fc.string({ unit: 'binary' }),
  fc.array(fc.constantFrom('"', '\\', '\n', '\u0000', '<', '>', '<v>', '{', '}', '\\u003c', '\\"', 'a', '\u2028', '\ud800'), { maxLength: 12 }).map((parts) => parts.join('')),
);
const value = fc.jsonValue({ maxDepth: 3, stringUnit: 'binary' }).map((json) => JSON.parse(JSON.stringify(json)) as unknown);
const anything = fc.oneof(hostile, value);
const PATHS = { v: '$.detail.v', w: '$.detail.w' };
const filled = (template: string, v: unknown, w: unknown = '') => transformed(template, PATHS, { detail: { v, w } });

test('a placeholder without quotes is always JSON, and the very value of the event', () => {
  fc.assert(fc.property(anything, anything, (v, w) => {
    const input = filled('{"a": <v>, "b": ["x", <w>, {"c": <v>}]}', v, w);
    expect(JSON.parse(input.body)).toEqual({ a: v, b: ['x', w, { c: v }] });
    expect(input.whyNotJson()).toBeUndefined();
  }));
});

test('inside of quotes a text of the event stands as it is, and no placeholder in it is filled in', () => {
  fc.assert(fc.property(hostile, hostile, (v, w) => {
    expect(filled('{"a": "x<v>y", "b": "<w>"}', v, w).body).toBe(`{"a": "x${v}y", "b": "${w}"}`);
    expect(filled('"x<v>y"\n"<w>"', v, w).body).toBe(`"x${v}y"\n"${w}"`);
  }));
});

test('no JSON is broken that does not have to be JSON, and every broken one names the first placeholder that can have done it and where', () => {
  fc.assert(fc.property(anything, anything, (v, w) => {
    const input = filled('{"a": "<v>", "b": "<w>"}', v, w);
    const why = input.whyNotJson();
    const [, name, position] = /^the value of <(.)> at position (\d+), /.exec(why ?? '') ?? [];
    if (why === undefined) {
      return;
    }
    expect(input.mustBeJson).toBe(true);
    const culprit = name === 'v' ? v : w;
    const text = typeof culprit === 'string' ? culprit : JSON.stringify(culprit);
    expect(input.body.slice(Number(position), Number(position) + text.length)).toBe(text);
    expect(text).toMatch(/["\\\u0000-\u001f]/);
  }));
});

test('what values do to a template is never silent: where another reading of AWS gives another body, something is assumed', () => {
  fc.assert(fc.property(anything, (v) => {
    const { assumptions } = filled('{"a": "<v>", "b": <v>}', v);
    const isPlain = typeof v === 'string' ? JSON.stringify(v) === `"${v}"` : v !== null && !JSON.stringify(v).includes('"');
    expect(assumptions.length === 0).toBe(isPlain);
  }));
});

test('a text of plain values is one JSON string', () => {
  fc.assert(fc.property(fc.stringMatching(/^[A-Za-z0-9 :./_-]*$/), fc.integer(), (v, w) => {
    expect(JSON.parse(filled('"<v> and <w>"', v, w).body)).toBe(`${v} and ${w}`);
  }));
});
