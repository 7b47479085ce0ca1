import { openValue } from './open-value';

/**
 * The stage of a service deployment in which a hook runs (`detail.lifecycleStage`).
 *
 * AWS may add to the list; `of()` takes what is not in it yet.
 *
 * @see https://docs.aws.amazon.com/AmazonECS/latest/developerguide/ecs_hook_state_change_events.html
 */
export class HookLifecycleStage {
  /** The hook runs with more than one active service revision. */
  public static readonly RECONCILE_SERVICE = HookLifecycleStage.of('RECONCILE_SERVICE');

  /** The hook runs before the new revision is scaled up. */
  public static readonly PRE_SCALE_UP = HookLifecycleStage.of('PRE_SCALE_UP');

  /** The hook runs after the new revision was scaled up. */
  public static readonly POST_SCALE_UP = HookLifecycleStage.of('POST_SCALE_UP');

  /** The hook runs while test traffic moves. */
  public static readonly TEST_TRAFFIC_SHIFT = HookLifecycleStage.of('TEST_TRAFFIC_SHIFT');

  /** The hook runs after test traffic moved. */
  public static readonly POST_TEST_TRAFFIC_SHIFT = HookLifecycleStage.of('POST_TEST_TRAFFIC_SHIFT');

  /** The hook runs while production traffic moves. */
  public static readonly PRODUCTION_TRAFFIC_SHIFT = HookLifecycleStage.of('PRODUCTION_TRAFFIC_SHIFT');

  /** The hook runs after production traffic moved. */
  public static readonly POST_PRODUCTION_TRAFFIC_SHIFT = HookLifecycleStage.of('POST_PRODUCTION_TRAFFIC_SHIFT');

  /**
   * A stage by its name, for what AWS adds.
   *
   * Throws an error if it is empty or is not one word.
   *
   * @param value as AWS writes it: one word
   */
  public static of(value: string): HookLifecycleStage {
    return new HookLifecycleStage(openValue('HookLifecycleStage.of', value));
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
