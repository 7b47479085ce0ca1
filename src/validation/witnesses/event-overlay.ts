import { ABSENT } from './matching-values';

type Json = Record<string, unknown>;

/** A copy of an event with a value at a path. In a list of objects, the first has it; a list of values becomes a list of this one. */
export function withValue(event: Json, path: readonly string[], value: unknown): Json {
  const [field, ...rest] = path;
  const current = event[field];
  if (rest.length === 0) {
    return placed(event, field, Array.isArray(current) && value !== ABSENT ? [value] : value);
  }
  if (Array.isArray(current)) {
    const [first = {}, ...others] = current as Json[];
    const changed = value === ABSENT ? [first, ...others].map((each) => withValue(each, rest, value)) : [withValue(first, rest, value), ...others];
    return placed(event, field, changed);
  }
  const inner = typeof current === 'object' && current !== null ? current as Json : {};
  return value === ABSENT && inner !== current ? event : placed(event, field, withValue(inner, rest, value));
}

/** The values at a path, in whichever elements of lists. */
export function valuesAt(event: unknown, path: readonly string[]): unknown[] {
  if (Array.isArray(event)) {
    return event.flatMap((element) => valuesAt(element, path));
  }
  const [field, ...rest] = path;
  if (field === undefined) {
    return [event];
  }
  return typeof event === 'object' && event !== null && field in event ? valuesAt((event as Json)[field], rest) : [];
}

function placed(event: Json, field: string, value: unknown): Json {
  const { [field]: _before, ...others } = event;
  return value === ABSENT ? others : { ...event, [field]: value };
}
