import type * as events from 'aws-cdk-lib/aws-events';
import type * as sqs from 'aws-cdk-lib/aws-sqs';
import type { aws_ecs } from 'aws-cdk-lib/interfaces';
import type { EcsFailure } from './ecs-failure';

/** Properties for `EcsFailureAlerts`. */
export interface EcsFailureAlertsProps {
  /**
   * The clusters to match.
   *
   * @default - the clusters of `clusterNames` and `clusterNamePrefixes`, or every cluster of the account and Region
   */
  readonly clusters?: aws_ecs.IClusterRef[];

  /**
   * The names of the clusters to match.
   *
   * @default - the clusters of `clusters` and `clusterNamePrefixes`, or every cluster of the account and Region
   */
  readonly clusterNames?: string[];

  /**
   * The prefixes of the names of the clusters to match.
   *
   * @default - the clusters of `clusters` and `clusterNames`, or every cluster of the account and Region
   */
  readonly clusterNamePrefixes?: string[];

  /**
   * The accounts to match, 12 digits each. Events of other accounts must be forwarded to the event bus.
   *
   * @default - any account
   */
  readonly accounts?: string[];

  /**
   * The Regions to match. Events of other Regions must be forwarded to the event bus.
   *
   * @default - any Region
   */
  readonly regions?: string[];

  /**
   * The targets to notify of every failure.
   *
   * @default - none; add targets by `addTarget()`
   */
  readonly targets?: events.IRuleTarget[];

  /**
   * The targets to notify of critical failures only, in addition to `targets`.
   *
   * @default - none; add targets by `addCriticalTarget()`
   */
  readonly criticalTargets?: events.IRuleTarget[];

  /**
   * The targets to notify of warnings only, in addition to `targets`.
   *
   * @default - none; add targets by `addWarningTarget()`
   */
  readonly warningTargets?: events.IRuleTarget[];

  /**
   * The failures to exclude.
   *
   * @default - no failure is excluded
   */
  readonly excludedFailures?: EcsFailure[];

  /**
   * The opt-in failures to include.
   *
   * @default - no opt-in failure is included
   */
  readonly includedFailures?: EcsFailure[];

  /**
   * The failures that are critical although they are warnings by default.
   *
   * @default - each failure has its own severity
   */
  readonly criticalFailures?: EcsFailure[];

  /**
   * The failures that are warnings although they are critical by default.
   *
   * @default - each failure has its own severity
   */
  readonly warningFailures?: EcsFailure[];

  /**
   * The services to exclude.
   *
   * Together with filters on clusters, the exclusion has no effect for failed deployments whose event lacks `detail.clusterArn`.
   *
   * @default - no service is excluded
   */
  readonly excludedServices?: aws_ecs.IServiceRef[];

  /**
   * The names of the services to exclude, in any cluster.
   *
   * Together with filters on clusters, the exclusion has no effect for failed deployments whose event lacks `detail.clusterArn`.
   *
   * @default - no service is excluded
   */
  readonly excludedServiceNames?: string[];

  /**
   * The daemons to exclude. Events about their tasks and instances match.
   *
   * @default - no daemon is excluded
   */
  readonly excludedDaemons?: aws_ecs.IDaemonRef[];

  /**
   * The names of the daemons to exclude, in any cluster. Events about their tasks and instances match.
   *
   * @default - no daemon is excluded
   */
  readonly excludedDaemonNames?: string[];

  /**
   * The families of task definitions whose stopped tasks to exclude, with all their revisions. Events about their services match.
   *
   * @default - no family is excluded
   */
  readonly excludedTaskDefinitionFamilies?: string[];

  /**
   * A standard queue for events that could not be delivered to targets without a dead-letter queue, in the Region of the construct.
   *
   * @default - the queue that the rules of the stack share, `SharedDeadLetterQueue.of(this)`
   */
  readonly deadLetterQueue?: sqs.IQueue;

  /**
   * Whether events that could not be delivered are kept in a dead-letter queue.
   *
   * @default true
   */
  readonly deadLetterQueueEnabled?: boolean;

  /**
   * The event bus. Amazon ECS sends events to the default event bus only. Other buses receive them if a rule forwards them.
   *
   * @default - the default event bus
   */
  readonly eventBus?: events.IEventBusRef;

  /**
   * Whether the rules are enabled.
   *
   * @default true
   */
  readonly enabled?: boolean;
}
