/*
 * Values of the event in what will become an input template. While a message is put together they are marked by control characters, which no
 * text of a user has in it: so `<` and `>` of a user stay text.
 */

/** A value inside a string. */
export function inside(path: string): string {
  return `\u0001${path}\u0002`;
}

/** A separate value in JSON: a text with its quotes escaped, a number, a list. */
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
  const paths = new Map<string, string>();
  const variable = (path: string) => {
    if (path.startsWith('aws.events.')) {
      return `<${path}>`;
    }
    const fullPath = path.startsWith('$') ? path : `$.${path}`;
    const name = nameOf(fullPath, paths);
    paths.set(name, fullPath);
    return `<${name}>`;
  };
  const template = json
    // What a user wrote: EventBridge would read a variable there.
    .replaceAll('<', '\\u003c').replaceAll('>', '\\u003e')
    .replace(/"\\u0003(.*?)\\u0004"/g, (_, path) => variable(path))
    .replace(/\\u0001(.*?)\\u0002/g, (_, path) => variable(path));
  return { template, paths: Object.fromEntries(paths) };
}

/** The name of the variable for a path: letters, digits, hyphens and underscores only, and a number where another path has that name. */
function nameOf(path: string, paths: ReadonlyMap<string, string>): string {
  const plain = path.replace(/^\$\.(detail\.)?/, '').replace(/[^A-Za-z0-9_-]+/g, '-').replace(/^-|-$/g, '') || 'event';
  const name = plain.startsWith('AWS') ? `value-${plain}` : plain;
  const names = [name, ...Array.from({ length: paths.size + 1 }, (_, i) => `${name}-${i + 2}`)];
  return names.find((candidate) => (paths.get(candidate) ?? path) === path)!;
}
