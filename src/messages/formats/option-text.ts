import { Token, Tokenization } from 'aws-cdk-lib';
import type { IResolvable } from 'aws-cdk-lib';
import { inside } from '../content/placeholder';
import { isFreeForm, isStructure } from '../matched-events/field-kinds';

/** A text of a user, which may contain fields of the event. */
export class OptionText {
  /** The text with marks for the fields of the event. */
  public readonly marked: string;
  /** The paths of the fields, without `$.`. */
  public readonly paths: readonly string[];
  /** The path, if the text is one field and nothing else. */
  public readonly onlyPath?: string;

  constructor(public readonly prop: string, public readonly text: string) {
    const paths: string[] = [];
    this.marked = withMarks(text, paths);
    this.paths = paths;
    this.onlyPath = paths.length === 1 && this.marked === inside(paths[0]) ? paths[0] : undefined;
  }

  /** The first field with free-form text. */
  public get freeFormPath(): string | undefined {
    return this.paths.find(isFreeForm);
  }

  /** The first field that is a list or an object. */
  public get structurePath(): string | undefined {
    return this.paths.find(isStructure);
  }
}

function withMarks(text: string, paths: string[]): string {
  const mark = (token: IResolvable) => {
    const path = eventPathOf(token);
    if (path === undefined) {
      return Token.asString(token);
    }
    paths.push(path.replace(/^\$\./, ''));
    return inside(path.replace(/^\$\./, ''));
  };
  // A value that is not a string is reported by the check of the options.
  return typeof text !== 'string' ? '' : Tokenization.reverseString(text).mapTokens({ mapToken: mark }).join({ join: (left, right) => `${left}${right}` });
}

/** The path of `EventField.fromPath()` and its siblings. Other tokens have none. */
function eventPathOf(token: IResolvable): string | undefined {
  const { path } = token as { readonly path?: unknown };
  return typeof path === 'string' && path.startsWith('$') ? path : undefined;
}
