import type { TemplateParameter } from './template';

/** What a parameter stands for: the value that was given, its default, or a dummy that is the same on every run. */
export function parameterValue(name: string, parameter: TemplateParameter, given: unknown): unknown {
  const isList = parameter.Type === 'CommaDelimitedList' || parameter.Type.includes('List<');
  const value = given ?? valueWithout(name, parameter);
  if (!isList) {
    return value;
  }
  return Array.isArray(value) ? value : String(value).split(',').map((element) => element.trim());
}

function valueWithout(name: string, parameter: TemplateParameter): unknown {
  // The default is the name of an SSM parameter whose value only AWS knows.
  if (parameter.Type.startsWith('AWS::SSM::Parameter::Value')) {
    return `value-of-${String(parameter.Default ?? name)}`;
  }
  return parameter.Default ?? (parameter.Type === 'Number' ? 1 : name);
}
