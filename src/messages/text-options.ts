import type { EcsEventMessageOptions } from './message-options';

/** Options for `EcsEventMessage.text()`. They must not contain `<`, `>` or line breaks. */
export interface EcsEventTextOptions extends EcsEventMessageOptions {}
