/** Where an event waits that could not be delivered. */
export interface SimulatedDeadLetter {
  /** The logical id of the dead-letter queue if it is part of the app, else its ARN. */
  readonly queue: string;

  /** The construct path of the dead-letter queue if it is part of the app, else its ARN. */
  readonly queuePath: string;

  /** The ARN of the dead-letter queue. */
  readonly queueArn: string;

  /**
   * The attributes of the message that say why: `RULE_ARN`, `TARGET_ARN`, `ERROR_CODE` and `ERROR_MESSAGE`. The words of the message are those of
   * the simulator; AWS has others.
   */
  readonly attributes: { [name: string]: string };
}
