import { sentence } from './docstring';
import { code, table } from './markdown';
import { SEARCHED } from './searched';
import { CATALOG } from '../src/events/catalog';
import type { DetailTypeEntry, EventEntry, Identity } from '../src/events/detail-type';
import type { Field } from '../src/events/field';
import { SOURCES } from '../src/events/sources';
import type { Source } from '../src/events/sources';

/** Every event that Amazon ECS sends, as the catalog has it. */
export function eventsPage(): string {
  return [
    '# The events of Amazon ECS',
    '',
    'Written by `npx projen docs` from the catalog in `src/events`: change that, not this.',
    'A field that is not *always* there is missing in some events, so a condition on it may never be met and a message must not rely on it.',
    'Amazon ECS may add events, values, and fields at any time.',
    ...CATALOG.flatMap(detailTypeSection),
    '',
    '## Sources',
    '',
    'Where a table names a source, it is one of these:',
    '',
    table(['source', 'what it is'], Object.entries(SOURCES).map(([name, what]) => [code(name), what.startsWith('https://') ? link(what) : what])),
    '',
    '## What was searched',
    '',
    ...SEARCHED,
    '',
  ].join('\n');
}

function detailTypeSection(entry: DetailTypeEntry): string[] {
  const named = entry.events.filter(({ name }) => name !== undefined);
  const listed = entry.fields.filter(({ known }) => known !== undefined);
  return [
    '',
    `## ${entry.detailType}`,
    '',
    `AWS: ${link(entry.page)}. \`resources\` holds ${entry.resources}.`,
    `Found by: ${identities(entry)}.`,
    ...named.length === 0 ? [] : ['', table(['event', 'severity', 'meaning', 'sample', 'source'], named.map(eventRow))],
    '',
    table(['field of `detail`', 'type', 'present', 'meaning', 'source'], entry.fields.map((field) => [
      code(field.path), code(field.type), presence(field), [sentence(field.description), field.note ?? ''].join(' ').trim(), field.source,
    ])),
    ...listed.length === 0 ? [] : ['', table(['field', 'value', 'meaning', 'source'], listed.flatMap(({ path, known = [] }) =>
      known.map(({ value, description, source }) => [code(path), code(value), description, source])))],
  ];
}

function eventRow({ name, type, description, note, samples, source = 'page' }: EventEntry): string[] {
  const origins = [...new Set(samples.map(({ origin }) => origin === 'aws' ? 'printed by AWS' : origin))];
  return [code(name!), type ? code(type) : 'not confirmed', [description, note ?? ''].join(' ').trim(), origins.join(', '), source satisfies Source];
}

function identities({ cluster, service, daemon, capacityProvider }: DetailTypeEntry): string {
  const where = (name: string, identity: Identity | undefined) => identity ? [`${name} in \`${identity.path}\` (${FORMS[identity.form]})`] : [];
  return [...where('cluster', cluster), ...where('service', service), ...where('daemon', daemon), ...where('capacity provider', capacityProvider)].join(', ');
}

const FORMS: Record<Identity['form'], string> = {
  'arn': 'ARN',
  'name': 'name',
  'service-arn': 'ARN of the service',
  'group': '`service:<name>`, together with the cluster',
};

function presence({ always, alwaysIn, alwaysWhen, nullable, missing }: Field): string {
  const when = always ? 'always' : alwaysWhen ? `always if ${code(alwaysWhen.path)} is ${code(alwaysWhen.value)}` : alwaysIn ? `always in ${alwaysIn.map(code).join(', ')}` : 'sometimes';
  return [when, ...nullable ? ['or null'] : [], ...missing === undefined || alwaysIn || alwaysWhen ? [] : [`(${missing})`]].join(' ');
}

function link(address: string): string {
  return `[${address.slice(address.lastIndexOf('/') + 1)}](${address})`;
}
