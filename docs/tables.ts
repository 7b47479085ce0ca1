import { CATALOG } from '../src/events/catalog';
import type { DetailTypeEntry, Field, Identity } from '../src/events/detail-type';
import { PATTERN_FACTORIES } from '../src/patterns/pattern-factories';

/** Every event that Amazon ECS sends, as the catalogue has it. */
export function eventsPage(): string {
  return [
    '# The events of Amazon ECS',
    '',
    'Written by `npx projen docs` from the catalogue in `src/events`: change that, not this.',
    'A field that is not *always* there is missing in some events, so a condition on it may never be met and a message must not rely on it.',
    'Amazon ECS may add events, values and fields at any time.',
    ...CATALOG.flatMap(detailTypeSection),
    '',
  ].join('\n');
}

/** The factories of `EcsEventPattern`, their detail types and their filters. */
export function patternsTable(): string {
  const common = new Set<string>(['clusters', 'clusterNames', 'clusterNamePrefixes', 'accounts', 'regions', 'additionalPattern']);
  const rows = Object.entries(PATTERN_FACTORIES).map(([factory, { entry, filters }]) =>
    [code(factory), code(entry.detailType), filters.filter((name) => !common.has(name)).map(code).join(', ')]);
  return table(['`EcsEventPattern.…()`', 'detail type', 'filters beside the common ones'], rows);
}

function detailTypeSection(entry: DetailTypeEntry): string[] {
  const named = entry.events.filter(({ name }) => name !== undefined);
  return [
    '',
    `## ${entry.detailType}`,
    '',
    `AWS: [${entry.page.slice(entry.page.lastIndexOf('/') + 1)}](${entry.page}). \`resources\` holds ${entry.resources}.`,
    `Found by: ${identities(entry)}.`,
    ...named.length === 0 ? [] : ['', table(['event', 'severity', 'means'], named.map(({ name, type, means }) => [code(name!), type ? code(type) : 'not confirmed', means]))],
    '',
    table(['field of `detail`', 'type', 'there', 'means'], entry.fields.map((field) => [code(field.path), code(field.type), presence(field), meaning(field)])),
  ];
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

function presence({ always, alwaysIn, alwaysWhen }: Field): string {
  return always ? 'always' : alwaysWhen ? `always if ${code(alwaysWhen.path)} is ${code(alwaysWhen.value)}` : alwaysIn ? `always in ${alwaysIn.map(code).join(', ')}` : 'sometimes';
}

function meaning({ means, values }: Field): string {
  return values ? `${means}: ${values.map(code).join(', ')}` : means;
}

function code(text: string): string {
  return `\`${text}\``;
}

function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  return [head, head.map(() => '---'), ...rows].map((cells) => `| ${cells.join(' | ')} |`).join('\n');
}
