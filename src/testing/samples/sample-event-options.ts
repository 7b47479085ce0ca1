import type { aws_ecs } from 'aws-cdk-lib/interfaces';

/** Options for every sample event. An option that is omitted has the value of AWS's sample. */
export interface SampleEventOptions {
  /**
   * The cluster. It determines the account and the Region of the event unless you specify them.
   *
   * It is resolved when an `EventBusSimulator` sends the sample. Cannot be combined with `clusterName`.
   *
   * @default - the cluster of the service or daemon, or that of the sample
   */
  readonly cluster?: aws_ecs.IClusterRef;

  /**
   * The name of the cluster. Cannot be combined with `cluster`.
   *
   * @default - the cluster of the service or daemon, or that of the sample
   */
  readonly clusterName?: string;

  /**
   * The account of the event, in the envelope and in every ARN.
   *
   * @default - the account of the cluster, service or daemon, or that of the simulated bus, or that of the sample
   */
  readonly account?: string;

  /**
   * The Region of the event, in the envelope and in every ARN.
   *
   * @default - the Region of the cluster, service or daemon, or that of the simulated bus, or that of the sample
   */
  readonly region?: string;

  /**
   * The time of the event, in ISO 8601 form.
   *
   * @default - the time of the sample
   */
  readonly time?: string;

  /**
   * The id of the event.
   *
   * @default - the id of the sample
   */
  readonly id?: string;

  /**
   * The `resources` of the event.
   *
   * @default - the resources of the sample, with the options applied
   */
  readonly resources?: string[];

  /**
   * Additional or replaced fields of `detail`, for fields without an option.
   *
   * @default - no additional fields
   */
  readonly detail?: { [field: string]: any };

  /**
   * The names of the `detail` fields to omit.
   *
   * @default - no fields are omitted
   */
  readonly omit?: string[];
}
