import { MessageInput } from './message-input';
import { OptionText } from './option-text';
import { additionalFieldsOf, checkTexts } from './user-texts';
import { inside } from '../content/placeholder';
import { textOf } from '../content/rendered-line';
import type { Report } from '../content/report';
import type { EcsEventTextOptions } from '../text-options';

/**
 * A text in lines: one quoted string a line, each complete in itself, the most important first. What anybody may have written stands last: EventBridge does not
 * escape a line break in a value, so such a value can forge the lines that follow it.
 */
export class TextMessage extends MessageInput {
  constructor(private readonly options: EcsEventTextOptions) {
    super();
    checkTexts({
      factory: 'EcsEventMessage.text',
      unwanted: /[<>\u0000-\u001f]/,
      resolution: 'EventBridge reads <…> as a value of the event, and each line is a separate value: remove <, > and line breaks',
    }, options, []);
  }

  protected render(report: Report): string {
    return this.linesOf(report).map((line) => JSON.stringify(line)).join('\n');
  }

  private linesOf({ severity, title, resource, meanings, facts, freeForm, checks, commands, docs, consoles }: Report): string[] {
    const { titlePrefix, runbook } = this.options;
    const fields = additionalFieldsOf(this.options);
    const fieldLines = (isFreeForm: boolean) => fields.filter(({ value }) => (value.freeFormPath !== undefined) === isFreeForm).map(({ name, value }) => `${name}: ${value.marked}`);
    return [
      [titlePrefix && markedOf(titlePrefix), severity && `${severity}:`, title].filter(Boolean).join(' '),
      ...resource ? [textOf(resource)] : [],
      ...meanings,
      ...facts.map(textOf),
      ...checks.map((check) => `Check: ${check}`),
      ...commands.flatMap(({ line, about, note }) => [...note === undefined ? [] : [note], `Command${about === undefined ? '' : ` for ${about}`}: ${line}`]),
      ...optional('More: ', docs),
      ...consoles.map(([label, url]) => `${label}: ${url}`),
      ...optional('Runbook: ', runbook && markedOf(runbook)),
      ...fieldLines(false),
      `Reported: ${inside('time')}, account ${inside('account')}, Region ${inside('region')}`,
      `Rule: ${inside('aws.events.rule-name')}`,
      ...fieldLines(true),
      ...freeForm.map(textOf),
    ];
  }
}


function markedOf(text: string): string {
  return new OptionText('', text).marked;
}

function optional(label: string, text: string | undefined): string[] {
  return text === undefined ? [] : [`${label}${text}`];
}
