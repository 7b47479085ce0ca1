import { readFileSync } from 'fs';
import { join } from 'path';
import { App, Stack } from 'aws-cdk-lib';
import { EventBusSimulator } from '../src/testing/event-bus-simulator';
import { SampleEvent } from '../src/testing/sample-event';

const FIRST_ALERT = join(__dirname, '..', 'examples', 'first-alert', 'app.ts');

/** The code of the first example, as the README shows it: without the comment in its first line. */
export function firstAlertCode(): string {
  return readFileSync(FIRST_ALERT, 'utf8').replace(/^\/\/.*\n/, '').trimEnd();
}

/** The event bus of the first example. */
export function firstAlertBus(): EventBusSimulator {
  const stack = synthesized(FIRST_ALERT).node.findAll().find(Stack.isStack)!;
  return EventBusSimulator.fromStack(stack, { account: '111122223333', region: 'us-west-2' });
}

/** The notification that the first example delivers. */
function firstAlert(): ChatContent {
  const outcome = firstAlertBus().send(SampleEvent.serviceTaskPlacementFailure({ clusterName: 'production', serviceName: 'web', reason: 'RESOURCE:MEMORY' }));
  return JSON.parse(outcome.delivered[0].body).content;
}

/** The notification as a card, much as a chat application shows it. */
export function alertPicture({ title, description, nextSteps, keywords }: ChatContent = firstAlert()): string {
  const lines = [
    ...paragraph('title', title),
    ...description.split('\n').flatMap((text) => paragraph('text', text)),
    ...paragraph('heading', 'Next steps'),
    ...nextSteps.flatMap((text) => paragraph('step', text)),
  ];
  const tops = lines.map((_, i) => lines.slice(0, i + 1).reduce((height, line) => height + line.height, 64));
  const chips = keywords.reduce<readonly { readonly text: string; readonly x: number; readonly width: number }[]>((placed, text) => {
    const { x, width } = placed.at(-1) ?? { x: LEFT - 8, width: 0 };
    return [...placed, { text, x: x + width + 8, width: widthOf(text, 12) + 18 }];
  }, []);
  const bottom = (tops.at(-1) ?? 0) + 18;
  const height = bottom + 42;
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${WIDTH} ${height}" width="${WIDTH}" height="${height}" role="img" aria-label="${escape(title)}">
  <!-- Written by \`npx projen docs\` from the message that the simulator delivers for examples/first-alert: change that, not this. -->
  <style>
    text { font: 14px -apple-system, "Segoe UI", Helvetica, Arial, sans-serif; fill: #1d1c1d }
    .card { fill: #ffffff; stroke: #d0d7de } .sender { font-weight: 700; font-size: 15px } .badge, .time { font-size: 11px; fill: #616061 } .box { fill: #e8e8e8 }
    .title { font-weight: 700; font-size: 16px } .heading { font-weight: 700 } .code { font-family: ui-monospace, Menlo, Consolas, monospace; font-size: 12px; fill: #c01343 }
    .avatar { fill: #5b3cc4 } .initial { fill: #ffffff; font-weight: 700; font-size: 18px } .bar { fill: #d1242f } .keyword { text-anchor: middle } .chip { fill: #eef2f6; stroke: #d0d7de } .keyword { font-size: 12px }
    @media (prefers-color-scheme: dark) {
      text { fill: #d1d2d3 } .card { fill: #1a1d21; stroke: #3d444d } .badge, .time { fill: #ababad } .box { fill: #35373b } .code { fill: #e8912d }
      .bar { fill: #f85149 } .keyword { text-anchor: middle } .chip { fill: #2a2e33; stroke: #3d444d } .avatar { fill: #7c5cff } .initial { fill: #ffffff }
    }
  </style>
  <rect class="card" x="0.5" y="0.5" width="${WIDTH - 1}" height="${height - 1}" rx="10"/>
  <rect class="avatar" x="20" y="18" width="36" height="36" rx="7"/><text class="initial" x="38" y="42" text-anchor="middle">Q</text>
  <text class="sender" x="${LEFT - 14}" y="34">Amazon Q</text>
  <rect class="box" x="${LEFT + 64}" y="21" width="32" height="16" rx="3"/><text class="badge" x="${LEFT + 80}" y="33" text-anchor="middle">APP</text>
  <text class="time" x="${LEFT - 14}" y="51">in #alerts</text>
  <rect class="bar" x="${LEFT - 14}" y="66" width="4" height="${bottom - 66 + 22}" rx="2"/>
${lines.map(({ style, bullet, x, text }, i) => `  ${bullet ? `<text x="${x - 14}" y="${tops[i]}">•</text>` : ''}<text class="${style}" x="${x}" y="${tops[i]}">${escape(text)}</text>`).join('\n')}
${chips.map(({ text, x, width }) => `  <rect class="chip" x="${x}" y="${bottom}" width="${width}" height="20" rx="10"/><text class="keyword" x="${x + width / 2}" y="${bottom + 14}">${escape(text)}</text>`).join('\n')}
</svg>
`;
}

/** What `EcsEventMessage.chat()` sends for people: see its page in the documentation of Amazon Q Developer. */
interface ChatContent {
  readonly title: string;
  readonly description: string;
  readonly nextSteps: readonly string[];
  readonly keywords: readonly string[];
}

interface Line {
  readonly style: string;
  readonly bullet: boolean;
  readonly x: number;
  readonly height: number;
  readonly text: string;
}

const WIDTH = 760;
const LEFT = 84;
const CODE_CHARACTER = 7.3;

function paragraph(style: string, text: string): Line[] {
  const code = /^`(.*)`$/.exec(text)?.[1];
  const indent = style === 'step' ? 16 : 0;
  const room = WIDTH - LEFT - indent - 24;
  const lines = code === undefined
    ? wrapped(text, (line) => widthOf(line, style === 'title' ? 16 : 14) <= room)
    : wrapped(code, (line) => line.length * CODE_CHARACTER <= room);
  return lines.map((line, i) => ({
    style: code === undefined ? style : 'code',
    bullet: style === 'step' && i === 0,
    x: LEFT + indent,
    height: i > 0 ? 19 : style === 'heading' ? 28 : 22,
    text: line,
  }));
}

/** The text in lines that fit, broken at spaces. */
function wrapped(text: string, fits: (line: string) => boolean): string[] {
  return text.split(' ').reduce<string[]>((lines, word) => {
    const line = lines.length === 0 ? word : `${lines.at(-1)} ${word}`;
    return lines.length > 0 && !fits(line) ? [...lines, word] : [...lines.slice(0, -1), line];
  }, []);
}

/** About how wide a text is in a common sans-serif font. */
function widthOf(text: string, size: number): number {
  return Math.ceil([...text].reduce((width, character) => width + (/[A-Z@%]/.test(character) ? 0.7 : /[mw]/.test(character) ? 0.84 : /[ijlt.,:;'|!frI/\-() ]/.test(character) ? 0.33 : 0.57), 0) * size);
}

/** The app of a file, which synthesizes itself when it is loaded. */
function synthesized(file: string): App {
  const { synth } = App.prototype;
  let app: App | undefined;
  App.prototype.synth = function (this: App, ...options) {
    app = this;
    return synth.apply(this, options);
  };
  try {
    // eslint-disable-next-line @typescript-eslint/no-require-imports
    require(file);
  } finally {
    App.prototype.synth = synth;
  }
  return app!;
}

function escape(text: string): string {
  return text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/"/g, '&quot;');
}
