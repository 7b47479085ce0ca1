/*
 * Values of the event in what will become an input template. While a message is put together they are marked by control characters, which no
 * text of a user has in it: so `<` and `>` of a user stay text, whatever he writes.
 */

/** A value inside a string. */
export function inside(path: string): string {
  return `\u0001${path}\u0002`;
}

/** A value that stands by itself in JSON: a text with its quotes escaped, a number, a list. */
export function own(path: string): string {
  return `\u0003${path}\u0004`;
}

/** A text of ours, in which `<path>` is a value of the event. */
export function withValues(text: string): string {
  return text.replace(/<([^<>]+)>/g, (_, path) => inside(path));
}

/** What `AWS::Events::Rule` takes as `InputTransformer`. */
export interface InputTransformer {
  readonly template: string;
  readonly paths: Record<string, string>;
}

/** The template and its paths, of JSON with marks in it, or of lines of it. */
export function inputTransformer(json: string): InputTransformer {
  const paths: Record<string, string> = {};
  const variable = (path: string) => {
    if (path.startsWith('aws.events.')) {
      return `<${path}>`;
    }
    const name = nameOf(path);
    paths[name] = `$.${path}`;
    return `<${name}>`;
  };
  const template = json
    // What a user wrote: EventBridge would read a variable there.
    .replaceAll('<', '\\u003c').replaceAll('>', '\\u003e')
    .replace(/"\\u0003(.*?)\\u0004"/g, (_, path) => variable(path))
    .replace(/\\u0001(.*?)\\u0002/g, (_, path) => variable(path));
  return { template, paths };
}

/** The name of the variable for a path: letters, digits, hyphens and underscores only. */
function nameOf(path: string): string {
  return path.replace(/^detail\./, '').replace(/[^A-Za-z0-9_-]+/g, '-').replace(/-$/, '');
}
