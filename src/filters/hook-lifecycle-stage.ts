// Written by `npx projen docs` from src/events: change that, not this.
import { openValue } from './open-value';
import { markMember } from './value-class';

/**
 * The stage of a service deployment at which a hook runs (`detail.lifecycleStage`).
 *
 * AWS may add values. Use `of()` for values that are not listed here yet.
 *
 * @see https://docs.aws.amazon.com/AmazonECS/latest/developerguide/ecs_hook_state_change_events.html
 */
export class HookLifecycleStage {
  /** The deployment starts while more than one service revision is active. */
  public static readonly RECONCILE_SERVICE = HookLifecycleStage.of('RECONCILE_SERVICE');

  /** Before the new service revision starts. */
  public static readonly PRE_SCALE_UP = HookLifecycleStage.of('PRE_SCALE_UP');

  /** After the new service revision has started. */
  public static readonly POST_SCALE_UP = HookLifecycleStage.of('POST_SCALE_UP');

  /**
   * While test traffic moves to the new service revision.
   *
   * Lambda hooks only, also in rollbacks.
   */
  public static readonly TEST_TRAFFIC_SHIFT = HookLifecycleStage.of('TEST_TRAFFIC_SHIFT');

  /** After the test traffic has moved. */
  public static readonly POST_TEST_TRAFFIC_SHIFT = HookLifecycleStage.of('POST_TEST_TRAFFIC_SHIFT');

  /**
   * Before production traffic moves.
   *
   * Linear and canary deployments repeat it at each traffic step.
   */
  public static readonly PRE_PRODUCTION_TRAFFIC_SHIFT = HookLifecycleStage.of('PRE_PRODUCTION_TRAFFIC_SHIFT');

  /**
   * While production traffic moves.
   *
   * Lambda hooks only, also in rollbacks. Linear and canary deployments repeat it at each traffic step.
   */
  public static readonly PRODUCTION_TRAFFIC_SHIFT = HookLifecycleStage.of('PRODUCTION_TRAFFIC_SHIFT');

  /** After the production traffic has moved. */
  public static readonly POST_PRODUCTION_TRAFFIC_SHIFT = HookLifecycleStage.of('POST_PRODUCTION_TRAFFIC_SHIFT');

  /**
   * Returns a stage by its value, for values that AWS adds.
   *
   * Throws an error if the value is empty or is not one word.
   *
   * @param value the value exactly as AWS spells it
   */
  public static of(value: string): HookLifecycleStage {
    return new HookLifecycleStage(openValue('HookLifecycleStage.of', value));
  }

  private constructor(private readonly text: string) {
    markMember(this, 'HookLifecycleStage');
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
