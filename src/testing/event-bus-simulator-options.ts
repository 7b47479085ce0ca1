/** Options for `EventBusSimulator`. */
export interface EventBusSimulatorOptions {
  /**
   * The account of stacks that do not specify one.
   *
   * @default '123456789012'
   */
  readonly account?: string;

  /**
   * The Region of stacks that do not specify one.
   *
   * @default 'us-east-1'
   */
  readonly region?: string;

  /**
   * The values of CloudFormation parameters, by the name of the parameter in the template. They apply to every stack with such a parameter.
   *
   * @default - the default value of the parameter, or a placeholder that is the same in every run
   */
  readonly parameters?: { [name: string]: string };
}
