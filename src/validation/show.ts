import { Token } from 'aws-cdk-lib';
import type { IConstruct } from 'constructs';
import { Node } from 'constructs';

/** How many characters of a value an error shows. */
const MAX_LENGTH = 200;
/** How many elements of a list, and how many fields of an object. */
const MAX_ELEMENTS = 10;
/** How many levels of lists and objects. */
const MAX_DEPTH = 3;

/** A value as an error shows it: shortened, and never a dump of an object. Tokens are unreadable outside of a template. */
export function show(value: unknown): string {
  try {
    return shorten(shown(value, 0));
  } catch {
    return 'an object that cannot be read';
  }
}

/** The beginning of a text. */
export function shorten(text: string): string {
  // With room for what ends a text that was shortened already.
  return text.length <= 1.2 * MAX_LENGTH ? text : `${text.slice(0, MAX_LENGTH)}…`;
}

function shown(value: unknown, depth: number): string {
  switch (typeof value) {
    case 'string':
      return shownText(value, depth);
    case 'function':
      return `function ${value.name}`;
    case 'bigint':
      return `${value}n`;
    case 'object':
      return value === null ? 'null' : shownObject(value, depth);
    default:
      return Token.isUnresolved(value) ? 'a token' : String(value);
  }
}

function shownText(text: string, depth: number): string {
  if (depth === 0 && Token.isUnresolved(text)) {
    return 'a token';
  }
  // Twice as much as is shown, because a token is long.
  const beginning = text.slice(0, 2 * MAX_LENGTH);
  const quoted = JSON.stringify(beginning).replace(/\$\{Token\[[^\]]*\]\}/g, '<token>');
  return quoted.length > MAX_LENGTH ? `${quoted.slice(0, MAX_LENGTH)}…" (${text.length} characters)` : quoted;
}

function shownObject(value: object, depth: number): string {
  if (Node.of(value as IConstruct) !== undefined) {
    return `construct ${Node.of(value as IConstruct).path}`;
  }
  if (Token.isUnresolved(value)) {
    return 'a token';
  }
  if (Array.isArray(value)) {
    return depth === MAX_DEPTH ? '[…]' : `[${listed(Array.from(value.slice(0, MAX_ELEMENTS), (element) => shown(element, depth + 1)), value.length)}]`;
  }
  return isPlain(value) ? shownFields(value, depth) : shownInstance(value);
}

function shownFields(value: object, depth: number): string {
  const fields = Object.entries(value);
  return depth === MAX_DEPTH && fields.length > 0
    ? '{…}'
    : `{${listed(fields.slice(0, MAX_ELEMENTS).map(([name, field]) => `${JSON.stringify(name.slice(0, MAX_LENGTH))}:${shown(field, depth + 1)}`), fields.length)}}`;
}

/** A member of a value class with its value, anything else by its class. */
function shownInstance(value: object): string {
  const brand = Object.getOwnPropertySymbols(value).map(({ description }) => description).find((text) => text?.startsWith(BRAND));
  const name = brand?.slice(BRAND.length) ?? (value.constructor as { readonly name?: string } | undefined)?.name ?? 'another class';
  const { value: text } = value as { readonly value?: unknown };
  return brand !== undefined && typeof text === 'string' ? `${name} ${shownText(text, 1)}` : `an instance of ${name}`;
}

/** What the symbols by which value classes mark their members begin with. */
export const BRAND = 'cdk-ecs-event-rules.';

/** Whether an object is of no class. It may come from another realm, as in tests. */
export function isPlain(value: object): boolean {
  const prototype = Object.getPrototypeOf(value);
  return prototype === null || Object.getPrototypeOf(prototype) === null;
}

function listed(elements: readonly string[], length: number): string {
  return [...elements, ...length > elements.length ? [`… (${length} in all)`] : []].join(',');
}
