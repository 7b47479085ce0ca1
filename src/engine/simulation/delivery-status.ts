/** The status of the delivery of an event to one target. */
export enum DeliveryStatus {
  /** The target received the event. */
  DELIVERED = 'DELIVERED',
  /** The target did not receive the event. It is in the dead-letter queue. */
  DEAD_LETTERED = 'DEAD_LETTERED',
  /** Neither the target nor a dead-letter queue received the event. */
  LOST = 'LOST',
}
