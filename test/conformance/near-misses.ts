type Json = any;

/** The event with one part of a field changed: a letter, its case, a part of an ARN, an element of an array. */
export function changed(event: object, field: string): Json[] {
  return replacedAt(event, field.split('.'), changes);
}

/** The event without a field, with none of its elements, or with one more. */
export function miscounted(event: object, field: string): Json[] {
  return replacedAt(event, field.split('.'), (value) => [undefined, ...Array.isArray(value) ? [[], [...value, changes(value[0])[0]]] : []]);
}

/** The values that come about when what stands at a path is replaced by each of its variants, in each element of the arrays on the way. */
function replacedAt(value: Json, path: readonly string[], variants: (value: Json) => Json[]): Json[] {
  if (path.length === 0) {
    return variants(value);
  }
  if (Array.isArray(value)) {
    return value.flatMap((element, at) => replacedAt(element, path, variants).map((other) => replaced(value, at, other)));
  }
  const [key, ...rest] = path;
  return value?.[key] === undefined ? [] : replacedAt(value[key], rest, variants).map((other) => ({ ...value, [key]: other }));
}

/** What is almost the value. */
function changes(value: Json): Json[] {
  if (Array.isArray(value)) {
    return value.flatMap((element, at) => changes(element).map((other) => replaced(value, at, other)));
  }
  switch (typeof value) {
    case 'string':
      return [null, '', value.slice(0, -1), `${value}-2`, value.toLowerCase(), value.toUpperCase(), ...otherParts(value)].filter((other) => other !== value);
    case 'number':
      return [null, 0, value + 1, String(value)].filter((other) => other !== value);
    default:
      return [null, !value, String(value)];
  }
}

/** An ARN, or the group of a task, with each of the parts changed that say what it is: the Region, the account and the names. */
function otherParts(text: string): string[] {
  const parts = text.split(/([:/])/);
  const isSaying = (at: number) => at % 2 === 0 && (!text.startsWith('arn:') || [6, 8].includes(at) || at > 10);
  return parts.length === 1 ? [] : parts.flatMap((part, at) => (isSaying(at) ? [replaced(parts, at, `${part}-2`).join('')] : []));
}

function replaced<T>(list: readonly T[], at: number, element: T): T[] {
  return [...list.slice(0, at), element, ...list.slice(at + 1)];
}
