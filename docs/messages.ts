import { App, Stack } from 'aws-cdk-lib';
import * as events from 'aws-cdk-lib/aws-events';
import { targetInput } from '../src/engine/input/target-input';
import type { DetailTypeEntry, EcsEventJson, EventEntry } from '../src/events/detail-type';
import { EcsEventMessage } from '../src/messages/ecs-event-message';

/** The kinds of messages, with the language in which a page shows them. */
const KINDS = { text: 'text', chat: 'json', json: 'json' } as const;

/** The name of the page about a detail type. */
export function pageName({ detailType }: DetailTypeEntry): string {
  return `${detailType.toLowerCase().replaceAll(' ', '-')}.md`;
}

/** What the messages say of every event of a detail type: each sample event, by each kind of message, as it arrives. */
export function messagesPage(entry: DetailTypeEntry): string {
  return [
    `# Messages about ${entry.detailType}`,
    '',
    'Written by `npx projen docs` from the sample events, as the simulator delivers them; a test holds the library to it. Here no filter tells a name, and the rule is',
    'called `ecs-alerts`. JSON is indented for the reader. Lines of a text arrive in quotes.',
    ...entry.events.flatMap((event) => event.samples.flatMap(({ title, origin, event: sample }) => [
      '',
      `## ${headingOf(event, title)}`,
      '',
      `${event.means}${origin === 'aws' ? ' The sample event is the one that AWS prints.' : ''}`,
      ...Object.entries(KINDS).flatMap(([kind, language]) => ['', `\`EcsEventMessage.${kind}()\`:`, '', `\`\`\`${language}`, shown(kind as keyof typeof KINDS, entry, event, sample), '```']),
    ])),
    '',
  ].join('\n');
}

function headingOf({ name }: EventEntry, title: string): string {
  return name === undefined || name === title ? title : `${name}: ${title}`;
}

function shown(kind: keyof typeof KINDS, entry: DetailTypeEntry, { name }: EventEntry, sample: EcsEventJson): string {
  const stack = new Stack(new App(), 'Stack', { env: { account: sample.account, region: sample.region } });
  const eventPattern = { source: ['aws.ecs'], detailType: [entry.detailType], ...name && { detail: { eventName: [name] } } };
  const rule = new events.Rule(stack, 'Rule', { eventPattern });
  const { inputTemplate, inputPathsMap } = stack.resolve(EcsEventMessage[kind]().bind(rule));
  const identity = { name: 'ecs-alerts', arn: `arn:aws:events:${sample.region}:${sample.account}:rule/ecs-alerts` };
  const input = { InputTransformer: { InputTemplate: inputTemplate, InputPathsMap: inputPathsMap } };
  const { body } = targetInput(input, identity)(sample as unknown as Record<string, unknown>);
  return kind === 'text' ? body : JSON.stringify(JSON.parse(body), null, 2);
}
