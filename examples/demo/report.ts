import type { Notified, NotifiedTarget } from './notifications';

const MESSAGE_WIDTH = 76;

/** The deliveries as a table for the terminal, then the events that no rule matches. */
export function report(notified: readonly Notified[]): string {
  const matched = notified.filter(({ deliveries }) => deliveries.length > 0);
  const unmatched = notified.filter(({ deliveries }) => deliveries.length === 0);
  const rows = matched.flatMap((event) => event.deliveries.map(({ rule, target, headline }, i) =>
    [...i === 0 ? [nameOf(event), event.eventType] : ['', ''], rule, target, shorten(headline)]));
  return [
    'Who receives which message (* published by AWS; the other samples are composed from the fields that AWS documents):',
    '',
    ...table([['event', 'type', 'rule', 'target', 'first line'], ...rows]),
    '',
    `No rule matches ${unmatched.length} of ${notified.length} sample events:`,
    ...unmatched.map((event) => `  ${event.eventType.padEnd(8)}${nameOf(event)} (${event.detailType})`),
    '',
    'The messages as they arrive (JSON is indented):',
    ...firstOfEachTarget(matched).flatMap(([event, { rule, target, body }]) => ['', `${nameOf(event)}, by ${rule}, to ${target}:`, '', indented(body)]),
  ].join('\n');
}

/** The first message to each target. */
function firstOfEachTarget(matched: readonly Notified[]): (readonly [Notified, NotifiedTarget])[] {
  const first = new Map<string, readonly [Notified, NotifiedTarget]>();
  for (const event of matched) {
    event.deliveries.filter(({ target }) => !first.has(target)).forEach((delivery) => first.set(delivery.target, [event, delivery]));
  }
  return [...first.values()];
}

function indented(body: string): string {
  const text = body.startsWith('{') ? JSON.stringify(JSON.parse(body), null, 2) : body;
  return text.replace(/^/gm, '  ');
}

function nameOf({ eventName, title, fromAws }: Notified): string {
  return `${eventName}${title === eventName ? '' : ` (${title})`}${fromAws ? ' *' : ''}`;
}

function shorten(line: string): string {
  return line.length <= MESSAGE_WIDTH ? line : `${line.slice(0, MESSAGE_WIDTH - 1)}…`;
}

function table(rows: readonly (readonly string[])[]): string[] {
  const widths = rows[0].map((_, column) => Math.max(...rows.map((row) => row[column].length)));
  const lines = rows.map((row) => row.map((cell, column) => cell.padEnd(widths[column])).join('  ').trimEnd());
  return [lines[0], widths.map((width) => '─'.repeat(width)).join('  '), ...lines.slice(1)];
}
