import { Token } from 'aws-cdk-lib';
import { markMember } from './value-class';
import { ValidationError, show } from '../validation/validation-error';

/**
 * The exit code of a container of a task (`detail.containers[].exitCode`). A task matches if any of its containers does.
 *
 * A container that never started has no exit code: match such tasks with `TaskStopCode.TASK_FAILED_TO_START`.
 *
 * @see https://docs.aws.amazon.com/AmazonECS/latest/developerguide/ecs_task_events.html
 */
export class ExitCode {
  /** Matches any exit code except 0. */
  public static nonZero(): ExitCode {
    return new ExitCode(undefined);
  }

  /**
   * Matches one exit code.
   *
   * Throws an error if the value is not a whole number.
   *
   * @param value a whole number: 0 to 255, or larger for Windows containers
   */
  public static of(value: number): ExitCode {
    if (!Token.isUnresolved(value) && !Number.isInteger(value)) {
      throw new ValidationError({ prop: 'ExitCode.of', problem: `expected a whole number, got ${show(value)}`, resolution: 'Use 0 to 255, or a larger value for Windows containers' });
    }
    return new ExitCode(value);
  }

  private constructor(private readonly code: number | undefined) {
    markMember(this, 'ExitCode');
  }

  /**
   * The exit code; undefined for any except 0.
   *
   * @internal
   */
  public get _code(): number | undefined {
    return this.code;
  }
}
