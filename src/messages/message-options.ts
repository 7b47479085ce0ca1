/** What every message of `EcsEventMessage` can be told. */
export interface EcsEventMessageOptions {
  /**
   * Words before the title, such as the name of a team.
   *
   * @default - none
   */
  readonly titlePrefix?: string;

  /**
   * Where to read what to do: the address of a runbook.
   *
   * @default - none
   */
  readonly runbook?: string;

  /**
   * Fixed fields of your own, in the order of their names: lines in a text, keys in JSON, context of a chat notification. JSON takes no key that an event
   * may have itself.
   *
   * @default - none
   */
  readonly additionalFields?: { readonly [name: string]: string };
}
