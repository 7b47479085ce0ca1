/** Options for every message of `EcsEventMessage`. */
export interface EcsEventMessageOptions {
  /**
   * The text before the title, such as the name of a team.
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
   * Additional fields, in the order of their names: lines in a text, keys in JSON, and lines and context of a chat notification. JSON and chat
   * notifications take no key that the message has itself.
   *
   * A value may be a field of the event, such as `TaskStateChangeField.stoppedReason`, or contain some. Free-form text, such as a reason, stands last in a text, and
   * outside of the description of a chat notification.
   *
   * @default - none
   */
  readonly additionalFields?: { readonly [name: string]: string };
}
