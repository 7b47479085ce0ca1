/** What became of an event at one target of a rule that matched it. */
export enum DeliveryStatus {
  /** The target received it. */
  DELIVERED = 'DELIVERED',
  /** The target did not receive it, it waits in the dead-letter queue. */
  DEAD_LETTERED = 'DEAD_LETTERED',
  /** Neither the target nor a dead-letter queue received it. */
  LOST = 'LOST',
}
