import { PatternError } from './pattern-error';
import { matchesParts } from '../values/glob';

/** Which part of the value a text must cover. */
export enum Extent {
  WHOLE,
  START,
  END,
}

function escaped(text: string): string {
  return text.replace(/[\\^$.*+?()[\]{}|/-]/g, '\\$&');
}

/** Whether a text starts with another. event-ruler compares with the quotes around the text, so that `"` is a prefix of the empty text. */
export function startsWith(start: string): (text: string) => boolean {
  return start.endsWith('"') ? (text) => `${text}"`.startsWith(start) : (text) => text.startsWith(start);
}

/** Whether a text ends with another. */
export function endsWith(end: string): (text: string) => boolean {
  return end.startsWith('"') ? (text) => `"${text}`.endsWith(end) : (text) => text.endsWith(end);
}

/**
 * A text in any case, character by character as event-ruler does it: each character of the pattern stands for its lower and its upper case
 * and for nothing else. So `ß` also means `SS`, but never `ss`, and characters beyond the basic plane never match.
 */
export function ignoringCase(text: string, extent: Extent): (value: string) => boolean {
  const source = text.split('').map((character) => {
    // Half of a surrogate pair: encoded alone it becomes a question mark.
    if (/[\ud800-\udfff]/.test(character)) {
      return '\\?';
    }
    const lower = escaped(character.toLowerCase());
    const upper = escaped(character.toUpperCase());
    return lower === upper ? lower : `(?:${lower}|${upper})`;
  }).join('');
  switch (extent) {
    case Extent.START: {
      const expression = new RegExp(`^${source}`);
      return (value) => expression.test(`${value}"`);
    }
    case Extent.END: {
      const expression = new RegExp(`${source}$`);
      return (value) => expression.test(`"${value}`);
    }
    case Extent.WHOLE: {
      const expression = new RegExp(`^${source}$`);
      return (value) => expression.test(value);
    }
  }
}

/** A text in which `*` stands for any characters; `\*` and `\\` are the characters themselves. */
export function wildcard(path: string, text: string): (value: string) => boolean {
  const parts = [''];
  for (let at = 0; at < text.length; at++) {
    const character = text[at];
    const next = text[at + 1];
    if (character === '*') {
      if (next === '*') {
        throw new PatternError(path, `consecutive wildcard characters in "${text}"`);
      }
      parts.push('');
    } else if (character === '\\') {
      if (next !== '*' && next !== '\\') {
        throw new PatternError(path, `invalid escape character in "${text}": a backslash stands only before * or another backslash`);
      }
      parts[parts.length - 1] += next;
      at++;
    } else {
      parts[parts.length - 1] += character;
    }
  }
  return (value) => matchesParts(parts, value);
}
