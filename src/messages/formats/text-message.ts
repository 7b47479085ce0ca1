import { MessageInput } from './message-input';
import { inside } from '../content/placeholder';
import type { Report } from '../content/report';
import type { EcsEventTextOptions } from '../text-options';
import { additionalFieldsOf, rejectTexts, textsOf } from './user-texts';

/** A text in lines: one quoted string a line, each complete in itself, the most important first. */
export class TextMessage extends MessageInput {
  constructor(private readonly options: EcsEventTextOptions) {
    super();
    rejectTexts('EcsEventMessage.text', textsOf(options), /[<>\u0000-\u001f]/,
      'EventBridge reads <…> as a value of the event, and every line stands for itself: leave out <, > and line breaks');
  }

  protected render(report: Report): string {
    return this.linesOf(report).map((line) => JSON.stringify(line)).join('\n');
  }

  private linesOf({ severity, title, meaning, facts, since, checks, look, console }: Report): string[] {
    const { titlePrefix, runbook } = this.options;
    return [
      [titlePrefix, severity && `[${severity}]`, title].filter(Boolean).join(' '),
      ...optional('', meaning),
      ...facts.map(({ label, path }) => `${label}: ${inside(path)}`),
      `Reported: ${inside(since)}, account ${inside('account')}, Region ${inside('region')}`,
      ...checks.map((check) => `Check: ${check}`),
      ...optional('Look: ', look),
      ...optional('Console: ', console),
      ...optional('Runbook: ', runbook),
      ...additionalFieldsOf(this.options).map(([name, value]) => `${name}: ${value}`),
      `Rule: ${inside('aws.events.rule-name')}`,
    ];
  }
}

function optional(label: string, text: string | undefined): string[] {
  return text === undefined ? [] : [`${label}${text}`];
}
