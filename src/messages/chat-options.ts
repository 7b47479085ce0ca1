import type { EcsEventMessageOptions } from './message-options';

/** What `EcsEventMessage.chat()` can be told. */
export interface EcsEventChatOptions extends EcsEventMessageOptions {
  /**
   * The name of the environment, such as `production`: stands in the title and among the keywords.
   *
   * @default - none
   */
  readonly environmentName?: string;

  /**
   * Who is called by name, as the chat application writes it: in Slack `<@U012AB3CD>`, `<!subteam^S012AB3CD>` or `<!here>`.
   *
   * @default - nobody
   */
  readonly mentions?: string[];
}
