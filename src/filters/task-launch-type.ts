import { openValue } from './open-value';

/**
 * The launch type of a task (`detail.launchType`).
 *
 * AWS may add to the list; `of()` takes what is not in it yet.
 *
 * @see https://docs.aws.amazon.com/AmazonECS/latest/developerguide/ecs_task_events.html
 */
export class TaskLaunchType {
  /** On EC2 instances of the cluster. */
  public static readonly EC2 = TaskLaunchType.of('EC2');

  /** On AWS Fargate. */
  public static readonly FARGATE = TaskLaunchType.of('FARGATE');

  /** On external instances (ECS Anywhere). */
  public static readonly EXTERNAL = TaskLaunchType.of('EXTERNAL');

  /** On Amazon ECS Managed Instances. */
  public static readonly MANAGED_INSTANCES = TaskLaunchType.of('MANAGED_INSTANCES');

  /**
   * A launch type by its name, for what AWS adds.
   *
   * Throws an error if it is empty or is not one word.
   *
   * @param value as AWS writes it: one word
   */
  public static of(value: string): TaskLaunchType {
    return new TaskLaunchType(openValue('TaskLaunchType.of', value));
  }

  private constructor(
    /** The value as AWS writes it. */
    public readonly value: string,
  ) {}

  /** The value as AWS writes it. */
  public toString(): string {
    return this.value;
  }
}
