import type * as events from 'aws-cdk-lib/aws-events';
import type { aws_ecs } from 'aws-cdk-lib/interfaces';

/**
 * Filters for all Amazon ECS events. Filters are combined with AND, and the values of one filter with OR.
 *
 * `clusters`, `clusterNames` and `clusterNamePrefixes` are one condition: an event of any of them matches.
 */
export interface EcsEventFilters {
  /**
   * The clusters to match, created or imported.
   *
   * @default - every cluster, or those of `clusterNames` and `clusterNamePrefixes`
   */
  readonly clusters?: aws_ecs.IClusterRef[];

  /**
   * The names of the clusters to match: names, not ARNs. The ARNs are composed for the environment of the rule, or for `accounts` and `regions`.
   *
   * @default - every cluster, or those of `clusters` and `clusterNamePrefixes`
   */
  readonly clusterNames?: string[];

  /**
   * The cluster name prefixes to match: `prod-` matches `prod-eu` and `prod-us`.
   *
   * @default - every cluster, or those of `clusters` and `clusterNames`
   */
  readonly clusterNamePrefixes?: string[];

  /**
   * The account ids to match, 12 digits each. Events from other accounts reach a bus only if they are forwarded to it.
   *
   * @default - any account; ARNs are composed for the account of the rule
   */
  readonly accounts?: string[];

  /**
   * The Regions to match, such as `eu-west-1`. Events from other Regions reach a bus only if they are forwarded to it.
   *
   * @default - any Region; ARNs are composed for the Region of the rule
   */
  readonly regions?: string[];

  /**
   * Additional conditions, for fields that have no filter.
   *
   * They can only narrow the pattern. A field that the pattern or another filter already uses is an error, because EventBridge would combine the two with OR.
   * A condition on another account, Region, or cluster than the filters is an error too, because no event would match.
   *
   * @see https://docs.aws.amazon.com/eventbridge/latest/userguide/eb-create-pattern-operators.html
   * @default - no further conditions
   */
  readonly additionalPattern?: events.EventPattern;
}
