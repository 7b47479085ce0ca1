import { Lazy } from 'aws-cdk-lib';
import * as events from 'aws-cdk-lib/aws-events';
import { InputError, located, pathOf, show } from '../validation/input-error';
import { heardBy } from './rule-pattern';
import { textLines } from './text-lines';
import type { EcsEventTextOptions } from './text-options';

/** `<name>` in a line: a value of the event. */
const PLACEHOLDER = /<([^<>]+)>/g;

/** A text in lines. It reads the pattern of the rule that binds it, at synthesis, so later changes of the pattern are heeded. */
export class TextMessage extends events.RuleTargetInput {
  constructor(private readonly options: EcsEventTextOptions) {
    super();
    for (const prop of ['titlePrefix', 'runbook'] as const) {
      if (options[prop] !== undefined && /[<>\n]/.test(options[prop])) {
        throw new InputError({ prop, problem: `found ${show(options[prop])}`, wayOut: 'EventBridge reads <…> as a value of the event, and every line stands for itself: leave out <, > and line breaks' }, 'EcsEventMessage.text');
      }
    }
  }

  public bind(rule: events.IRuleRef): events.RuleTargetInputProperties {
    const lines = () => located(pathOf(rule), () => textLines(heardBy(rule), this.options));
    return {
      // One quoted string a line, each complete in itself.
      inputTemplate: Lazy.uncachedString({ produce: () => lines().map((line) => JSON.stringify(line.replace(PLACEHOLDER, (_, path) => `<${variable(path)}>`))).join('\n') }),
      inputPathsMap: Lazy.uncachedAny({ produce: () => pathsMap(lines()) }) as unknown as Record<string, string>,
    };
  }
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
