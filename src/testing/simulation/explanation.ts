import type { Rule } from './rule';
import type { SimulatedDelivery } from './simulated-delivery';
import type { IndexedEvent } from '../matcher/indexed-event';
import { shortfallOf } from '../matcher/shortfall';

/** How many rules are explained, and how many of one construct. */
const MAX_RULES = 20;
const MAX_OF_CONSTRUCT = 3;

/** Why one rule did not hear the event. */
interface Silence {
  readonly rule: Rule;
  readonly reason: string;
  readonly distance: number;
}

/** What happened to an event and why, in words. */
export function explain(event: Record<string, any>, indexed: IndexedEvent, rules: readonly Rule[], deliveries: readonly SimulatedDelivery[]): string {
  const silent = rules.filter((rule) => !rule.hears(indexed)).map((rule) => silenceOf(rule, indexed));
  const withoutTarget = rules.filter((rule) => rule.targets.length === 0 && rule.hears(indexed));
  const sections = [
    section('Delivered:', deliveries.filter(({ reason }) => reason === undefined).map(arrow)),
    section('Matched, but not delivered:', [
      ...deliveries.filter(({ reason }) => reason !== undefined).map((delivery) => `${arrow(delivery)}: ${delivery.reason}`),
      ...withoutTarget.map(({ path }) => `${path}: the rule has no target`),
    ]),
    section('Not matched, the closest first:', explained(silent.sort((one, other) => one.distance - other.distance))),
  ].filter((text) => text !== '');
  const subject = [event['detail-type'], event.detail?.eventName].filter((text) => text !== undefined).join(' ');
  return [`${subject} in account ${event.account}, Region ${event.region}`, ...(sections.length > 0 ? sections : ['There is no rule.'])].join('\n');
}

function section(title: string, lines: readonly string[]): string {
  return lines.length === 0 ? '' : [title, ...lines.map((line) => `  ${line}`)].join('\n');
}

function arrow({ rulePath, targetType, targetPath }: SimulatedDelivery): string {
  return `${rulePath} -> ${targetType} ${targetPath}`;
}

function silenceOf(rule: Rule, event: IndexedEvent): Silence {
  const shortfall = rule.pattern && shortfallOf(rule.pattern, event);
  const distance = shortfall?.distance ?? 0;
  if (rule.deaf !== undefined) {
    return { rule, reason: rule.deaf, distance: rule.pattern === undefined ? Number.MAX_SAFE_INTEGER : distance };
  }
  const { path, wanted, found, others } = shortfall!;
  const more = others === 0 ? '' : `, and ${others} more condition${others === 1 ? '' : 's'} failed`;
  return { rule, reason: `${path}: wanted ${wanted}, found ${found}${more}`, distance };
}

/** Only the closest of the rules that one construct was split into, and only so many as one can read. */
function explained(silences: readonly Silence[]): string[] {
  const groups = new Map<string, Silence[]>();
  for (const silence of silences) {
    const construct = constructOf(silence.rule);
    groups.set(construct, [...groups.get(construct) ?? [], silence]);
  }
  const shown = [...groups].slice(0, MAX_RULES);
  const hidden = [...groups].slice(MAX_RULES).reduce((sum, [, group]) => sum + group.length, 0);
  return [
    ...shown.flatMap(([construct, group]) => [
      ...group.slice(0, MAX_OF_CONSTRUCT).map(({ rule, reason }) => `${rule.path}\n    ${reason}`),
      ...(group.length > MAX_OF_CONSTRUCT ? [`… and ${group.length - MAX_OF_CONSTRUCT} more rules of ${construct}`] : []),
    ]),
    ...(hidden > 0 ? [`… and ${hidden} more rules`] : []),
  ];
}

/** The construct that a rule is part of: what stands directly in a stack is on its own. */
function constructOf({ path, logicalId, resource }: Rule): string {
  const parent = path.split('/').slice(0, -1).join('/');
  return path === logicalId || parent === '' || resource.stack.isStackPath(parent) ? path : parent;
}
