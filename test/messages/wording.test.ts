import { EVERY_EVENT } from './every-event';
import { CATALOG } from '../../src/events/catalog';
import { WORDINGS } from '../../src/messages/wording';
import type { Value, Wording } from '../../src/messages/wording/wording';

const ENVELOPE = ['time', 'resources[0]'];
const DETAIL_TYPES = CATALOG.map((entry) => [entry.detailType, entry, WORDINGS[entry.detailType]] as const);

/** Every text that a reader may see. */
const TEXTS = DETAIL_TYPES.flatMap(([, , { command, events }]) => [command, ...Object.values(events).flatMap(textsOf)]);

function textsOf({ title, meaning, checks = [], actions = [], command, variants = [] }: Wording): string[] {
  const ofVariants = variants.flatMap((variant) => [variant.title, variant.meaning, ...commandsOf(variant)]);
  return [title, meaning, ...checks.map(({ text }) => text), ...commandsOf({ actions, command }), ...ofVariants];
}

function commandsOf({ actions = [], command }: Pick<Wording, 'actions' | 'command'>): string[] {
  return [...command === undefined ? [] : [command], ...actions];
}

/** Every value with a different wording. */
function conditionsOf({ checks = [], variants = [] }: Wording): Value[] {
  const ofChecks = checks.flatMap(({ about = [] }) => about.flatMap(({ path, values }) => values.map((value) => ({ path, value }))));
  return [...ofChecks, ...variants.flatMap(({ only }) => only)];
}

test('every event of the catalog has a wording, and nothing else has', () => {
  const worded = Object.entries(WORDINGS).flatMap(([detailType, { events }]) => Object.keys(events).map((name) => `${detailType} ${name}`));
  expect(worded.sort()).toEqual(EVERY_EVENT.map(({ entry, event }) => `${entry.detailType} ${event.name ?? ''}`).sort());
});

test('no two events have the same title', () => {
  // The page of service actions lists events of deployments too, which are the same.
  const titles = Object.entries(WORDINGS).filter(([detailType]) => detailType !== 'ECS Deployment State Change')
    .flatMap(([, { events }]) => Object.values(events).map(({ title }) => title));
  expect(new Set(titles).size).toBe(titles.length);
});

test.each(DETAIL_TYPES)('%s: every path is one of the catalog', (_name, { fields }, { facts, thread, command, events }) => {
  const placeholders = [command, ...Object.values(events).flatMap(textsOf)].flatMap((text) => [...text.matchAll(/<([^<>]+)>/g)].map(([, path]) => path));
  const conditions = Object.values(events).flatMap(conditionsOf);
  const paths = [...thread ? [thread] : [], ...facts.map(({ path }) => path), ...placeholders, ...conditions.map(({ path }) => path)];
  const known = [...ENVELOPE, 'region', ...fields.map(({ path }) => `detail.${path}`)];
  expect(paths.filter((path) => !known.includes(path))).toEqual([]);
  // AND what a condition requires is a value that AWS documents, where AWS documents a list
  for (const { path, value } of conditions) {
    const values = fields.find((field) => `detail.${field.path}` === path)?.values;
    expect(values === undefined || values.includes(value)).toBe(true);
  }
});

test('no text has double quotes, line breaks or an end of a sentence in a title', () => {
  expect(TEXTS.filter((text) => /["\n]/.test(text))).toEqual([]);
  expect(Object.values(WORDINGS).flatMap(({ events }) => Object.values(events)).filter(({ title }) => title.endsWith('.'))).toEqual([]);
});

test('lines are short, but for command lines with whole ARNs', () => {
  expect(TEXTS.filter((text) => !text.startsWith('aws ') && text.length > 165)).toEqual([]);
});
