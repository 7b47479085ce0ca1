import type { EcsEventMessageOptions } from './message-options';

/** What `EcsEventMessage.json()` can be told. */
export interface EcsEventJsonOptions extends EcsEventMessageOptions {}
