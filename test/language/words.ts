import type { ForbiddenWord } from './vocabulary';
import { VOCABULARY } from './vocabulary';

/** A violation of the language guide. */
export interface Violation {
  /** Where: a file with its line, or a symbol of the public API. */
  readonly where: string;
  readonly problem: string;
}

/** The forbidden words in a text, with the line of each: in prose that is wrapped over lines too, and in identifiers. */
export function forbiddenWords(file: string, text: string, vocabulary: readonly ForbiddenWord[] = VOCABULARY): Violation[] {
  const { words, offsets } = readable(text);
  return vocabulary.flatMap(({ pattern, instead, reason }) => [...words.matchAll(new RegExp(pattern, 'gi'))].map((found) => ({
    where: `${file}:${lineAt(text, offsets[found.index])}`,
    problem: `"${found[0]}": write ${instead}. ${reason}`,
  })));
}

/** The text as words: camelCase, snake_case and SCREAMING_CASE divided, and the marks of comments and lines between words removed. */
function readable(text: string): { readonly words: string; readonly offsets: readonly number[] } {
  const offsets: number[] = [];
  let words = '';
  const add = (piece: string, at: number) => {
    for (let i = 0; i < piece.length; i++) {
      offsets.push(at);
    }
    words += piece;
  };
  // The end of a line with the marks that begin the next and the end of one string that `+` continues; the last character of a part of an identifier; or any.
  const pieces = /(?:['"`]\s*)?\r?\n[ \t]*(?:\+ ['"`]|\*(?!\/) ?|\/\/[/!]? ?|# )?[ \t]*|[a-z0-9](?=[A-Z])|(?<=[A-Za-z])_(?=[A-Za-z])|[^]/g;
  for (const piece of text.matchAll(pieces)) {
    const [found] = piece;
    const isEndOfPart = /^[a-z0-9]$/.test(found) && /[A-Z]/.test(text.charAt(piece.index + 1));
    add(isEndOfPart ? `${found} ` : found.includes('\n') || found === '_' ? ' ' : found, piece.index);
  }
  return { words, offsets };
}

function lineAt(text: string, offset: number): number {
  return text.slice(0, offset).split('\n').length;
}
