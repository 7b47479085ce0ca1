import { Lazy } from 'aws-cdk-lib';
import * as events from 'aws-cdk-lib/aws-events';
import { heardBy } from './heard';
import { textLines } from './text-lines';
import type { EcsEventTextOptions } from './text-options';
import { InputError, pathOf, show } from '../validation/input-error';

/** `<name>` in a line: a value of the event. */
const PLACEHOLDER = /<([^<>]+)>/g;

/** EventBridge's fixed quota, in characters. */
const MAX_TEMPLATE_LENGTH = 8192;

/** A text in lines. It reads the pattern of the rule that binds it, at synthesis, so later changes of the pattern are heeded. */
export class TextMessage extends events.RuleTargetInput {
  constructor(private readonly options: EcsEventTextOptions) {
    super();
    for (const prop of ['titlePrefix', 'runbook'] as const) {
      if (options[prop] !== undefined && /[<>\r\n]/.test(options[prop])) {
        throw new InputError({ prop, problem: `found ${show(options[prop])}`, wayOut: 'EventBridge reads <…> as a value of the event, and every line stands for itself: leave out <, > and line breaks' }, 'EcsEventMessage.text');
      }
    }
  }

  public bind(rule: events.IRuleRef): events.RuleTargetInputProperties {
    const lines = () => textLines(heardBy(rule), this.options);
    return {
      // One quoted string a line, each complete in itself.
      inputTemplate: Lazy.uncachedString({ produce: () => checkLength(rule, lines().map(quoted).join('\n')) }),
      inputPathsMap: Lazy.uncachedAny({ produce: () => pathsMap(lines()) }) as unknown as Record<string, string>,
    };
  }
}

function quoted(line: string): string {
  return JSON.stringify(line.replace(PLACEHOLDER, (_, path) => `<${variable(path)}>`));
}

/** Fails for a template that EventBridge refuses at deployment. */
function checkLength(rule: events.IRuleRef, template: string): string {
  if (template.length > MAX_TEMPLATE_LENGTH) {
    throw new InputError({
      prop: 'message',
      problem: `its template has ${template.length} characters, EventBridge takes ${MAX_TEMPLATE_LENGTH}`,
      wayOut: 'Shorten titlePrefix or runbook of EcsEventMessage.text()',
    }, pathOf(rule));
  }
  return template;
}

/** The paths of the values in the lines. Reserved variables of EventBridge need none. */
function pathsMap(lines: readonly string[]): Record<string, string> {
  const paths = lines.flatMap((line) => [...line.matchAll(PLACEHOLDER)].map(([, path]) => path)).filter((path) => !isReserved(path));
  return Object.fromEntries(paths.map((path) => [variable(path), `$.${path}`]));
}

/** The name of the variable for a path: letters, digits, hyphens and underscores only. */
function variable(path: string): string {
  return isReserved(path) ? path : path.replace(/^detail\./, '').replace(/[^A-Za-z0-9_-]+/g, '-').replace(/-$/, '');
}

function isReserved(path: string): boolean {
  return path.startsWith('aws.events.');
}
