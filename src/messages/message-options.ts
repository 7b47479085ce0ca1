/** Options for every message of `EcsEventMessage`. */
export interface EcsEventMessageOptions {
  /**
   * The text before the title, such as a team name.
   *
   * It may contain fields of the event, such as `events.EventField.account`, but no free-form text, such as a reason.
   *
   * @default - none
   */
  readonly titlePrefix?: string;

  /**
   * The address of a runbook.
   *
   * It may contain fields of the event, but no free-form text.
   *
   * @default - none
   */
  readonly runbook?: string;

  /**
   * Additional fields, sorted by name: lines in a text, keys in JSON, and lines and context of a chat notification. In JSON and chat notifications, a name
   * that the message already uses is an error.
   *
   * A value may be or contain fields of the event, such as `TaskStateChangeField.stoppedReason`. Free-form text, such as a reason, comes last in a text, and
   * outside the description of a chat notification.
   *
   * @default - none
   */
  readonly additionalFields?: { readonly [name: string]: string };
}
