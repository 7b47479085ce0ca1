/** What the simulation cannot know from the app. */
export interface EventBusSimulatorOptions {
  /**
   * The account of stacks that do not say theirs.
   *
   * @default '123456789012'
   */
  readonly account?: string;

  /**
   * The Region of stacks that do not say theirs.
   *
   * @default 'us-east-1'
   */
  readonly region?: string;

  /**
   * Values of parameters, by the name that they have in the template, for every stack that has a parameter of that name.
   *
   * @default - their defaults, else a dummy that is the same on every run
   */
  readonly parameters?: { [name: string]: string };
}
