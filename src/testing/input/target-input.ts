import { valueAt } from './json-path';

/** The part of a target of `AWS::Events::Rule` that says what it receives. At most one of the three is there. */
export interface TargetInput {
  readonly Input?: string;
  readonly InputPath?: string;
  readonly InputTransformer?: {
    readonly InputPathsMap?: { readonly [variable: string]: string };
    readonly InputTemplate: string;
  };
}

/** What the rule itself contributes to a message. */
export interface RuleIdentity {
  readonly name: string;
  readonly arn: string;
}

/** The body that a target receives. */
export function renderInput(input: TargetInput, event: Record<string, unknown>, rule: RuleIdentity): string {
  if (input.Input !== undefined) {
    return input.Input;
  }
  if (input.InputPath !== undefined) {
    return JSON.stringify(valueAt(input.InputPath, event)) ?? '';
  }
  if (input.InputTransformer === undefined) {
    return JSON.stringify(event);
  }
  const variables = new Map<string, unknown>();
  for (const [variable, path] of Object.entries(input.InputTransformer.InputPathsMap ?? {})) {
    variables.set(variable, valueAt(path, event));
  }
  const { detail: _detail, ...withoutDetail } = event;
  // Reserved names come last: nothing can override them.
  variables.set('aws.events.rule-arn', rule.arn);
  variables.set('aws.events.rule-name', rule.name);
  variables.set('aws.events.event', withoutDetail);
  variables.set('aws.events.event.json', event);
  variables.set('aws.events.event.ingestion-time', event.time);
  return fillIn(input.InputTransformer.InputTemplate, variables);
}

/**
 * Puts the values in. Inside a quoted string they are inserted as they are, without quotes and unescaped; elsewhere as JSON, a string with its quotes.
 * What the event does not have leaves nothing behind. A name that is not defined is no placeholder.
 */
function fillIn(template: string, variables: ReadonlyMap<string, unknown>): string {
  let isQuoted = false;
  return template.replace(/\\.|"|<([^<>]*)>/gs, (text, variable?: string) => {
    if (text === '"') {
      isQuoted = !isQuoted;
    }
    if (variable === undefined || !variables.has(variable)) {
      return text;
    }
    const value = variables.get(variable);
    if (value === undefined) {
      return '';
    }
    return isQuoted ? asText(value) : JSON.stringify(value);
  });
}

/** A value inside a string: EventBridge takes the quotes out of JSON, so that the string stays one. */
function asText(value: unknown): string {
  return typeof value === 'string' ? value : JSON.stringify(value).replaceAll('"', '');
}
