import { checkedStruct, KNOWN_LIST, TEXT, TEXT_MAP } from '../../validation/kinds';
import { located, show, ValidationError } from '../../validation/validation-error';
import type { EcsEventChatOptions } from '../chat-options';
import type { EcsEventMessageOptions } from '../message-options';

/** The options of a message; throws an error if one of them is of another kind. */
export function checkedOptions<T extends EcsEventMessageOptions>(factory: string, options: T): T {
  return located(factory, () => {
    const checked = checkedStruct('options', options, { titlePrefix: TEXT, runbook: TEXT, environmentName: TEXT, additionalFields: TEXT_MAP, mentions: KNOWN_LIST });
    Array.from((checked as EcsEventChatOptions).mentions ?? []).forEach((mention, i) => checkMention(`mentions[${i}]`, mention));
    return checked;
  });
}

/** Throws an error for `@here` and its siblings: Slack shows them as text, and notifies no one. */
function checkMention(prop: string, mention: unknown): void {
  if (typeof mention !== 'string' || mention === '') {
    throw new ValidationError({ prop, problem: `expected a mention, got ${show(mention)}`, resolution: 'Pass a text such as \'<!here>\'' });
  }
  const [, name] = /^@(here|channel|everyone)$/.exec(mention) ?? [];
  if (name !== undefined) {
    throw new ValidationError({ prop, problem: `Slack does not read it as a mention, got ${show(mention)}`, resolution: `Use '<!${name}>'` });
  }
}
