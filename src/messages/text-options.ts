/** What `EcsEventMessage.text()` can be told. */
export interface EcsEventTextOptions {
  /**
   * Words before the first line, such as the name of an environment. Without `<`, `>` and line breaks.
   *
   * @default - none
   */
  readonly titlePrefix?: string;

  /**
   * Where to read what to do, such as the address of a runbook. Without `<`, `>` and line breaks.
   *
   * @default - none
   */
  readonly runbook?: string;
}
