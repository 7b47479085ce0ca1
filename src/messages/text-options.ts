import type { EcsEventMessageOptions } from './message-options';

/** Options for `EcsEventMessage.text()`. No text may contain `<`, `>` or line breaks. */
export interface EcsEventTextOptions extends EcsEventMessageOptions {}
