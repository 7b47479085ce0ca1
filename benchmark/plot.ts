import type { Way } from './measured-app';
import { CALLED } from './report';
import type { Results } from './results';
import { QUOTAS } from './stack-size';
import { spreadOf } from './statistics';

const COLORS: Readonly<Record<Way, string>> = { library: '#0b6e4f', hand: '#c8553d', l1: '#6b7280' };
/** The floor is the same as the library in two of three panels, and lets it shine through. */
const DASHES: Readonly<Record<Way, string>> = { library: 'none', hand: 'none', l1: '6 6' };
const [WIDTH, HEIGHT, GAP, LEFT, TOP] = [230, 180, 70, 60, 60];

/** One curve a way over the number of rules. */
interface Panel {
  readonly title: string;
  readonly valueOf: (size: Results['sizes'][number], way: Way) => number;
  /** Above this AWS refuses the stack. */
  readonly limit?: number;
}

const PANELS: readonly Panel[] = [
  { title: 'resources', valueOf: ({ sizes }, way) => sizes[way].resources, limit: QUOTAS.resources },
  { title: 'template, kB', valueOf: ({ sizes }, way) => sizes[way].bytes / 1000 },
  { title: 'time of the app, s', valueOf: ({ measures }, way) => spreadOf(measures[way].map(({ total }) => total / 1000)).median },
];

/** A picture of resources, bytes and time over the number of rules. */
export function plot({ sizes, date }: Results): string {
  const ways = Object.keys(COLORS) as Way[];
  const most = Math.max(...sizes.map(({ rules }) => rules));
  const width = LEFT + PANELS.length * (WIDTH + GAP);
  const height = TOP + HEIGHT + 60;
  const legend = ways.map((way, i) => `<g transform="translate(${LEFT + i * 150},18)"><path d="M0 0h24" stroke="${COLORS[way]}" stroke-width="3" stroke-dasharray="${DASHES[way]}"/>`
    + `<text x="30" y="4">${CALLED[way].replaceAll('`', '')}</text></g>`);
  const panels = PANELS.map(({ title, valueOf, limit = 0 }, i) => {
    const top = niceAbove(Math.max(limit, ...sizes.flatMap((size) => ways.map((way) => valueOf(size, way)))));
    const x = (rules: number) => (rules / most * WIDTH).toFixed(1);
    const y = (value: number) => (HEIGHT - value / top * HEIGHT).toFixed(1);
    const curves = ways.map((way) => {
      const points = sizes.map((size) => [x(size.rules), y(valueOf(size, way))]);
      return `<polyline fill="none" stroke="${COLORS[way]}" stroke-width="2" stroke-dasharray="${DASHES[way]}" points="${points.map((point) => point.join(',')).join(' ')}"/>`
        + points.map(([cx, cy]) => `<circle cx="${cx}" cy="${cy}" r="3" fill="${COLORS[way]}"/>`).join('');
    });
    const scale = [0, top / 2, top].map((value) => `<path d="M0 ${y(value)}h${WIDTH}" stroke="#e5e7eb"/><text x="-8" y="${y(value)}" dy="4" text-anchor="end">${label(value)}</text>`);
    const rules = sizes.filter(({ rules: count }) => count === 1 || count >= 60)
      .map(({ rules: count }) => `<text x="${x(count)}" y="${HEIGHT + 18}" text-anchor="middle">${count}</text>`);
    const refused = limit === 0 ? '' : `<path d="M0 ${y(limit)}h${WIDTH}" stroke="#111827" stroke-dasharray="4 4"/><text x="${WIDTH}" y="${y(limit)}" dy="-5" text-anchor="end">AWS takes ${limit}</text>`;
    return [
      `<g transform="translate(${LEFT + i * (WIDTH + GAP)},${TOP})">`, ...scale, refused, ...curves, ...rules,
      `<text x="0" y="-12" font-weight="bold">${title}</text><text x="${WIDTH / 2}" y="${HEIGHT + 38}" text-anchor="middle">rules</text></g>`,
    ].filter(Boolean).join('\n');
  });
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" font-family="sans-serif" font-size="12" fill="#111827">`,
    `<title>Resources, template and time over the number of rules, measured on ${date}</title>`,
    `<rect width="${width}" height="${height}" fill="#ffffff"/>`, ...legend, ...panels, '</svg>', '',
  ].join('\n');
}

/** The end of a scale: one or two digits, then zeros. */
function niceAbove(value: number): number {
  const unit = 10 ** Math.floor(Math.log10(value));
  return [1, 1.2, 1.6, 2, 3, 4, 5, 6, 8, 10].map((step) => step * unit).find((end) => end >= value)!;
}

function label(value: number): string {
  return value.toLocaleString('en', { maximumFractionDigits: 1 });
}
