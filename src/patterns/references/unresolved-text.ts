/**
 * Whether two texts are equal, or one begins or ends with the other, if parts of them are known at deployment only.
 *
 * `certain`: in every deployment. `possible`: in some deployment. `no`: in none.
 */
export type Overlap = 'no' | 'possible' | 'certain';

// What is not known is marked in a text by a pair of control characters, with an id between them that is the same for the same value.
const NAME = '\u0001';
const ANYTHING = '\u0002';
const GENERATED = '\u0003';
const UNKNOWN = new RegExp(`[${NAME}${ANYTHING}${GENERATED}]`);
const GENERATED_NAME = `${GENERATED}[^=${GENERATED}]*=([^${GENERATED}]*)${GENERATED}`;
const GENERATED_NAMES = new RegExp(GENERATED_NAME, 'g');
const ONE_GENERATED_NAME = new RegExp(`^${GENERATED_NAME}$`);

/** A part of a text that is known at deployment only, and has neither `:` nor `/` in it, such as a name or a Region. */
export function unknownName(id: string): string {
  return `${NAME}${encodeURIComponent(id)}${NAME}`;
}

/** A part of a text that is known at deployment only, and can be anything. */
export function unknownText(id: string): string {
  return `${ANYTHING}${encodeURIComponent(id)}${ANYTHING}`;
}

/** The name that CloudFormation generates for a resource: it begins with the name of the stack, and no other resource has it. */
export function generatedName(id: string, stackName: string): string {
  return `${GENERATED}${encodeURIComponent(id)}=${stackName}${GENERATED}`;
}

/** The same text, if it is the name of something: what is unknown in it has neither `:` nor `/`. */
export function asName(text: string): string {
  return text.split(ANYTHING).join(NAME);
}

/** Whether a part of the text is known at deployment only. */
export function isUnresolved(text: string): boolean {
  return UNKNOWN.test(text);
}

/** Whether a part of the text may be equal to anything: it is known at deployment only, and no resource of the app has it for itself. */
export function isOpen(text: string): boolean {
  return text.includes(NAME) || text.includes(ANYTHING);
}

/** What the generated names in a text begin with. */
export function generatedHeads(text: string): string[] {
  return [...text.matchAll(GENERATED_NAMES)].map(([, stackName]) => stackName);
}

/** A text without the generated names in it. */
export function withoutGenerated(text: string): string {
  return text.replace(GENERATED_NAMES, '');
}

export function equalTexts(one: string, other: string): Overlap {
  if (one === other) {
    return 'certain';
  }
  if (!isUnresolved(one) && !isUnresolved(other)) {
    return 'no';
  }
  if (one.includes(ANYTHING) || other.includes(ANYTHING)) {
    return possibly(headsAgree(one, other) && tailsAgree(one, other));
  }
  const [mine, theirs] = [segments(one), segments(other)];
  return possibly(mine.length === theirs.length && mine.every((segment, i) => segmentsAgree(segment, theirs[i])));
}

export function beginsWith(text: string, prefix: string): Overlap {
  if (text.startsWith(prefix)) {
    return 'certain';
  }
  if (!isUnresolved(text) && !isUnresolved(prefix)) {
    return 'no';
  }
  if (text.includes(ANYTHING) || prefix.includes(ANYTHING)) {
    return possibly(openHeadsAgree(text, prefix));
  }
  const [mine, theirs] = [segments(text), segments(prefix)];
  const last = theirs.length - 1;
  const firstAgree = mine.length > last && theirs.slice(0, last).every((segment, i) => segmentsAgree(mine[i], segment));
  return possibly(firstAgree && segmentBeginsWith(mine[last], theirs[last]));
}

/** Whether a text can begin with both. */
export function prefixesMeet(one: string, other: string): Overlap {
  const both = [beginsWith(one, other), beginsWith(other, one)];
  return both.includes('certain') ? 'certain' : possibly(both.includes('possible'));
}

export function endsWith(text: string, suffix: string): Overlap {
  if (text.endsWith(suffix)) {
    return 'certain';
  }
  if (!isUnresolved(text) && !isUnresolved(suffix)) {
    return 'no';
  }
  if (text.includes(ANYTHING) || suffix.includes(ANYTHING)) {
    return possibly(tailsAgree(text, suffix, true));
  }
  const [mine, theirs] = [segments(text).reverse(), segments(suffix).reverse()];
  const last = theirs.length - 1;
  const lastAgree = mine.length > last && theirs.slice(0, last).every((segment, i) => segmentsAgree(mine[i], segment));
  return possibly(lastAgree && tailsAgree(mine[last], theirs[last], true));
}

/** Whether a text can end with both. */
export function suffixesMeet(one: string, other: string): Overlap {
  const both = [endsWith(one, other), endsWith(other, one)];
  return both.includes('certain') ? 'certain' : possibly(both.includes('possible'));
}

function possibly(is: boolean): Overlap {
  return is ? 'possible' : 'no';
}

/** The parts of an ARN, and the names in its resource. */
function segments(text: string): string[] {
  return text.split(/[:/]/);
}

function segmentsAgree(one: string, other: string): boolean {
  if (one === other) {
    return true;
  }
  const [mine, theirs] = [ONE_GENERATED_NAME.exec(one)?.[1], ONE_GENERATED_NAME.exec(other)?.[1]];
  if (mine !== undefined && theirs !== undefined) {
    return false;
  }
  if (mine !== undefined && !isUnresolved(other)) {
    return other.startsWith(mine);
  }
  if (theirs !== undefined && !isUnresolved(one)) {
    return one.startsWith(theirs);
  }
  return (isUnresolved(one) || isUnresolved(other)) && headsAgree(one, other) && tailsAgree(one, other);
}

/** Whether a name can begin with another one, or with a part of a name. */
function segmentBeginsWith(text: string, prefix: string): boolean {
  const [mine, theirs] = [ONE_GENERATED_NAME.exec(text)?.[1], ONE_GENERATED_NAME.exec(prefix)?.[1]];
  return theirs === undefined ? openHeadsAgree(text, prefix) : mine === undefined && (isUnresolved(text) || text.startsWith(theirs));
}

/** What is known of the beginning of a text. */
function head(text: string): string {
  return text.split(UNKNOWN, 1)[0];
}

function tail(text: string): string {
  return text.split(UNKNOWN).pop()!;
}

/** Whether two texts can be equal, by how they begin. */
function headsAgree(one: string, other: string): boolean {
  return openHeadsAgree(one, other) && openHeadsAgree(other, one);
}

/** Whether a text can begin with a prefix, by what is known of its beginning. */
function openHeadsAgree(text: string, prefix: string): boolean {
  const [mine, theirs] = [head(text), head(prefix)];
  return mine.startsWith(theirs) || (isUnresolved(text) && theirs.startsWith(mine));
}

/** Whether two texts can be equal, or the first end with the second, by what is known of their ends. */
function tailsAgree(text: string, other: string, isSuffix: boolean = false): boolean {
  const [mine, theirs] = [tail(text), tail(other)];
  return mine.endsWith(theirs) ? isSuffix || isUnresolved(other) || mine === theirs : isUnresolved(text) && theirs.endsWith(mine);
}
