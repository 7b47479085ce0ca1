/**
 * The severity of an `ECS Service Action` event (`detail.eventType`). AWS documents the whole list.
 *
 * Only this detail type can be filtered by severity: elsewhere it is constant, or hides failures.
 *
 * @see https://docs.aws.amazon.com/AmazonECS/latest/developerguide/ecs_service_events.html
 */
export enum ServiceActionEventType {
  /** Something happened as it should. */
  INFO = 'INFO',

  /** Something needs a look. Spelled `WARN` here and `WARNING` in daemon events. */
  WARN = 'WARN',

  /** Something failed. */
  ERROR = 'ERROR',
}
