import type { TemplateParameter } from './template';
import { likelyValue, unknownValue } from '../values/unknown';

/** What a parameter stands for: the value that was given, its default, or a value that nobody knows. */
export function parameterValue(name: string, parameter: TemplateParameter, given: unknown): unknown {
  const isList = parameter.Type === 'CommaDelimitedList' || parameter.Type.includes('List<');
  if (given !== undefined) {
    return isList && !Array.isArray(given) ? elementsOf(given) : given;
  }
  // The default is the name of an SSM parameter whose value only AWS knows.
  if (parameter.Type.startsWith('AWS::SSM::Parameter::Value')) {
    const value = unknownValue(`value-of-${String(parameter.Default ?? name)}`);
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
