import { freeFormText } from './open-value';
import { markMember } from './value-class';

/**
 * The reason why a task could not be placed or started (`detail.reason`).
 *
 * The field is free-form text, so every member matches by prefix: `RESOURCE:CPU` matches the bare code in service events and
 * `RESOURCE:CPU - Unable to place daemon task …` in daemon events. AWS documents most of these codes as failures of its API, and
 * shows two of them in sample events: `RESOURCE:FARGATE` and `RESOURCE:CPU`.
 *
 * @see https://docs.aws.amazon.com/AmazonECS/latest/developerguide/api_failures_messages.html
 */
export class FailureReason {
  /** Not enough CPU. */
  public static readonly RESOURCE_CPU = FailureReason.prefix('RESOURCE:CPU');

  /** Not enough memory. */
  public static readonly RESOURCE_MEMORY = FailureReason.prefix('RESOURCE:MEMORY');

  /** No AWS Fargate or Fargate Spot capacity. */
  public static readonly RESOURCE_FARGATE = FailureReason.prefix('RESOURCE:FARGATE');

  /** No elastic network interface is free. */
  public static readonly RESOURCE_ENI = FailureReason.prefix('RESOURCE:ENI');

  /** Not enough GPUs. */
  public static readonly RESOURCE_GPU = FailureReason.prefix('RESOURCE:GPU');

  /** A host port is already in use. */
  public static readonly RESOURCE_PORTS = FailureReason.prefix('RESOURCE:PORTS');

  /** The container agent is disconnected. */
  public static readonly AGENT = FailureReason.prefix('AGENT');

  /** No instance has an attribute that the task requires. */
  public static readonly ATTRIBUTE = FailureReason.prefix('ATTRIBUTE');

  /** The instance is in a different Availability Zone than the subnets of the task. */
  public static readonly LOCATION = FailureReason.prefix('LOCATION');

  /** The capacity provider has no active instance. */
  public static readonly NO_ACTIVE_INSTANCES = FailureReason.prefix('NO ACTIVE INSTANCES');

  /** The cluster has no instance, or the instances of the capacity provider are not registered to it. */
  public static readonly EMPTY_CAPACITY_PROVIDER = FailureReason.prefix('EMPTY CAPACITY PROVIDER');

  /** No instance meets the placement constraint. */
  public static readonly MEMBER_OF_PLACEMENT_CONSTRAINT = FailureReason.prefix('MemberOf placement constraint unsatisfied');

  /** The image of a daemon task cannot be pulled. */
  public static readonly CANNOT_PULL_CONTAINER = FailureReason.prefix('Task failed to reach RUNNING status: CannotPull');

  /**
   * Matches reasons that begin with a text. The comparison is case-sensitive.
   *
   * Throws an error if the text is empty or begins with white space.
   *
   * @param text the prefix as AWS spells it
   */
  public static prefix(text: string): FailureReason {
    return new FailureReason(freeFormText('FailureReason.prefix', text));
  }

  private constructor(private readonly text: string) {
    markMember(this, 'FailureReason');
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
