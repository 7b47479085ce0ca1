import type { TemplateParameter } from './template';
import { likelyValue, readable, unknownValue } from '../values/unknown';

/** The name of the parameter of Systems Manager that a parameter of a template stands for; undefined for other parameters. */
export function parameterOfSystemsManager(name: string, { Type, Default }: TemplateParameter, given: unknown): string | undefined {
  return Type.startsWith('AWS::SSM::Parameter::Value') ? readable(String(given ?? Default ?? name)) : undefined;
}

/** What a parameter stands for: the value that was given, its default, or an unknown value. */
export function parameterValue(name: string, parameter: TemplateParameter, given: unknown): unknown {
  const isList = parameter.Type === 'CommaDelimitedList' || parameter.Type.includes('List<');
  if (given !== undefined) {
    return isList && !Array.isArray(given) ? elementsOf(given) : given;
  }
  const stored = parameterOfSystemsManager(name, parameter, given);
  if (stored !== undefined) {
    const value = unknownValue(`value-of-${stored}`);
    return isList ? [value] : value;
  }
  if (parameter.Type === 'Number') {
    return parameter.Default ?? 1;
  }
  if (parameter.Default === undefined) {
    return isList ? [unknownValue(name)] : unknownValue(name);
  }
  const likely = (text: string) => likelyValue(name, text);
  return isList ? elementsOf(parameter.Default).map(likely) : likely(String(parameter.Default));
}

function elementsOf(value: unknown): string[] {
  return [value].flat().flatMap((each) => String(each).split(',')).map((element) => element.trim());
}
