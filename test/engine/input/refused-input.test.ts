import { received, transformed } from './rendered';

/** What EventBridge refuses at deployment. */
test.each([
  ['two kinds of input', { Input: '{}', InputTransformer: { InputTemplate: '"x"' } }, 'it has Input and InputTransformer: only one of Input, InputPath and InputTransformer is allowed'],
  ['a long constant', { Input: JSON.stringify('x'.repeat(8191)) }, 'Input has 8193 characters, and EventBridge accepts at most 8192'],
  ['a constant that is not JSON', { Input: 'hello' }, 'Input is not JSON, got "hello"'],
  ['a long path', { InputPath: `$.${'x'.repeat(255)}` }, 'InputPath has 257 characters, and EventBridge accepts at most 256'],
  ['no template', { InputTransformer: { InputTemplate: undefined as unknown as string } }, 'the input transformer has no InputTemplate'],
  ['an empty template', { InputTransformer: { InputTemplate: '' } }, 'the input transformer has no InputTemplate'],
  ['a long template', { InputTransformer: { InputTemplate: JSON.stringify('x'.repeat(8191)) } }, 'the template has 8193 characters, and EventBridge accepts at most 8192'],
])('%s', (_title, props, problem) => {
  expect(() => received(props)).toThrow(new Error(problem));
});

test.each([
  ['too many paths', Object.fromEntries(Array.from({ length: 101 }, (_, at) => [`v${at}`, '$.id'])), 'InputPathsMap has 101 paths, and EventBridge accepts at most 100'],
  ['a long path', { a: `$.${'x'.repeat(255)}` }, 'the path of <a> has 257 characters, and EventBridge accepts at most 256'],
  ['a reserved name', { AWSAccount: '$.account' }, 'InputPathsMap has the variable "AWSAccount": names that start with AWS are reserved'],
  ['a predefined name', { 'aws.events.rule-name': '$.id' },
    'InputPathsMap has the variable "aws.events.rule-name": names have 1 to 256 letters, digits, hyphens and underscores, and those with aws. are predefined'],
  ['a name with a space', { 'a b': '$.id' }, 'InputPathsMap has the variable "a b"'],
  ['an empty name', { '': '$.id' }, 'InputPathsMap has the variable ""'],
  ['a long name', { ['x'.repeat(257)]: '$.id' }, `InputPathsMap has the variable "${'x'.repeat(79)}…"`],
])('in the paths: %s', (_title, paths, problem) => {
  expect(() => transformed('"x"', paths)).toThrow(problem);
});

test.each([
  ['a placeholder that is not defined', '"<reason> <reson>"', 'the template has the placeholder <reson>, which is not defined: add it to InputPathsMap'],
  ['a misspelled predefined one', '"<aws.events.rulename>"', 'the template has the placeholder <aws.events.rulename>, which is not defined'],
  ['a placeholder as a key', '{"a": <count>, <reason>: 1}', 'the template has the placeholder <reason> in a key: only values can be filled in'],
  ['a placeholder in a key', '{"a": {"the \\"<reason>\\" key" : 1}}', 'the template has the placeholder <reason> in a key: only values can be filled in'],
  ['a text without quotes', 'because <reason>', 'the template is neither JSON nor a text in quotes: check its quotes, brackets and commas'],
  ['a text that is not closed', '"because <reason>', 'the template is neither JSON nor a text in quotes'],
  ['something behind a text', '"because" of <reason>', 'the template is neither JSON nor a text in quotes'],
  ['a comma too many', '{"a": <reason>,}', 'the template is neither JSON nor a text in quotes'],
  ['a value that is only half in quotes', '{"a": because <reason>}', 'the template is neither JSON nor a text in quotes'],
])('in the template: %s', (_title, template, problem) => {
  expect(() => transformed(template)).toThrow(problem);
});

test('what is just within the limits is taken', () => {
  const paths = Object.fromEntries(Array.from({ length: 100 }, (_, at) => [`v${at}`, `$.${'x'.repeat(254)}`]));
  expect(transformed(JSON.stringify('x'.repeat(8190)), paths).body).toHaveLength(8192);
  expect(received({ Input: JSON.stringify('x'.repeat(8190)) }).body).toHaveLength(8192);
  expect(transformed('{"a": "<reason>: x"}').body).toBe('{"a": "RESOURCE:CPU: x"}');
  expect(transformed('"<awsName>"', { awsName: '$.id' }).body).toBe('"1"');
});
