import { formOf } from './input-form';
import type { InputForm } from './input-form';
import { insert } from './insertion';
import { RenderedInput } from './rendered-input';
import type { Variable } from './variable';
import { RefusedError } from '../values/refused-error';

/** Stands for the value of the n-th placeholder while only the rest of the template matters. No text has this character. */
const MARK = '\uE000';

/** A key that a placeholder stands in. */
const KEY = /\uE000(\d+)\uE000(?:\\.|[^"\\])*"\s*:/s;

/** The names that a variable can have. */
const NAME = /^[\w.-]+$/;

interface Placeholder {
  readonly name: string;
  readonly isQuoted: boolean;
  readonly variable: Variable;
}

/**
 * The template of an input transformer, read once for all events. The rules, as the user guide of EventBridge ("Amazon EventBridge input
 * transformation", "Common issues with transforming input") and the API reference (`InputTransformer`, `PutTargets`) document them, and as they were
 * recorded on AWS by others ([r]: test_events_inputs.snapshot.json of LocalStack, last run on AWS on 2025-10-08).
 *
 * - A template is JSON (`{…}`, `[…]`), or a text: one string in quotes, or several on separate lines. A text keeps its quotes and its lines [r],
 *   in emails too (hashicorp/terraform-provider-aws#43253). "For strings, quotes are required"; what is neither is refused at deployment, and so is a
 *   placeholder as a key.
 * - `<name>` is a value of the event, by a JSON path, or one of the predefined ones: `aws.events.rule-arn`, `aws.events.rule-name`,
 *   `aws.events.event.ingestion-time`, `aws.events.event` (without `detail`, and with `detailType` for `detail-type` [r]), `aws.events.event.json`.
 *   A name that is not defined is refused at deployment [r]. `<` and `>` cannot be escaped; in JSON they can be spelled `\u003c` and `\u003e`.
 * - Escapes of the template (`\"`, `\n`, `\u003c`) stay as they are.
 * - Without quotes around it a value becomes JSON: strings get quotes; numbers, true, false, objects and arrays stand as they are.
 * - Inside of quotes a string is inserted as it is, "EventBridge doesn't escape values"; numbers, true and false as in JSON.
 * - Inside of quotes "EventBridge removes any internal quotes" of an object or an array: in a text it does, `[a,b]` and `{k:v}` [r]. In JSON it
 *   does not: nothing arrived [r].
 * - A path that the event lacks: "that variable isn't created and won't appear in the output". Inside of quotes nothing is left [r]; without quotes in
 *   JSON it is `""` [r].
 * - "EventBridge replaces input transformers during runtime to ensure a valid JSON output": JSON that an object or a list broke never came to a queue
 *   [r]. It is taken to be so for strings and for other targets; `INVALID_JSON` is among the error codes of dead letters.
 *
 * What AWS does not document, or does otherwise than documented, is an assumption of the input that it was made for: escapes in values, null, what
 * stands without quotes in a text, escapes of the template in a text.
 *
 * @see https://docs.aws.amazon.com/eventbridge/latest/userguide/eb-transform-target-input.html
 * @see https://docs.aws.amazon.com/eventbridge/latest/APIReference/API_InputTransformer.html
 */
export class InputTemplate {
  /** The text between the placeholders: one more than there are placeholders. */
  private readonly texts: string[] = [];
  private readonly placeholders: Placeholder[] = [];
  private readonly isJson: boolean;
  private readonly assumptions = new Set<string>();

  /**
   * Throws if EventBridge would refuse the template.
   *
   * @param variables the variables that may be used; undefined for a name that is not defined
   */
  constructor(template: string, private readonly variables: (name: string) => Variable | undefined) {
    let [isQuoted, end] = [false, 0];
    for (const { 0: text, 1: name, index } of template.matchAll(/\\.|"|<([^<>]*)>/gs)) {
      const variable = name === undefined ? undefined : this.defined(name);
      if (text === '"') {
        isQuoted = !isQuoted;
      } else if (variable !== undefined) {
        this.texts.push(template.slice(end, index));
        this.placeholders.push({ name, isQuoted, variable });
        end = index + text.length;
      }
    }
    this.texts.push(template.slice(end));
    this.isJson = this.checkForm() === 'json';
    if (!this.isJson && this.texts.some((text) => text.includes('\\'))) {
      this.assumptions.add('escapes in the text of the input template stay as they are: AWS documents it for \\" only, and emulators disagree');
    }
  }

  /** Fills the values of an event in. */
  public fill(event: Record<string, unknown>): RenderedInput {
    const assumptions = [...this.assumptions];
    const problems: string[] = [];
    let [body] = this.texts;
    let suspicion: string | undefined;
    this.placeholders.forEach(({ name, isQuoted, variable }, index) => {
      const value = variable.valueIn(event);
      const { text, assumption, isDangerous } = insert(value, { placeholder: `<${name}>`, isQuoted, isInJson: this.isJson });
      assumptions.push(...[variable.assumption, assumption].filter((each) => each !== undefined));
      if (value === undefined) {
        problems.push(whyEmpty(name, variable));
      }
      if (isDangerous) {
        suspicion ??= `the value of <${name}> at position ${body.length}, inside of quotes, has quotes, backslashes or line breaks`;
      }
      body += text + this.texts[index + 1];
    });
    return new RenderedInput(body, { mustBeJson: this.isJson && suspicion !== undefined, suspicion, assumptions, problems });
  }

  /** The variable of a placeholder; undefined for what is none. Throws if it is not defined. */
  private defined(name: string): Variable | undefined {
    const variable = this.variables(name);
    if (variable === undefined) {
      if (NAME.test(name)) {
        throw new RefusedError(`the template has the placeholder <${name}>, which is not defined: add it to InputPathsMap`);
      }
      this.assumptions.add(`<${name}> in the input template is text: EventBridge does not take it for a variable that is not defined`);
    }
    return variable;
  }

  private checkForm(): InputForm {
    const skeleton = this.texts.map((text, index) => text + marked(index, this.placeholders[index])).join('');
    const form = formOf(skeleton);
    if (form === undefined) {
      throw new RefusedError('the template is neither JSON nor a text in quotes: check its quotes, brackets and commas');
    }
    const key = KEY.exec(skeleton);
    if (key !== null) {
      throw new RefusedError(`the template has the placeholder <${this.placeholders[Number(key[1])].name}> in a key: only values can be filled in`);
    }
    return form;
  }
}

/** What stands for a placeholder in the skeleton. Behind the last text there is none. */
function marked(index: number, placeholder: Placeholder | undefined): string {
  const mark = MARK + index + MARK;
  if (placeholder === undefined) {
    return '';
  }
  return placeholder.isQuoted ? mark : `"${mark}"`;
}

function whyEmpty(name: string, { path }: Variable): string {
  const why = path?.misunderstood === undefined ? `the event has no ${path?.text ?? 'value for it'}` : `its path ${path.text} ${path.misunderstood}`;
  return `<${name}> is empty: ${why}`;
}
