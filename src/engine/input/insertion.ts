/** Where a value is inserted into a template. */
export interface Place {
  /** The placeholder, such as `<reason>`. */
  readonly placeholder: string;
  /** Whether it stands inside of a quoted string. */
  readonly isQuoted: boolean;
  /** Whether the template is JSON, and not a text in quotes. */
  readonly isInJson: boolean;
}

/** What stands for a value in a body. */
export interface Insertion {
  readonly text: string;
  /** What is taken for granted for it. */
  readonly assumption?: string;
  /** Whether it can end or break the string that it stands in. */
  readonly isDangerous?: boolean;
}

/** What JSON escapes in a string. */
const ESCAPED = /["\\\u0000-\u001f]/;

/** What stands for a value at a place, by the rules of `InputTemplate`. */
export function insert(value: unknown, place: Place): Insertion {
  if (value === undefined) {
    return nothing(place);
  }
  if (value === null) {
    return { text: 'null', assumption: `${place.placeholder}, which is null, is written as null: AWS does not document it` };
  }
  return place.isQuoted ? inQuotes(value, place) : alone(value, place);
}

function nothing({ placeholder, isQuoted, isInJson }: Place): Insertion {
  if (isQuoted) {
    return { text: '' };
  }
  return isInJson
    ? { text: '""', assumption: `${placeholder}, which has no value, is "": it was when that was tried on AWS, which documents that it is omitted` }
    : { text: '', assumption: unquotedText(placeholder) };
}

function alone(value: unknown, { placeholder, isInJson }: Place): Insertion {
  const text = JSON.stringify(value);
  if (!isInJson) {
    return { text, assumption: unquotedText(placeholder) };
  }
  return text.includes('\\')
    ? { text, assumption: `quotes, backslashes and line breaks in ${placeholder} are escaped, because it stands without quotes: AWS documents only that the output is JSON` }
    : { text };
}

function inQuotes(value: unknown, { placeholder, isInJson }: Place): Insertion {
  const text = typeof value === 'string' ? value : JSON.stringify(value);
  if (!ESCAPED.test(text)) {
    return { text };
  }
  if (typeof value === 'string') {
    const assumption = `quotes, backslashes and line breaks in ${placeholder} are not escaped, because it stands inside of quotes: AWS documents that nothing is, and emulators disagree`;
    return { text, isDangerous: true, assumption };
  }
  if (isInJson) {
    const assumption = `${placeholder}, a list or an object, keeps its quotes inside of a JSON string: it did when that was tried on AWS, which documents that they are taken out`;
    return { text, isDangerous: true, assumption };
  }
  const unquoted = text.replaceAll('"', '');
  if (!ESCAPED.test(unquoted)) {
    return { text: unquoted };
  }
  const assumption = `quotes are taken out of ${placeholder}, a list or an object, and nothing else: AWS does not document what becomes of escapes in it`;
  return { text: unquoted, isDangerous: true, assumption };
}

function unquotedText(placeholder: string): string {
  return `${placeholder}, which stands without quotes in a text, is written as JSON: AWS requires quotes around a text`;
}
