import { checkLimits } from './input-limits';
import { InputTemplate } from './input-template';
import { JsonPath } from './json-path';
import { predefined } from './predefined-variables';
import type { RuleIdentity } from './predefined-variables';
import { RenderedInput } from './rendered-input';
import type { TargetInputProps } from './target-input-props';
import type { Variable } from './variable';

/** What a target receives for an event. */
export type TargetInput = (event: Record<string, unknown>) => RenderedInput;

/** Reads the input of a target, once for all events. Throws if EventBridge would refuse it. */
export function targetInput(props: TargetInputProps, rule: RuleIdentity): TargetInput {
  checkLimits(props);
  const { Input, InputPath, InputTransformer } = props;
  if (Input !== undefined) {
    return () => new RenderedInput(Input);
  }
  if (InputPath !== undefined) {
    return partOf(new JsonPath(InputPath));
  }
  if (InputTransformer === undefined) {
    return (event) => new RenderedInput(JSON.stringify(event));
  }
  const template = new InputTemplate(InputTransformer.InputTemplate, variables(InputTransformer.InputPathsMap ?? {}, rule));
  return (event) => template.fill(event);
}

function partOf(path: JsonPath): TargetInput {
  return (event) => {
    const value = path.valueIn(event);
    const assumptions = path.assumption === undefined ? [] : [path.assumption];
    if (value !== undefined) {
      return new RenderedInput(JSON.stringify(value), { assumptions });
    }
    const problem = path.misunderstood === undefined
      ? `the event has no ${path.text}, which is all that the target is to receive`
      : `the InputPath ${path.text} ${path.misunderstood}`;
    return new RenderedInput('', { mustBeJson: true, isPart: true, suspicion: problem, problems: [problem], assumptions: ['an event without the InputPath of a target is not delivered: AWS does not document it'] });
  };
}

function variables(paths: Readonly<Record<string, string>>, rule: RuleIdentity): (name: string) => Variable | undefined {
  const known = new Map(Object.entries(paths).map(([name, text]) => [name, ofPath(new JsonPath(text))]));
  return (name) => known.get(name) ?? predefined(name, rule);
}

function ofPath(path: JsonPath): Variable {
  return { path, assumption: path.assumption, valueIn: (event) => path.valueIn(event) };
}
