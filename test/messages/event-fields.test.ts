import * as fc from '../random';
import { BoundMessage, MESSAGES } from './bound-message';
import { EVERY_EVENT, EVERY_NAMED, patternOf } from './every-event';
import { alwaysHasField } from '../../src/events/catalog';
import type { DetailTypeEntry, EventEntry } from '../../src/events/detail-type';
import { EcsEventMessage } from '../../src/messages/ecs-event-message';

/** The fields below `detail` that a message has as separate values and that an event may lack, by the catalog. */
function uncertainFields({ ownPaths }: BoundMessage, entry: DetailTypeEntry, event: EventEntry): string[] {
  const fields = ownPaths.filter((path) => path.startsWith('$.detail.')).map((path) => path.replace('$.detail.', ''));
  return fields.filter((field) => !alwaysHasField(entry, field, event.name));
}

describe.each(Object.entries(MESSAGES))('%s', (kind, message) => {
  test.each(EVERY_NAMED)('T24: about %s has only separate values that the event always has', (_name, named) => {
    // GIVEN
    const bound = BoundMessage.for(patternOf(named), message());
    // THEN
    expect(uncertainFields(bound, named.entry, named.event)).toEqual([]);
    named.event.samples.forEach(({ event }) => expect(bound.missingIn(event)).toEqual([]));
  });

  test('T24: about several events has only separate values that each of them always has', () => {
    fc.assert(fc.property(fc.subarray([...EVERY_EVENT], { minLength: 2, maxLength: 5 }), (kinds) => {
      const bound = BoundMessage.for(patternOf(...kinds), message());
      kinds.forEach(({ entry, event }) => {
        expect(uncertainFields(bound, entry, event)).toEqual([]);
        event.samples.forEach((sample) => expect(bound.missingIn(sample.event)).toEqual([]));
      });
    }), { numRuns: 60 });
  });

  test.each(EVERY_NAMED)('T26: about %s is within the limits of an input transformer', (_name, named) => {
    // GIVEN
    const options = { titlePrefix: 'prod "eu"', runbook: 'https://wiki.example.com/ecs?a=1&b=2', additionalFields: { team: 'platform' } };
    const { template, paths, variables } = BoundMessage.for(patternOf(named), EcsEventMessage[kind as keyof typeof MESSAGES](options));
    // THEN what looks like a variable is one
    expect(template.replace(/<[^<>]+>/g, '')).not.toMatch(/[<>]/);
    expect(variables.sort()).toEqual(Object.keys(paths).sort());
    // AND the limits are kept
    expect(Object.keys(paths).length).toBeLessThan(100);
    expect(template.length).toBeLessThan(8192);
    Object.entries(paths).forEach(([variable, path]) => {
      expect(variable).toMatch(/^[A-Za-z0-9_-]+$/);
      expect(variable).not.toMatch(/^aws/i);
      expect(path).toMatch(/^\$\.[A-Za-z0-9_.-]+(\[0\])?$/);
      expect(path.length).toBeLessThanOrEqual(256);
    });
  });
});

test.each(Object.keys(MESSAGES))('the template of %s is the same in whatever order the fields of a user come, as the maps of Java do', (kind) => {
  const template = (additionalFields: Record<string, string>) =>
    BoundMessage.for(patternOf(EVERY_EVENT[0]), EcsEventMessage[kind as keyof typeof MESSAGES]({ additionalFields })).template;

  const [aFirst, bFirst] = [template({ aa: 'x', bb: 'y' }), template({ bb: 'y', aa: 'x' })];

  expect(aFirst).toMatch(/aa.*\n?.*bb/);
  expect(bFirst).toBe(aFirst);
});

test.each(EVERY_NAMED)('the text about %s is one quoted string a line', (_name, named) => {
  expect(BoundMessage.of(patternOf(named)).lines.length).toBeGreaterThanOrEqual(4);
});
