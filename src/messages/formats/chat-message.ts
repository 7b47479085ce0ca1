import type { EcsEventChatOptions } from '../chat-options';
import { MessageInput } from './message-input';
import { additionalFieldsOf, rejectReservedNames, rejectTexts, textsIn, textsOf } from './user-texts';
import { isFreeFormText } from '../../events/catalog';
import { inside, own } from '../content/placeholder';
import { keyOf } from '../content/report';
import type { Report } from '../content/report';

/**
 * A custom notification of Amazon Q Developer in chat applications. Anything that is not of its form is dropped there without a trace:
 * so every value is a text, and text that anybody may have written is a value of its own, whose quotes EventBridge escapes.
 *
 * Plain text and backquotes only, which Slack and Microsoft Teams show alike.
 */
export class ChatMessage extends MessageInput {
  constructor(private readonly options: EcsEventChatOptions) {
    super();
    const { environmentName, mentions } = options;
    rejectTexts('EcsEventMessage.chat', [...textsOf(options), ...textsIn({ environmentName }), ...(mentions ?? []).map((mention) => ['mentions', mention] as const)], /[\u0000-\u0009\u000b-\u001f]/, 'Leave out control characters');
    rejectReservedNames('EcsEventMessage.chat', options);
  }

  protected render(report: Report): string {
    const { titlePrefix, environmentName, runbook } = this.options;
    const title = [titlePrefix, report.severity && `${report.severity}:`, report.title, environmentName && `(${environmentName})`].filter(Boolean).join(' ');
    const open = report.facts.filter(({ path }) => isFreeFormText(path));
    return JSON.stringify({
      version: '1.0',
      source: 'custom',
      id: inside('id'),
      content: {
        textType: 'client-markdown',
        title,
        description: this.linesOf(report).join('\n'),
        nextSteps: [
          ...open.flatMap(({ label, path }) => [`${label} that Amazon ECS gives:`, own(path)]),
          ...report.checks,
          ...[report.look && `\`${report.look}\``, report.console, runbook && `Runbook: ${runbook}`].filter((step) => step !== undefined),
        ],
        keywords: [report.subject, ...open.map(({ path }) => own(path)), ...environmentName === undefined ? [] : [environmentName]],
      },
      metadata: {
        ...report.thread !== undefined && { threadId: inside(report.thread) },
        summary: title,
        eventType: report.subject,
        relatedResources: own('resources'),
        additionalContext: {
          ...Object.fromEntries(report.facts.map((fact) => [keyOf(fact), isFreeFormText(fact.path) ? own(fact.path) : inside(fact.path)])),
          account: inside('account'),
          region: inside('region'),
          time: inside('time'),
          ruleName: inside('aws.events.rule-name'),
          ...environmentName !== undefined && { environment: environmentName },
          ...runbook !== undefined && { runbook },
          ...Object.fromEntries(additionalFieldsOf(this.options)),
        },
      },
    });
  }

  private linesOf({ meaning, facts, since }: Report): string[] {
    const { mentions } = this.options;
    return [
      ...mentions ? [mentions.join(' ')] : [],
      ...meaning === undefined ? [] : [meaning],
      ...facts.filter(({ path }) => !isFreeFormText(path)).map(({ label, path }) => `${label}: ${inside(path)}`),
      `Reported: ${inside(since)}, account ${inside('account')}, Region ${inside('region')}`,
      ...additionalFieldsOf(this.options).map(([name, value]) => `${name}: ${value}`),
    ];
  }
}
