import type { aws_ecs } from 'aws-cdk-lib/interfaces';

/** What every sample event can be given. Whatever is not given is as in AWS's sample. */
export interface SampleEventOptions {
  /**
   * The cluster. Account and Region of the event follow it unless they are given.
   *
   * Resolved when the sample is sent by `EventBusSimulator.fromStack`. Not together with `clusterName`.
   *
   * @default - the cluster of the service or daemon, else that of the sample
   */
  readonly cluster?: aws_ecs.IClusterRef;

  /**
   * The name of the cluster. Not together with `cluster`.
   *
   * @default - the cluster of the service or daemon, else that of the sample
   */
  readonly clusterName?: string;

  /**
   * The account that the event comes from: in the envelope and in every ARN.
   *
   * @default - the account of the cluster, service or daemon, else that of the simulated bus, else that of the sample
   */
  readonly account?: string;

  /**
   * The Region that the event comes from: in the envelope and in every ARN.
   *
   * @default - the Region of the cluster, service or daemon, else that of the simulated bus, else that of the sample
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
   * The `resources` of the event, exactly as given.
   *
   * @default - those of the sample, with the identities that are given
   */
  readonly resources?: string[];

  /**
   * Fields that are laid over `detail` last, exactly as given: the way to what has no option of its own.
   *
   * @default - no further fields
   */
  readonly detail?: { [field: string]: any };

  /**
   * Names of `detail` fields that the event lacks.
   *
   * @default - no field is left out
   */
  readonly omit?: string[];
}
