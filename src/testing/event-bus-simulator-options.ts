/** Where a template is deployed in the simulation. */
export interface EventBusSimulatorOptions {
  /**
   * The account.
   *
   * @default '123456789012'
   */
  readonly account?: string;

  /**
   * The Region.
   *
   * @default 'us-east-1'
   */
  readonly region?: string;

  /**
   * The name of the stack: part of the names that CloudFormation generates.
   *
   * @default 'Stack'
   */
  readonly stackName?: string;

  /**
   * Values of the template's parameters.
   *
   * @default - their defaults, else a dummy that is the same on every run
   */
  readonly parameters?: { [name: string]: string };
}
