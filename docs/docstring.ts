/** The first line of every file that is written from the catalog. */
export const GENERATED = '// Written by `npx projen docs` from src/events: change that, not this.';

/** A docstring: the first sentence, then each of the other texts as a separate paragraph. */
export function docstring(indent: string, ...paragraphs: readonly string[]): string {
  const [first, ...others] = paragraphs.flatMap((paragraph, index) => index === 0 ? inSentences(paragraph) : paragraph).filter((text) => text !== '');
  return others.length === 0
    ? `${indent}/** ${first} */`
    : [`${indent}/**`, ...[first, ...others].flatMap((paragraph, index) => [
      ...index === 0 || (isTag(paragraph) && isTag([first, ...others][index - 1])) ? [] : [`${indent} *`],
      ...paragraph.split('\n').map((line) => `${indent} * ${line}`.trimEnd()),
    ]), `${indent} */`].join('\n');
}

/** The text as a sentence: with a capital letter and a full stop. */
export function sentence(text: string): string {
  return `${text[0].toUpperCase()}${text.slice(1)}${text.endsWith('.') ? '' : '.'}`;
}

/** The name of the file of a class. */
export function fileOf(className: string): string {
  return `${className.replace(/(?<!^)[A-Z]/g, (letter) => `-${letter}`).toLowerCase()}.ts`;
}

function isTag(paragraph: string): boolean {
  return paragraph.startsWith('@');
}

function inSentences(paragraph: string): string[] {
  const end = paragraph.indexOf('. ');
  return end < 0 ? [paragraph] : [paragraph.slice(0, end + 1), paragraph.slice(end + 2)];
}
