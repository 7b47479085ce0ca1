import { execFileSync } from 'child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'fs';
import { tmpdir } from 'os';
import { join } from 'path';
import { docstringViolations } from './docstrings';
import { filesToCheck, ROOT } from './files';
import { VOCABULARY } from './vocabulary';
import { forbiddenWords } from './words';

describe('a forbidden word', () => {
  test.each(VOCABULARY.flatMap(({ examples, instead }) => examples.map((example) => [example, instead])))('is found in "%s"', (example, instead) => {
    expect(forbiddenWords('a.ts', example)).toContainEqual({ where: 'a.ts:1', problem: expect.stringContaining(`write ${instead}. `) });
  });

  test.each(VOCABULARY.flatMap(({ allowed = [], instead }) => allowed.map((text) => [text, instead])))('is not found in "%s"', (text, instead) => {
    expect(forbiddenWords('a.ts', text).filter(({ problem }) => problem.includes(`write ${instead}. `))).toEqual([]);
  });

  // In two parts, so that it is not found in this file.
  const [one, two] = ['by', 'itself'];
  const capital = (word: string) => `${word[0].toUpperCase()}${word.slice(1)}`;

  test.each([
    ['a docstring that is wrapped', `/**\n * known ${one}\n * ${two}\n */`],
    ['a comment that is wrapped', `  // known ${one}\n  // ${two}`],
    ['a string that is continued', `'known ${one}'\n    + ' ${two}'`],
    ['wrapped Markdown', `known ${one}\n${two}`],
    ['an identifier', `isKnown${capital(one)}${capital(two)}`],
    ['an identifier in snake case', `is_known_${one}_${two}`],
    ['a constant', `KNOWN_${one}_${two}`.toUpperCase()],
  ])('is found in %s, with its line', (_what, text) => {
    expect(forbiddenWords('a.ts', `\n${text}`)).toEqual([{ where: expect.stringMatching(/^a\.ts:[23]$/), problem: expect.stringContaining('automatically') }]);
  });

  test('is looked for in every kind of file', () => {
    expect(filesToCheck()).toEqual(expect.arrayContaining([
      'README.md', 'CONTRIBUTING.md', 'SECURITY.md', '.projenrc.ts', '.ci/run', 'docs/traps.md', 'src/index.ts', 'examples/README.md', 'test/language/language.test.ts',
    ]));
  });
});

describe('the form of a docstring', () => {
  const documented = (type: object) => ({ types: { 'lib.Thing': { kind: 'class', docs: { summary: 'A thing.' }, ...type } } });
  const struct = (name: string, type: object) => ({ types: { [`lib.${name}`]: { kind: 'interface', datatype: true, docs: { summary: 'Properties for `Thing`.' }, ...type } } });
  const property = (name: string, summary: string, more: object = {}) => ({ properties: [{ name, docs: { summary }, ...more }] });
  const LIST = { type: { collection: { kind: 'array' } } };

  test.each<[string, Parameters<typeof docstringViolations>[0], string]>([
    ['props', struct('ThingProps', { docs: { summary: 'The things that you can set.' } }), 'a props interface reads like "Properties for'],
    ['options', struct('ThingOptions', {}), 'an options interface reads like "Options for'],
    ['filters', struct('ThingFilters', {}), 'a filters interface reads like "Filters for'],
    ['a result', struct('Outcome', {}), 'a struct reads like'],
    ['a construct', documented({ docs: { summary: 'Sends events to its targets.' } }), 'a class or an enum reads like'],
    ['a target', { types: { 'lib.ThingPublish': { kind: 'class', docs: { summary: 'A target.' } } } }, 'a target reads like "Use an'],
    ['a boolean', struct('ThingProps', property('enabled', 'The rule is enabled.', { type: { primitive: 'boolean' } })), 'a boolean property reads like "Whether'],
    ['an exclusion', struct('ThingFilters', { docs: { summary: 'Filters for `thing()`.' }, ...property('excludedNames', 'The names.', LIST) }), 'an exclusion reads like'],
    ['a filter', struct('ThingFilters', { docs: { summary: 'Filters for `thing()`.' }, ...property('names', 'The names.', LIST) }), 'a filter reads like'],
    ['a property', documented(property('rules', 'Creates rules.')), 'a property reads like'],
    ['a method', documented({ methods: [{ name: 'add', docs: { summary: 'The next target.' } }] }), 'a method reads like "Adds a target."'],
    ['an optional property without a default', struct('ThingProps', property('name', 'The name.', { optional: true })), 'needs @default'],
    ['a default that is a sentence', struct('ThingProps', { properties: [{ name: 'name', docs: { summary: 'The name.', default: 'a generated name' } }] }), '@default "a generated name"'],
    ['nothing', documented({ docs: {} }), 'no docstring'],
    ['a repetition', documented({ docs: { summary: 'A thing.', remarks: 'A thing: small or large.' } }), 'repeats its first sentence'],
    ['a bad beginning', documented({ docs: { summary: 'A thing.', remarks: 'It is fast. So it is used.' } }), 'begins with "So"'],
  ])('is required of %s', (_what, assembly, problem) => {
    expect(docstringViolations(assembly)).toEqual([{ where: expect.stringMatching(/^lib\./), problem: expect.stringContaining(problem) }]);
  });

  test('passes for a construct with a target, a method and a property', () => {
    expect(docstringViolations(documented({
      ...property('rules', 'The rules that this construct creates.'),
      methods: [{ name: 'addTarget', docs: { summary: 'Adds a target.' } }, { name: 'toString', overrides: 'Object' }],
    }))).toEqual([]);
  });
});

describe('the spelling', () => {
  test.each([['of another country', `The col${'our'} of an alarm.`], ['with a mistake', `An al${'arr'}m.`]])('%s is found', (_what, text) => {
    const folder = mkdtempSync(join(tmpdir(), 'spelling-'));
    try {
      writeFileSync(join(folder, 'a.md'), `${text}\n`);
      const spelling = () => execFileSync('npx', [
        'cspell', 'lint', '--no-progress', '--no-summary', '--root', folder, '--config', join(__dirname, 'cspell.json'), join(folder, 'a.md'),
      ], { cwd: ROOT, stdio: 'pipe' });
      expect(spelling).toThrow(expect.objectContaining({ status: 1 }));
    } finally {
      rmSync(folder, { recursive: true });
    }
  });
});
