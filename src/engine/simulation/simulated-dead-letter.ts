/** A message in a dead-letter queue, for an event that could not be delivered. */
export interface SimulatedDeadLetter {
  /** The logical id of the dead-letter queue if it is part of the app, otherwise its ARN. */
  readonly queue: string;

  /** The construct path of the dead-letter queue if it is part of the app, otherwise its ARN. */
  readonly queuePath: string;

  /** The ARN of the dead-letter queue. */
  readonly queueArn: string;

  /**
   * The message attributes with the cause: `RULE_ARN`, `TARGET_ARN`, `ERROR_CODE` and `ERROR_MESSAGE`.
   *
   * The text of `ERROR_MESSAGE` is that of the simulator and differs from that of EventBridge.
   */
  readonly attributes: { [name: string]: string };
}
