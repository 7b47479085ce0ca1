import { UNKNOWN } from '../matched-events/named-resources';

/** A `<name>` in a template. */
export interface Placeholder {
  readonly name: string;
  /** The JSON path that the name stands for; none if it is not defined. */
  readonly path?: string;
  readonly isQuoted: boolean;
}

/** Stands for a value of the event, or one that is known at deployment only, in a document. */
export const VALUE = '…';

/** What a target receives instead of the event, as far as it is known at synthesis. */
export class InputTemplate {
  public readonly placeholders: readonly Placeholder[];

  /** The JSON, with `VALUE` in the place of each value; undefined if it is not one JSON document. */
  public readonly document: unknown;

  /** Whether `document` can be relied on: what is known at deployment only stands inside of quotes. */
  public readonly isKnown: boolean;

  /**
   * @param text with `UNKNOWN` for what is known at deployment only
   * @param paths the JSON paths by their names; none if `<` and `>` are characters like others
   */
  constructor(public readonly text: string, public readonly paths?: Readonly<Record<string, string>>) {
    const placeholders = new Map<string, Placeholder>();
    let [isQuoted, isKnown] = [false, true];
    const filled = text.replace(/\\.|"|\u0000|<([^<>]*)>/gs, (found: string, name?: string) => {
      if (found === UNKNOWN) {
        isKnown = isKnown && isQuoted;
      } else if (name !== undefined && paths) {
        const path = Object.hasOwn(paths, name) ? paths[name] : undefined;
        placeholders.set(`${isQuoted} ${name}`, { name, path, isQuoted });
      } else {
        isQuoted = isQuoted !== (found === '"');
        return found;
      }
      return isQuoted ? VALUE : `"${VALUE}"`;
    });
    this.placeholders = [...placeholders.values()];
    this.document = parsed(filled);
    this.isKnown = isKnown;
  }

  /** Whether it is meant as a JSON object or array. */
  public get isStructured(): boolean {
    return /^\s*[[{]/.test(this.text);
  }
}

/** A rendered text as far as it is literal, with `UNKNOWN` for the rest; undefined where nothing of it is. */
export function literalParts(rendered: unknown): string | undefined {
  const join = (rendered as { readonly 'Fn::Join'?: readonly [string, readonly unknown[]] } | null | undefined)?.['Fn::Join'];
  if (join) {
    return join[1].map((part) => typeof part === 'string' ? part : UNKNOWN).join(join[0]);
  }
  return typeof rendered === 'string' ? rendered : undefined;
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
