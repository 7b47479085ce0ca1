import type { Measure, Way } from './measured-app';
import type { Results, Sized } from './results';
import type { StackSize } from './stack-size';
import { exceeded, QUOTAS } from './stack-size';
import { spreadOf } from './statistics';

/** The names of the three ways in the tables. */
export const CALLED: Readonly<Record<Way, string>> = { library: 'this library', hand: '`events.Rule`', l1: '`CfnRule`' };

const QUOTAS_CALLED: Partial<Record<keyof StackSize, string>> = {
  resources: 'resources of a stack',
  bytes: 'bytes of a template',
  statements: 'statements of a queue policy',
  policyBytes: 'bytes of a queue policy',
  permissionBytes: 'bytes of the policy of a function',
};

/** The measurements of the two ways that are compared. */
type Compared = Pick<Sized<'library' | 'hand'>, 'rules' | 'measures'>;

/** Below this number of rules, the checks at synthesis may take a tenth more. */
const FEW = 60;

/** The results as Markdown. */
export function results(all: Results): string {
  const { machine, versions, date, load } = all;
  return [
    `${date}; ${machine}; ${versions}. Load average ${load[0].toFixed(1)} before, ${load[1].toFixed(1)} after.`,
    bounds(all),
    '### What is deployed',
    deployed(all),
    '### How many rules a stack can have',
    limits(all),
    '### Time and memory',
    'Milliseconds and megabytes: the median, and the range of the middle half of the measurements. Each measurement is a separate process, and the three ways take turns.',
    times(all),
    '### Growth',
    'Microseconds per rule, with 60 rules in each stack. The targets are in each stack, or in one stack that all others refer to.',
    growth(all),
    '### The simulator compared with event-ruler',
    matching(all),
  ].join('\n\n');
}

function bounds({
  sizes, validated, unrelated, limits: { library: { resources = 0 } }, matching: { simulator, ruler, sending, events },
}: Results): string {
  const of = (wanted: number) => sizes.find((size) => size.rules === wanted)!;
  const { library, hand } = of(240).sizes;
  const atMost = (what: string, bound: string, isWithin: boolean, found: string) => [what, bound, found, isWithin ? 'yes' : '**no**'];
  const ratio = (what: string, found: number, bound: number) => atMost(what, `≤ ${bound.toFixed(2)}`, found <= bound, found.toFixed(2));
  const rate = (what: string, found: number) => atMost(what, '≥ 0.33', found >= 1 / 3, found.toFixed(2));
  return table(['compared with `events.Rule`', 'budget', 'measured', 'within the budget'], [
    ratio('resources at 240 rules', library.resources / hand.resources, 0.52),
    ratio('bytes of the template at 240 rules', library.bytes / hand.bytes, 0.6),
    ...[[sizes, ''], [validated, ', with the template validation of the CDK']].flatMap(([measuredSizes, how]) => (measuredSizes as readonly Compared[]).map((size) =>
      ratio(`CPU time at ${countOf(size.rules)}${how as string}`, ratioOf(size, 'cpu'), size.rules < FEW ? 1.1 : 1))),
    ratio('CPU time at 3 rules among 2,000 other resources', ratioOf(unrelated, 'cpu'), 1.05),
    ...[3, 1].flatMap((rules) => (['hand', 'l1'] as const).map((way) => {
      const more = differenceOf(of(rules), way, 'load');
      return atMost(`additional time to load modules for ${countOf(rules)}, compared with ${CALLED[way]}`, '≤ 10 ms', more <= 10, `${more.toFixed(1)} ms`);
    })),
    atMost('rules in one stack', '≥ 300', resources >= 300, `${resources}`),
    rate('simulator: events per second on a bus with 300 rules, as a share of event-ruler', ruler.busFromText / simulator.busFromText),
    atMost(`simulator: 300 rules × ${events.toLocaleString('en')} events, followed to their targets`, 'seconds', sending < 10, `${sending.toFixed(1)} s`),
  ]);
}

function deployed({ sizes }: Results): string {
  return table(['rules', 'written with', 'resources', 'bytes', 'statements of the queue policy', 'its bytes', 'permissions', 'their bytes', 'exceeds the quota of'], sizes.flatMap((size) =>
    ways(size).map((way) => {
      const counted = size.sizes[way];
      const refused = exceeded(counted).map((quota) => QUOTAS_CALLED[quota]!);
      return [`${size.rules}`, CALLED[way], ...[counted.resources, counted.bytes, counted.statements, counted.policyBytes, counted.permissions, counted.permissionBytes].map(thousands), refused.join(', ')];
    })));
}

function limits({ limits: found }: Results): string {
  const quotas = Object.keys(QUOTAS) as (keyof StackSize)[];
  const limited = (way: Way) => quotas.map((quota) => `${found[way][quota] ?? 'more than 512'}`);
  const rows = (Object.keys(found) as Way[]).map((way) => [CALLED[way], ...limited(way)]);
  return table(['', ...quotas.map((quota) => `${thousands(QUOTAS[quota]!)} ${QUOTAS_CALLED[quota]}`)], rows);
}

function times({ sizes }: Results): string {
  return table(['rules', 'written with', 'rounds', 'load', 'modules', 'construct', 'synthesize', 'total', 'ratio', 'CPU', 'ratio', 'memory'], sizes.flatMap((size) =>
    ways(size).map((way) => {
      const of = (field: keyof Measure, unit = 1) => spread(size.measures[way].map((measure) => measure[field] / unit));
      const modules = spreadOf(size.measures[way].map((measure) => measure.modules)).median;
      const ratios = (['total', 'cpu'] as const).map((field) => way === 'library' ? ratioOf(size, field).toFixed(2) : '');
      return [
        `${size.rules}`, CALLED[way], `${size.measures[way].length}`, of('load'), thousands(modules), of('construct'), of('synthesize'), of('total'), ratios[0], of('cpu'), ratios[1], of('memory', 1e6),
      ];
    })));
}

function growth({ growth: grown }: Results): string {
  const called = { own: 'this library, targets in each stack', shared: 'this library, targets in one stack', hand: '`events.Rule`, targets in each stack' };
  return table(['rules', 'stacks', 'written with', 'construct', 'synthesize', 'memory in MB'], grown.flatMap(({ rules, stacks, measures }) =>
    (Object.keys(called) as (keyof typeof called)[]).map((way) => {
      const each = (field: keyof Measure) => spread(measures[way].map((measure) => measure[field] / rules * 1000));
      return [`${rules}`, `${stacks}`, called[way], each('construct'), each('synthesize'), spread(measures[way].map(({ memory }) => memory / 1e6))];
    })));
}

function matching({ matching: { rules, events, ruler, simulator } }: Results): string {
  const row = (what: string, way: 'busFromText' | 'busParsed' | 'oneByOne', decisions: number) => {
    const rate = (seconds: number) => thousands(Math.round(decisions / seconds));
    return [what, rate(simulator[way]), rate(ruler[way]), (ruler[way] / simulator[way]).toFixed(2)];
  };
  return table(['decisions (event × rule) per second', 'simulator', 'event-ruler', 'ratio'], [
    row(`${rules} rules on one bus, events as text`, 'busFromText', rules * events),
    row(`${rules} rules on one bus, events parsed`, 'busParsed', rules * events),
    row('one rule for each event, as text', 'oneByOne', events),
  ]);
}

function ways(size: Sized<Way>): Way[] {
  return Object.keys(size.sizes) as Way[];
}

/** The median of the ratios of the rounds: whatever slows the machine down during a round affects both ways. */
export function ratioOf({ measures: { library, hand } }: Compared, field: keyof Measure): number {
  return spreadOf(library.map((measure, round) => measure[field] / hand[round][field])).median;
}

function differenceOf({ measures }: Sized<Way>, than: Way, field: keyof Measure): number {
  return spreadOf(measures.library.map((measure, round) => measure[field] - measures[than][round][field])).median;
}

function spread(values: readonly number[]): string {
  const { median, low, high } = spreadOf(values);
  const digits = median < 100 ? 1 : 0;
  return `${median.toFixed(digits)} (${low.toFixed(digits)}–${high.toFixed(digits)})`;
}

function countOf(rules: number): string {
  return `${rules} ${rules === 1 ? 'rule' : 'rules'}`;
}

function thousands(value: number): string {
  return value.toLocaleString('en');
}

function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  return [head, head.map(() => '---'), ...rows].map((cells) => `| ${cells.join(' | ')} |`).join('\n');
}
