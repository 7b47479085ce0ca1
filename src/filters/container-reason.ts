import { freeFormText } from './open-value';
import { markMember } from './value-class';

/**
 * The reason why a container stopped or could not be started (`detail.containers[].reason`, or `detail.stoppedReason` of its task).
 *
 * The field is free-form text, matched by prefix.
 *
 * @see https://docs.aws.amazon.com/AmazonECS/latest/developerguide/stopped-task-error-codes.html
 */
export class ContainerReason {
  /** The image cannot be pulled (`CannotPullContainerError`, `CannotPullImageManifestError`, `CannotPullECRContainerError`). */
  public static readonly CANNOT_PULL_CONTAINER = ContainerReason.prefix('CannotPull');

  /** The container exceeded its memory limit. */
  public static readonly OUT_OF_MEMORY = ContainerReason.prefix('OutOfMemoryError');

  /** The container could not be created. */
  public static readonly CANNOT_CREATE_CONTAINER = ContainerReason.prefix('CannotCreateContainerError');

  /** The container could not be started. */
  public static readonly CANNOT_START_CONTAINER = ContainerReason.prefix('CannotStartContainerError');

  /** The container did not start or stop in time. */
  public static readonly DOCKER_TIMEOUT = ContainerReason.prefix('DockerTimeoutError');

  /** A secret, a volume or a log destination could not be set up. */
  public static readonly RESOURCE_INITIALIZATION = ContainerReason.prefix('ResourceInitializationError');

  /**
   * Matches reasons that begin with a text. The comparison is case-sensitive.
   *
   * Throws an error if the text is empty or begins with white space.
   *
   * @param text the prefix as AWS spells it
   */
  public static prefix(text: string): ContainerReason {
    return new ContainerReason(freeFormText('ContainerReason.prefix', text));
  }

  private constructor(private readonly text: string) {
    markMember(this, 'ContainerReason');
  }

  /** The prefix to match. */
  public get value(): string {
    return this.text;
  }

  /** Returns the prefix of the field. */
  public toString(): string {
    return this.text;
  }
}
