import { faultsOf } from './custom-notification';
import { EVERY_EVENT } from './every-event';
import type { Kind } from '../../docs/messages';
import { deliveredBody, KINDS, SCOPES } from '../../docs/messages';
import { WORDINGS } from '../../src/messages/wording';

const VALUE = 'optional-value';

/** Every field of a message that some events lack, in the first sample of each event, in a rule of each scope. */
const CASES = EVERY_EVENT.flatMap(({ entry, event }) => SCOPES.flatMap((scope) => entry.fields
  .filter(({ path, type, always }) => type === 'string' && !always && !path.includes('[]'))
  .filter(({ path }) => WORDINGS[entry.detailType].facts.some((fact) => fact.path === `detail.${path}`))
  .map(({ path }) => ({ name: `${path} of ${entry.detailType} ${event.name ?? ''} in a rule for ${scope.description}`, entry, event, scope, path }))));

/** Whether it is what its reader takes: one quoted string a line, a custom notification, a JSON object. */
function isReadable(kind: Kind, body: string): boolean {
  return kind === 'text' ? body.split('\n').every((line) => typeof JSON.parse(line) === 'string')
    : kind === 'chat' ? faultsOf(JSON.parse(body)).length === 0
      : typeof JSON.parse(body) === 'object';
}

test('there are such fields', () => {
  expect([...new Set(CASES.map(({ path }) => path))]).toEqual(
    expect.arrayContaining(['reason', 'stoppedReason', 'stopCode', 'group', 'taskArn', 'statusReason']));
});

describe.each(CASES.map((each) => [each.name, each] as const))('%s', (_name, { entry, event, scope, path }) => {
  const sample = event.samples[0].event;
  const { [path]: _absent, ...without } = sample.detail;
  const body = (kind: Kind, detail: object) =>
    deliveredBody(kind, scope.pattern(entry, event), { ...sample, detail: { ...detail } as typeof sample.detail });

  test.each(Object.keys(KINDS) as Kind[])('present or absent, %s stays readable', (kind) => {
    expect(isReadable(kind, body(kind, { ...without, [path]: VALUE }))).toBe(true);
    expect(isReadable(kind, body(kind, without))).toBe(true);
  });

  test('present, it is in JSON; absent, it is not', () => {
    expect(JSON.parse(body('json', { ...without, [path]: VALUE })).detail[path]).toBe(VALUE);
    expect(JSON.parse(body('json', without)).detail).not.toHaveProperty(path);
  });

  test('present, it is in a text, if it is part of the cause or identifies something', () => {
    const fact = WORDINGS[entry.detailType].facts.find((each) => each.path === `detail.${path}`)!;
    if (fact.cause !== undefined || (fact.identifies !== undefined && scope === SCOPES[0])) {
      expect(body('text', { ...without, [path]: VALUE })).toContain(VALUE);
    }
    expect(body('text', without)).not.toContain(VALUE);
  });
});
