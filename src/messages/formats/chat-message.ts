import type * as events from 'aws-cdk-lib/aws-events';
import { MessageInput } from './message-input';
import { OptionText } from './option-text';
import type { AdditionalField } from './user-texts';
import { additionalFieldsOf, checkReservedNames, checkTexts, textsIn } from './user-texts';
import { ValidationError } from '../../validation/validation-error';
import type { EcsEventChatOptions } from '../chat-options';
import { checkShownCauses } from '../checks/check-shown-causes';
import { inside, own } from '../content/placeholder';
import { textOf, valuesOf } from '../content/rendered-line';
import type { Report } from '../content/report';

/**
 * A custom notification of Amazon Q Developer in chat applications. Anything that is not of its form is dropped there without a trace:
 * so every value is a text, and free-form text is a separate value, whose quotes EventBridge escapes, and which every event of the rule has.
 *
 * Title and description are rendered in the markdown of the chat platform, in which a text can mention people and look like a link: what anybody may have
 * written stands in `nextSteps`, `keywords` and `additionalContext` only.
 */
export class ChatMessage extends MessageInput {
  constructor(private readonly options: EcsEventChatOptions) {
    super();
    const factory = 'EcsEventMessage.chat';
    const { environmentName, mentions } = options;
    checkTexts({ factory, unwanted: /[\u0000-\u0009\u000b-\u001f]/, resolution: 'Remove control characters' }, options,
      [...textsIn({ environmentName }), ...(mentions ?? []).map((mention) => new OptionText('mentions', mention))]);
    checkReservedNames(factory, options);
    const structure = additionalFieldsOf(options).find(({ value }) => value.structurePath !== undefined)?.value;
    if (structure) {
      throw new ValidationError({
        prop: structure.prop, problem: `got $.${structure.structurePath}, which is a list or an object`, resolution: 'A chat notification has texts only: use a field of it, or EcsEventMessage.json()',
      }, factory);
    }
  }

  public bind(rule: events.IRuleRef): events.RuleTargetInputProperties {
    checkShownCauses(rule);
    return super.bind(rule);
  }

  protected render(report: Report): string {
    const { titlePrefix, environmentName, runbook } = this.options;
    const [prefix, environment, runbookText] = [titlePrefix, environmentName, runbook].map(markedOf);
    const title = [prefix, report.severity && `${report.severity}:`, report.title, environment && `(${environment})`].filter(Boolean).join(' ');
    const fields = additionalFieldsOf(this.options);
    const free = [
      ...report.freeForm.filter(({ isAlwaysThere }) => isAlwaysThere).map(({ label, paths: [path] }) => ({ label, path })).reverse(),
      ...fields.flatMap(({ name, value: { freeFormPath, onlyPath } }) =>
        freeFormPath !== undefined && onlyPath !== undefined ? [{ label: name, path: onlyPath }] : []),
    ];
    return JSON.stringify({
      version: '1.0',
      source: 'custom',
      id: inside('id'),
      content: {
        textType: 'client-markdown',
        title,
        description: this.linesOf(report, fields).join('\n'),
        nextSteps: [
          ...free.flatMap(({ label, path }) => [`${label}:`, own(path)]),
          ...report.checks,
          ...report.commands.flatMap(({ line, about, note }) => [...note === undefined ? [] : [note], ...about === undefined ? [] : [`For ${about}:`], `\`${line}\``]),
          ...[['More', report.docs], ...report.consoles, ['Runbook', runbookText]].flatMap(([label, text]) => text === undefined ? [] : [`${label}: ${text}`]),
        ],
        keywords: [report.subject, ...free.map(({ path }) => own(path)), ...environment === undefined ? [] : [environment]],
      },
      metadata: {
        ...report.thread !== undefined && { threadId: inside(report.thread) },
        summary: title,
        eventType: report.subject,
        relatedResources: own('resources'),
        additionalContext: {
          ...report.failureSeverity !== undefined && { severity: report.failureSeverity },
          ...Object.fromEntries(this.contextOf(report)),
          account: inside('account'),
          region: inside('region'),
          time: inside('time'),
          ruleName: inside('aws.events.rule-name'),
          ...environment !== undefined && { environment },
          ...runbookText !== undefined && { runbook: runbookText },
          ...Object.fromEntries(fields.map(({ name, value }) => [name, contextValueOf(value)])),
        },
      },
    });
  }

  private contextOf({ resource, facts, freeForm }: Report): [string, string][] {
    return [
      ...[...resource ? [resource] : [], ...facts].map((line): [string, string] => [line.key, valuesOf(line)]),
      ...freeForm.filter(({ isAlwaysThere }) => isAlwaysThere).map(({ key, paths: [path] }): [string, string] => [key, own(path)]),
    ];
  }

  private linesOf({ resource, meanings, facts }: Report, fields: readonly AdditionalField[]): string[] {
    const { mentions } = this.options;
    return [
      ...mentions ? [mentions.map(markedOf).join(' ')] : [],
      ...resource ? [textOf(resource)] : [],
      ...meanings,
      ...facts.map(textOf),
      `Reported: ${inside('time')}, account ${inside('account')}, Region ${inside('region')}`,
      ...fields.filter(({ value }) => value.freeFormPath === undefined).map(({ name, value }) => `${name}: ${value.marked}`),
    ];
  }
}


/** Free-form text alone is a separate value; anything else is a text. */
function contextValueOf({ freeFormPath, onlyPath, marked }: OptionText): string {
  return freeFormPath !== undefined && onlyPath !== undefined ? own(onlyPath) : marked;
}

function markedOf<T extends string | undefined>(text: T): T {
  return (text === undefined ? undefined : new OptionText('', text).marked) as T;
}
