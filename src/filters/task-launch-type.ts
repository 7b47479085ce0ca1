// Written by `npx projen docs` from src/events: change that, not this.
import { openValue } from './open-value';
import { markMember } from './value-class';

/**
 * The launch type of a task (`detail.launchType`).
 *
 * AWS may add values. Use `of()` for values that are not listed here yet.
 *
 * @see https://docs.aws.amazon.com/AmazonECS/latest/developerguide/ecs_task_events.html
 */
export class TaskLaunchType {
  /** EC2 instances of the cluster. */
  public static readonly EC2 = TaskLaunchType.of('EC2');

  /** AWS Fargate. */
  public static readonly FARGATE = TaskLaunchType.of('FARGATE');

  /** External instances (ECS Anywhere). */
  public static readonly EXTERNAL = TaskLaunchType.of('EXTERNAL');

  /** Amazon ECS Managed Instances. */
  public static readonly MANAGED_INSTANCES = TaskLaunchType.of('MANAGED_INSTANCES');

  /**
   * Returns a launch type by its value, for values that AWS adds.
   *
   * Throws an error if the value is empty or is not one word.
   *
   * @param value the value exactly as AWS spells it
   */
  public static of(value: string): TaskLaunchType {
    return new TaskLaunchType(openValue('TaskLaunchType.of', value));
  }

  private constructor(private readonly text: string) {
    markMember(this, 'TaskLaunchType');
  }

  /** The value as AWS spells it. */
  public get value(): string {
    return this.text;
  }

  /** Returns the value as AWS spells it. */
  public toString(): string {
    return this.text;
  }
}
