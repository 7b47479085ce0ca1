import type { EcsEventMessageOptions } from './message-options';

/** Options for `EcsEventMessage.json()`. */
export interface EcsEventJsonOptions extends EcsEventMessageOptions {}
