import type * as events from 'aws-cdk-lib/aws-events';
import type { aws_ecs } from 'aws-cdk-lib/interfaces';

/**
 * The filters that every pattern has. Filters are ANDed, the values of one filter are ORed.
 *
 * `clusters`, `clusterNames` and `clusterNamePrefixes` are one condition: an event of any of them matches.
 */
export interface EcsEventFilters {
  /**
   * Clusters, as constructs. Imported ones too.
   *
   * @default - every cluster, or those of `clusterNames` and `clusterNamePrefixes`
   */
  readonly clusters?: aws_ecs.IClusterRef[];

  /**
   * Names of clusters: plain names, no ARNs. Their ARNs are composed for the environment of the rule, or for `accounts` and `regions`.
   *
   * @default - every cluster, or those of `clusters` and `clusterNamePrefixes`
   */
  readonly clusterNames?: string[];

  /**
   * What the names of clusters begin with: `prod-` for `prod-eu` and `prod-us`.
   *
   * @default - every cluster, or those of `clusters` and `clusterNames`
   */
  readonly clusterNamePrefixes?: string[];

  /**
   * Accounts from which events may come, 12 digits each. Events of other accounts reach a bus only if they are forwarded to it.
   *
   * @default - any account; ARNs are composed for the account of the rule
   */
  readonly accounts?: string[];

  /**
   * Regions from which events may come, such as `eu-west-1`. Events of other Regions reach a bus only if they are forwarded to it.
   *
   * @default - any Region; ARNs are composed for the Region of the rule
   */
  readonly regions?: string[];

  /**
   * Conditions of your own, in addition to all others: the escape hatch for fields that have no filter.
   *
   * It can only narrow: a field that another filter or the pattern itself already uses is an error, because EventBridge would OR the two.
   *
   * @see https://docs.aws.amazon.com/eventbridge/latest/userguide/eb-create-pattern-operators.html
   * @default - no further conditions
   */
  readonly additionalPattern?: events.EventPattern;
}
