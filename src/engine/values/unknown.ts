/*
 * Values that only a deployment knows are marked inside of strings, so that intrinsic functions can join and split them like any other text. A mark
 * is made of characters that no template has: Unicode's private use areas.
 */

const INVENTED = '\uE010';
const LIKELY = '\uE011';
const BETWEEN = '\uE012';
const END = '\uE013';
/** Where the characters of a mark are moved to: to a plane of Unicode that is not used, so that nothing splits a mark. */
const SHIFT = 0xF0000;

const MARK = /[\uE010\uE011]([^\uE012]*)\uE012([^\uE013]*)\uE013/gu;
const LIKELY_MARK = /\uE011[^\uE012]*\uE012([^\uE013]*)\uE013/gu;

/**
 * A value that is not known before the deployment, such as what another app exports.
 *
 * @param label what it is, and how it is shown: two values with the same label are the same
 */
export function unknownValue(label: string): string {
  return INVENTED + BETWEEN + shifted(label, SHIFT) + END;
}

/**
 * A value that is likely but can be another one, such as the default of a parameter.
 *
 * @param label what it is: two values with the same label and value are the same
 */
export function likelyValue(label: string, value: string): string {
  return LIKELY + shifted(label, SHIFT) + BETWEEN + shifted(value, SHIFT) + END;
}

/** Whether a part of the text is not known for certain. */
export function hasUnknown(text: string): boolean {
  return text.includes(END);
}

/** Whether a part of the text is unknown and has no likely value either. */
export function hasInvented(text: string): boolean {
  return text.includes(INVENTED);
}

/** The text as shown to people. */
export function readable(text: string): string {
  return hasUnknown(text) ? text.replace(MARK, (_match, _label: string, value: string) => shifted(value, -SHIFT)) : text;
}

/** The text with likely values in place of their marks. */
export function withLikelyValues(text: string): string {
  return text.includes(LIKELY) ? text.replace(LIKELY_MARK, (_match, value: string) => shifted(value, -SHIFT)) : text;
}

/** A JSON value with every text as shown to people. */
export function readableJson<T>(value: T): T {
  if (typeof value === 'string') {
    return readable(value) as T;
  }
  if (Array.isArray(value)) {
    return value.map(readableJson) as T;
  }
  return typeof value === 'object' && value !== null
    ? Object.fromEntries(Object.entries(value).map(([key, inner]) => [readable(key), readableJson(inner)])) as T
    : value;
}

/** The parts of a text: characters, and marks as a whole. */
export function partsOf(text: string): string[] {
  return text.match(/[\uE010\uE011][^\uE013]*\uE013|[^]/g) ?? [];
}

/** Whether a part of `partsOf` is a mark. */
export function isMark(part: string): boolean {
  return part.endsWith(END) && part.length > 1;
}

/** Moves characters by a multiple of 0x10000. Moved back, those that are not moved stay: `fromCharCode` takes the lower 16 bits. */
function shifted(text: string, by: number): string {
  return by > 0
    ? text.split('').map((unit) => String.fromCodePoint(unit.charCodeAt(0) + by)).join('')
    : [...text].map((character) => String.fromCharCode(character.codePointAt(0)! + by)).join('');
}
