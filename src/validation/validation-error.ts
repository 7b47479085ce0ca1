import type { IConstruct } from 'constructs';
import { Node } from 'constructs';
import { shorten } from './show';

export { show } from './show';

/** What is wrong with an input, described so that the reader can fix it. */
export interface ValidationProblem {
  /** The prop, as the user wrote it. */
  readonly prop: string;
  /** What is wrong, with the value that was found. */
  readonly problem: string;
  /** What to do instead. */
  readonly resolution: string;
}

/** An error about an invalid input. Its message contains the construct path, the prop, the value, and the resolution. */
export class ValidationError extends Error {
  public declare readonly input: ValidationProblem;

  constructor(input: ValidationProblem, where?: string) {
    super(`${where === undefined ? '' : `[${where}] `}${input.prop === '' ? '""' : shorten(input.prop)}: ${input.problem}. ${input.resolution}.`);
    this.name = 'ValidationError';
    // Node.js prints every enumerable property of an error that is not caught, and this one is in the message.
    Object.defineProperty(this, 'input', { value: input });
  }
}

/**
 * Runs `work`, and adds to an input error in it where it happened: the construct path, or the factory that was called.
 * The outermost place wins, because it is the one that the user wrote.
 */
export function located<T>(where: string, work: () => T): T {
  try {
    return work();
  } catch (error) {
    throw error instanceof ValidationError ? new ValidationError(error.input, where) : error;
  }
}

/** The path of a construct that is about to be made in `scope`. */
export function pathOf(scope: IConstruct, id?: string): string {
  return [Node.of(scope).path, id].filter(Boolean).join('/');
}
