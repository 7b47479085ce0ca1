import { Token } from 'aws-cdk-lib';
import { ValidationError, show } from './validation-error';

/**
 * The elements of a filter list. `undefined` means that the filter was omitted.
 *
 * @throws ValidationError if the list is empty or has `undefined`, `null` or an empty string in it
 */
export function filterList<T>(prop: string, values: readonly T[] | undefined | null): readonly T[] | undefined {
  if (values === undefined || values === null) {
    return undefined;
  }
  checkElements(prop, values);
  if (values.length === 0) {
    throw new ValidationError({
      prop,
      problem: 'the list is empty, got []',
      resolution: `An empty list matches no events: omit ${prop} to match all events, or list at least one value`,
    });
  }
  return values;
}

/** The elements of a list of exclusions: an empty one excludes nothing. */
export function exclusionList<T>(prop: string, values: readonly T[] | undefined | null): readonly T[] {
  const list = values ?? [];
  checkElements(prop, list);
  return list;
}

function checkElements(prop: string, values: readonly unknown[]): void {
  if (!Array.isArray(values)) {
    throw new ValidationError({ prop, problem: `expected a list, got ${show(values)}`, resolution: 'Put the value into a list' });
  }
  if (Token.isUnresolved(values)) {
    throw new ValidationError({
      prop,
      problem: 'expected a list that is known at synthesis, got a list token',
      resolution: 'List the elements one by one: each of them can be a token',
    });
  }
  // Array.from, because forEach passes over the holes of a sparse list.
  Array.from(values).forEach((value, index) => {
    if (value === undefined || value === null || value === '') {
      throw new ValidationError({
        prop: `${prop}[${index}]`,
        problem: `expected a value, got ${show(value)}`,
        resolution: 'Remove the element, or check why it has no value',
      });
    }
    if (Array.isArray(value)) {
      throw new ValidationError({
        prop: `${prop}[${index}]`,
        problem: `expected one value, got a list: ${show(value)}`,
        resolution: 'Spread the inner list into the outer one',
      });
    }
  });
}
