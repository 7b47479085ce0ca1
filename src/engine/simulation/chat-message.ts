import { isObject } from '../matcher/pattern-error';

/** What a field of a custom notification has to be. */
interface Kind {
  readonly called: string;
  fits(value: unknown): boolean;
}

const isText = (value: unknown): value is string => typeof value === 'string';
const TEXT: Kind = { called: 'a text', fits: isText };
const FILLED_TEXT: Kind = { called: 'a text that is not empty', fits: (value) => isText(value) && value !== '' };
const TEXTS: Kind = { called: 'a list of texts', fits: (value) => Array.isArray(value) && value.every(isText) };
const TEXT_BY_KEY: Kind = { called: 'an object of texts', fits: (value) => isObject(value) && Object.values(value).every(isText) };
const OBJECT: Kind = { called: 'an object', fits: isObject };

/** The event schema of custom notifications: what must be there, and what each field has to be if it is. Other fields do not matter. */
const REQUIRED = ['version', 'source', 'content', 'content.description'];
const SCHEMA: { readonly [path: string]: Kind } = {
  'version': exactly('1.0'),
  'source': exactly('custom'),
  'id': TEXT,
  'content': OBJECT,
  'content.textType': exactly('client-markdown'),
  'content.title': TEXT,
  'content.description': FILLED_TEXT,
  'content.nextSteps': TEXTS,
  'content.keywords': TEXTS,
  'metadata': OBJECT,
  'metadata.threadId': TEXT,
  'metadata.summary': TEXT,
  'metadata.eventType': TEXT,
  'metadata.relatedResources': TEXTS,
  'metadata.additionalContext': TEXT_BY_KEY,
};

/**
 * Why Amazon Q Developer in chat applications drops a message; undefined if it shows it.
 *
 * @see https://docs.aws.amazon.com/chatbot/latest/adminguide/custom-notifs.html
 */
export function whyNotShown(message: string): string | undefined {
  const json = parsed(message);
  // An unmodified event is shown automatically.
  if (isText(json?.['detail-type']) && String(json.source).startsWith('aws.')) {
    return undefined;
  }
  if (json?.source !== 'custom') {
    return 'Amazon Q Developer drops what is neither a custom notification nor an event as AWS sent it';
  }
  for (const [path, { called, fits }] of Object.entries(SCHEMA)) {
    const value = valueAt(path, json);
    if (value === undefined ? REQUIRED.includes(path) : !fits(value)) {
      return `Amazon Q Developer drops a custom notification in which ${path} is not ${called}, got ${shown(value)}`;
    }
  }
  return undefined;
}

function exactly(text: string): Kind {
  return { called: JSON.stringify(text), fits: (value) => value === text };
}

function valueAt(path: string, json: Record<string, unknown>): unknown {
  return path.split('.').reduce<unknown>((value, name) => (isObject(value) ? value[name] : undefined), json);
}

function shown(value: unknown): string {
  const text = JSON.stringify(value) ?? 'nothing';
  return text.length > 80 ? `${text.slice(0, 79)}…` : text;
}

function parsed(message: string): Record<string, unknown> | undefined {
  try {
    const value: unknown = JSON.parse(message);
    return isObject(value) ? value : undefined;
  } catch {
    return undefined;
  }
}
