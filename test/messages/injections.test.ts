import { BoundMessage, MESSAGES } from './bound-message';
import { EVERY_EVENT, patternOf } from './every-event';
import type { Kind } from '../../docs/messages';
import type { EcsEventJson } from '../../src/events/detail-type';
import { EcsEventMessage } from '../../src/messages/ecs-event-message';
import { TaskStateChangeField } from '../../src/messages/fields/task-state-change-field';

/** What a stranger writes into a field to notify people, to deceive them, or to look like another line of an alert. */
const INJECTIONS: Readonly<Record<string, string>> = {
  'a mention of everyone': '<!channel> come and look',
  'a mention of a person': '<@U012AB3CD>',
  'a link in the markdown of Slack': '<https://evil.example.com|sign in to AWS>',
  'a link in the markdown of Teams': '[sign in to AWS](https://evil.example.com)',
  'a line that says that all is well': 'x"\n"[RESOLVED] all fine',
  'another rule': 'x\nRule: trusted-rule',
  'markdown': '*bold* `code` ~struck~ > quote',
};

const TEXTS = Object.entries(INJECTIONS);

/** The fields in which anybody may write. */
const FREE_FIELDS = ['reason', 'stoppedReason', 'statusReason', 'group'];

/** Every sample that has such a field, in a rule that requires it, so that every message shows it. */
const CASES = EVERY_EVENT.flatMap((kind) => kind.event.samples.flatMap(({ title, event }) => {
  const fields = FREE_FIELDS.filter((field) => field in event.detail);
  const pattern = patternOf(kind);
  const detail = { ...pattern.detail, ...Object.fromEntries(fields.map((field) => [field, [{ exists: true }]])) };
  const name = `${kind.entry.detailType} ${kind.event.name ?? ''} ${title}`;
  return fields.length === 0 ? [] : [{ name, event, fields, pattern: { ...pattern, detail } }];
}));

function injected(event: EcsEventJson, fields: readonly string[], text: string): EcsEventJson {
  return { ...event, detail: { ...event.detail, ...Object.fromEntries(fields.map((field) => [field, text])) } };
}

describe.each(CASES.map((each) => [each.name, each] as const))('%s', (_name, { event, fields, pattern }) => {
  const bind = (kind: Kind) => BoundMessage.for(pattern, MESSAGES[kind]());
  const bound = { text: bind('text'), chat: bind('chat'), json: bind('json') };

  test.each(TEXTS)('%s: stands last in a text, below everything that Amazon ECS and the rule determine', (_what, text) => {
    const body = bound.text.bodyFor(injected(event, fields, text));
    const before = body.slice(0, body.indexOf(text));
    expect(before.split('\n')[0]).toMatch(/^"[^"]*"$/);
    expect(before).toContain('"Rule: ecs-alerts"');
    expect(before).toContain(`"Reported: ${event.time}, account ${event.account}, Region ${event.region}"`);
    // AND nothing follows but free-form text
    const after = bound.text.lines.slice(bound.text.lines.indexOf('Rule: <aws.events.rule-name>') + 1);
    expect(after.every((line) => /^(?:Group|Reason): </.test(line))).toBe(true);
  });

  test.each(TEXTS)('%s: stands only where a chat does not render it as a title or a description', (_what, text) => {
    const { content, metadata: { additionalContext, ...metadata } } = bound.chat.jsonFor(injected(event, fields, text));
    const { nextSteps, keywords, ...rest } = content;
    expect([nextSteps, keywords, Object.values(additionalContext)].map((list) => list.includes(text))).toEqual([true, true, true]);
    expect(JSON.stringify([rest, metadata])).not.toContain(JSON.stringify(text).slice(1, -1));
  });

  test.each(TEXTS)('%s: is not in the summary of a JSON message', (_what, text) => {
    expect(bound.json.jsonFor(injected(event, fields, text)).summary).not.toContain(text);
  });
});

test('an additional field cannot bring free-form text in front of the rest', () => {
  const [{ event, pattern }] = CASES.filter(({ fields }) => fields.includes('stoppedReason'));
  const options = { additionalFields: { Why: TaskStateChangeField.stoppedReason } };
  const hostile = injected(event, ['stoppedReason'], INJECTIONS['a mention of everyone']);
  expect(BoundMessage.for(pattern, EcsEventMessage.text(options)).bodyFor(hostile)).toMatch(/"Rule: ecs-alerts"\n(?:"Group: [^"]*"\n)?"Why: <!channel>/);
  const { content } = BoundMessage.for(pattern, EcsEventMessage.chat(options)).jsonFor(hostile);
  expect(content.description + content.title).not.toContain('<!channel>');
});
