import type { EcsEventMessageOptions } from './message-options';

/** Options for `EcsEventMessage.chat()`. */
export interface EcsEventChatOptions extends EcsEventMessageOptions {
  /**
   * The name of the environment, such as `production`, in the title and among the keywords.
   *
   * @default - no environment name
   */
  readonly environmentName?: string;

  /**
   * The people and groups to mention, as the chat application writes them: in Slack `<@U012AB3CD>`, `<!subteam^S012AB3CD>` or `<!here>`.
   *
   * @default - no mentions
   */
  readonly mentions?: string[];
}
