import * as fc from '../random';
import { BoundMessage } from './bound-message';
import { EVERY_EVENT, patternOf } from './every-event';
import { isFreeFormText } from '../../src/events/catalog';
import type { EcsEventJson } from '../../src/events/detail-type';
import { EcsEventMessage } from '../../src/messages/ecs-event-message';
import { WORDINGS } from '../../src/messages/wording';

/** Text in which quotes, line breaks, backslashes, placeholders and emoji are frequent. */
const HOSTILE = fc.array(fc.oneof(
  fc.constantFrom('"', '\'', '\n', '\r\n', '\\', '\\"', '<reason>', '<aws.events.rule-name>', '<x>', '😀', '\u0000', '\u0001', '\u2028', '{"a":1}', '${', '$.detail'),
  fc.string({ unit: 'grapheme', maxLength: 20 }),
), { maxLength: 12 }).map((parts) => parts.join(''));

/** The fields that hold text which anybody may have written. */
const OPEN_FIELDS = [...new Set(Object.values(WORDINGS).flatMap(({ facts }) => facts.filter(({ path }) => isFreeFormText(path)).map(({ path }) => path.replace('detail.', ''))))];

/** Every sample, with the pattern that requires its free-form fields too, so that messages show them. */
const CASES = EVERY_EVENT.flatMap((kind) => kind.event.samples.map(({ event }) => {
  const open = OPEN_FIELDS.filter((field) => field in event.detail);
  const pattern = patternOf(kind);
  const detail = { ...pattern.detail, ...Object.fromEntries(open.map((field) => [field, [{ prefix: '' }]])) };
  return { name: `${kind.entry.detailType} ${event.detail.eventName ?? ''}`, event, open, pattern: { ...pattern, detail } };
}));

function withText(event: EcsEventJson, open: readonly string[], text: string): EcsEventJson {
  return { ...event, detail: { ...event.detail, ...Object.fromEntries(open.map((field) => [field, text])) } };
}

describe.each(CASES.filter(({ open }) => open.length > 0).map((one) => [`${one.name} (${one.open.join(', ')})`, one] as const))('T37: whatever is in %s', (_name, { event, open, pattern }) => {
  test('JSON stays JSON, and the value is whole', () => {
    const bound = BoundMessage.for(pattern, EcsEventMessage.json());
    fc.assert(fc.property(HOSTILE, (text) => {
      const document = bound.jsonFor(withText(event, open, text));
      open.forEach((field) => expect(document[field]).toBe(text));
    }), { numRuns: 50 });
  });

  test('a chat notification stays one, and the value is whole', () => {
    const bound = BoundMessage.for(pattern, EcsEventMessage.chat());
    fc.assert(fc.property(HOSTILE, (text) => {
      const { content, metadata } = bound.jsonFor(withText(event, open, text));
      open.forEach((field) => expect(metadata.additionalContext[field]).toBe(text));
      expect(content.nextSteps).toContain(text);
      expect(content.keywords).toContain(text);
    }), { numRuns: 50 });
  });

  test('a text holds the value', () => {
    const bound = BoundMessage.for(pattern, EcsEventMessage.text());
    fc.assert(fc.property(HOSTILE, (text) => {
      expect(bound.bodyFor(withText(event, open, text))).toContain(`: ${text}"`);
    }), { numRuns: 50 });
  });
});

test('every open field is in some sample', () => {
  const tested = new Set(CASES.flatMap(({ open }) => open));
  expect(OPEN_FIELDS.filter((field) => !tested.has(field))).toEqual(['statusReason']);
});
