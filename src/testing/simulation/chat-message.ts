import { isObject } from '../matcher/pattern-error';

/** Why Amazon Q Developer in chat applications drops a message; undefined if it shows it. */
export function whyNotShown(message: string): string | undefined {
  const json = parsed(message);
  const isCustom = json?.version === '1.0' && json.source === 'custom' && isObject(json.content) && typeof json.content.description === 'string';
  // An event as AWS sent it is shown by itself.
  const isEvent = typeof json?.['detail-type'] === 'string' && String(json.source).startsWith('aws.');
  return isCustom || isEvent ? undefined : 'Amazon Q Developer drops what is neither a custom notification nor an event as AWS sent it';
}

function parsed(message: string): Record<string, unknown> | undefined {
  try {
    const value: unknown = JSON.parse(message);
    return isObject(value) ? value : undefined;
  } catch {
    return undefined;
  }
}
