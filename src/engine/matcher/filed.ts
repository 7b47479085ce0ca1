/** An entry of a list as event-ruler files it in its machine of bytes: by what it is known again, and how it disturbs other entries. */
export interface Filed {
  /** Two entries with the same identity are one to event-ruler. */
  readonly id: string;
  /** Whether it is about numbers. */
  readonly isNumeric?: boolean;
  /** The first character that it is filed under; absent for numbers, addresses and presence, which no text disturbs. */
  readonly first?: string;
  /** The texts in it, in the direction in which they are filed: those at the end of a value from their end on, of wildcards what stands before `*`. */
  readonly texts?: readonly string[];
  /** Whether a value has to be equal to it. */
  readonly isPlain?: boolean;
  /** Whether it has a wildcard. */
  readonly isWild?: boolean;
  /** Whether upper and lower case are the same to it. */
  readonly isInAnyCase?: boolean;
  /** Whether it is about the start or the end of a text. */
  readonly isPart?: boolean;
  /** Whether it is a range that is filed under every first character. */
  readonly isWide?: boolean;
}

/** Texts stand in quotes. */
const QUOTE = '"';

/** Texts. */
export function filedTexts(id: string, texts: readonly string[], kind: Pick<Filed, 'isPlain' | 'isWild' | 'isInAnyCase' | 'isPart'> = {}): Filed {
  return { id, first: QUOTE, texts, ...kind };
}

/** Texts at the end of a value. */
export function filedEnds(id: string, texts: readonly string[], kind: Pick<Filed, 'isInAnyCase' | 'isPart'> = {}): Filed {
  return filedTexts(id, texts.map((text) => [...text].reverse().join('')), kind);
}

/** Texts with wildcards. */
export function filedWildcards(id: string, texts: readonly string[]): Filed {
  const heads = texts.map((text) => /^(?:[^\\*]|\\.)*/.exec(text)![0]);
  return filedTexts(id, heads.map((head) => head.replace(/\\(.)/g, '$1')), { isWild: heads.some((head, at) => head !== texts[at]) });
}

/** null, true or false. */
export function filedLiteral(literal: boolean | null): Filed {
  return { id: `literal ${literal}`, first: String(literal)[0], isPlain: true };
}

/** A range of numbers. Those below zero start with the lowest byte, all others with the highest: from one to the other every byte is a match. */
export function filedRange(id: string, bottom: number, top: number): Filed {
  return { id, isNumeric: true, isWide: bottom < 0 && top >= 0 };
}
