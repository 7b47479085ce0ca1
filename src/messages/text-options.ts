import type { EcsEventMessageOptions } from './message-options';

/** What `EcsEventMessage.text()` can be told. Texts have no `<`, `>` and line breaks in them. */
export interface EcsEventTextOptions extends EcsEventMessageOptions {}
