import type { Notified } from './notifications';

const ROW = 26;
const TOP = 70;
const BOX = { width: 360, height: 20 };
const COLUMNS = { event: 20, rule: 500, target: 960 };

/** A page without external resources: events on the left, rules in the middle, targets on the right. */
export function picture(title: string, notified: readonly Notified[]): string {
  const arrows = notified.flatMap(({ eventName, deliveries }) => deliveries.map(({ rule, target }) => ({ eventName, rule, target })));
  const matched = unique(arrows.map(({ eventName }) => eventName));
  const events = [...matched, ...unique(notified.map(({ eventName }) => eventName)).filter((name) => !matched.includes(name))];
  const rules = unique(arrows.map(({ rule }) => rule));
  const targets = unique(arrows.map(({ target }) => target));
  // All columns have the height of the events column.
  const y = (list: readonly string[], name: string) => TOP + (list.indexOf(name) + 0.5) * ROW * (events.length / list.length);
  const edges = unique([
    ...arrows.map(({ eventName, rule }) => edge(COLUMNS.event + BOX.width, y(events, eventName), COLUMNS.rule, y(rules, rule))),
    ...arrows.map(({ rule, target }) => edge(COLUMNS.rule + BOX.width, y(rules, rule), COLUMNS.target, y(targets, target))),
  ]);
  const height = TOP + events.length * ROW + 20;
  return `<!doctype html>
<html lang="en">
<meta charset="utf-8">
<title>${escape(title)}</title>
<style>
  body { margin: 0; background: Canvas; color: CanvasText; color-scheme: light dark; font: 12px system-ui, sans-serif }
  rect { fill: Canvas; stroke: CanvasText } text { fill: CanvasText } .head { font-size: 15px; font-weight: 600 }
  .unmatched { opacity: .4 } path { fill: none; stroke: #2a7; stroke-width: 1.5 }
</style>
<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${COLUMNS.target + BOX.width + 20} ${height}" role="img" aria-label="${escape(title)}">
  <text class="head" x="${COLUMNS.event}" y="30">${escape(title)}</text>
  ${Object.entries({ events: COLUMNS.event, rules: COLUMNS.rule, targets: COLUMNS.target }).map(([head, x]) => `<text class="head" x="${x}" y="58">${head}</text>`).join('\n  ')}
  ${edges.join('\n  ')}
  ${events.map((name) => box(COLUMNS.event, y(events, name), name, matched.includes(name) ? '' : 'unmatched')).join('\n  ')}
  ${rules.map((name) => box(COLUMNS.rule, y(rules, name), name, '')).join('\n  ')}
  ${targets.map((name) => box(COLUMNS.target, y(targets, name), name, '')).join('\n  ')}
</svg>
</html>
`;
}

function box(x: number, y: number, label: string, style: string): string {
  return `<g class="${style}"><rect x="${x}" y="${y - BOX.height / 2}" width="${BOX.width}" height="${BOX.height}" rx="4"/>`
    + `<text x="${x + 8}" y="${y + 4}">${escape(label)}</text></g>`;
}

function edge(x1: number, y1: number, x2: number, y2: number): string {
  const middle = (x1 + x2) / 2;
  return `<path d="M${x1} ${y1} C${middle} ${y1} ${middle} ${y2} ${x2} ${y2}"/>`;
}

function unique<T>(values: readonly T[]): T[] {
  return [...new Set(values)];
}

function escape(text: string): string {
  return text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/"/g, '&quot;');
}
