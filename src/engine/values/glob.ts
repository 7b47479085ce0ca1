/**
 * Whether a text matches a pattern in which `*` stands for any characters and `?` for one.
 *
 * What is between two `*` is looked for where it comes first, and never again: a pattern with many `*` takes no longer than one with few.
 */
export function matchesGlob(pattern: string, text: string): boolean {
  return matchesParts(pattern.split('*'), text, true);
}

/** The same with the parts between the `*`, in which `?` stands for one character only if it is a wildcard. */
export function matchesParts([first, ...rest]: readonly string[], text: string, hasSingle = false): boolean {
  const last = rest.pop();
  if (last === undefined) {
    return text.length === first.length && isAt(first, text, 0, hasSingle);
  }
  const end = text.length - last.length;
  if (end < first.length || !isAt(first, text, 0, hasSingle) || !isAt(last, text, end, hasSingle)) {
    return false;
  }
  let from = first.length;
  for (const part of rest) {
    const at = find(part, text.slice(0, end), from, hasSingle);
    if (at < 0) {
      return false;
    }
    from = at + part.length;
  }
  return true;
}

function find(part: string, text: string, from: number, hasSingle: boolean): number {
  if (!hasSingle || !part.includes('?')) {
    return text.indexOf(part, from);
  }
  for (let at = from; at + part.length <= text.length; at++) {
    if (isAt(part, text, at, hasSingle)) {
      return at;
    }
  }
  return -1;
}

function isAt(part: string, text: string, at: number, hasSingle: boolean): boolean {
  if (!hasSingle || !part.includes('?')) {
    return text.startsWith(part, at);
  }
  for (let index = 0; index < part.length; index++) {
    if (part[index] !== '?' && part[index] !== text[at + index]) {
      return false;
    }
  }
  return true;
}
