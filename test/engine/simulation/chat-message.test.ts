import { whyNotShown } from '../../../src/engine/simulation/chat-message';

/** A custom notification with everything that its schema has. */
const FULL = {
  version: '1.0',
  source: 'custom',
  id: 'c-1',
  content: { textType: 'client-markdown', title: ':warning: *x*', description: 'y', nextSteps: ['a', 'b'], keywords: ['k'] },
  metadata: { threadId: 't', summary: 's', eventType: 'e', relatedResources: ['arn:1'], additionalContext: { reason: 'r' } },
};

/** The notification with one field changed. */
function changed(path: string, value: unknown): string {
  const copy = structuredClone(FULL) as any;
  const names = path.split('.');
  const last = names.pop()!;
  names.reduce((parent, name) => parent[name], copy)[last] = value;
  return JSON.stringify(copy);
}

test.each([
  ['with everything', JSON.stringify(FULL)],
  ['with the least', '{"version":"1.0","source":"custom","content":{"description":"y"}}'],
  ['with what the schema does not know', changed('content.background', 'red')],
  ['without a field that it can do without', changed('metadata.threadId', undefined)],
  ['with empty lists', changed('content.nextSteps', [])],
])('a custom notification %s is shown', (_title, message) => {
  expect(whyNotShown(message)).toBeUndefined();
});

test.each([
  ['version', '2.0', '"1.0"'],
  ['version', undefined, '"1.0"'],
  ['id', 7, 'a text'],
  ['content', 'y', 'an object'],
  ['content', undefined, 'an object'],
  ['content.textType', 'plain', '"client-markdown"'],
  ['content.title', null, 'a text'],
  ['content.description', undefined, 'a text that is not empty'],
  ['content.description', { a: 1 }, 'a text that is not empty'],
  ['content.description', '', 'a text that is not empty'],
  ['content.nextSteps', 'a', 'a list of texts'],
  ['content.keywords', ['k', 3], 'a list of texts'],
  ['metadata', [], 'an object'],
  ['metadata.threadId', 3, 'a text'],
  ['metadata.summary', true, 'a text'],
  ['metadata.eventType', [], 'a text'],
  ['metadata.relatedResources', [null], 'a list of texts'],
  ['metadata.additionalContext', { count: 3 }, 'an object of texts'],
  ['metadata.additionalContext', ['r'], 'an object of texts'],
])('a custom notification with %s %j is dropped', (path, value, wanted) => {
  expect(whyNotShown(changed(path, value))).toBe(`Amazon Q Developer drops a custom notification in which ${path} is not ${wanted}, got ${JSON.stringify(value) ?? 'nothing'}`);
});

test('a long value is shortened in the reason', () => {
  expect(whyNotShown(changed('id', ['x'.repeat(100)]))).toBe(`Amazon Q Developer drops a custom notification in which id is not a text, got ["${'x'.repeat(77)}…`);
});

test('an event is shown as AWS sent it, and what is neither is dropped', () => {
  expect(whyNotShown('{"detail-type":"ECS Service Action","source":"aws.ecs"}')).toBeUndefined();
  for (const message of ['{"detail-type":"ECS Service Action","source":"mine"}', '{"source":"aws.ecs"}', '"text"', 'text', '[]', 'null']) {
    expect(whyNotShown(message)).toBe('Amazon Q Developer drops what is neither a custom notification nor an event as AWS sent it');
  }
});
