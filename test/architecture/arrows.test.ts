import { execFileSync } from 'child_process';
import { readFileSync } from 'fs';
import { join } from 'path';

const ROOT = join(__dirname, '..', '..');

// In a separate process, because within jest ESLint and its plugins load several times slower; and with the rules about imports only, which
// need no types. The first line of the configuration is a comment.
const LINT = `
const { LegacyESLint } = require('eslint/use-at-your-own-risk');
const [, ...lines] = require('fs').readFileSync('.eslintrc.json', 'utf8').split('\\n');
const { settings, parser, rules } = JSON.parse(lines.join('\\n'));
const imports = Object.fromEntries(Object.entries(rules).filter(([rule]) => rule === 'import/no-restricted-paths' || rule === 'import/no-cycle'));
const texts = JSON.parse(require('fs').readFileSync(0, 'utf8'));
(async () => {
  const baseConfig = { root: true, parser, parserOptions: { sourceType: 'module' }, plugins: ['import'], settings, rules: imports };
  const eslint = new LegacyESLint({ cwd: process.cwd(), ignore: false, useEslintrc: false, baseConfig });
  const messages = [];
  for (const [file, text] of texts) {
    const [result] = await eslint.lintText(text, { filePath: require('path').resolve(file) });
    messages.push(result.messages.map(({ ruleId, message }) => ruleId + ': ' + message));
  }
  process.stdout.write(JSON.stringify(messages));
})();
`;

/** Lints texts as if they were files of the project; the messages for each. */
function lint(...texts: [file: string, text: string][]): string[][] {
  const env = { ...process.env, NODE_NO_WARNINGS: '1' };
  const output = execFileSync(process.execPath, ['-e', LINT], { cwd: ROOT, input: JSON.stringify(texts), encoding: 'utf8', env });
  return JSON.parse(output) as string[][];
}

test('the lint fails on an arrow that the architecture does not have, and on a cycle', () => {
  // GIVEN
  const cycle = join('test', 'architecture', 'cycle', 'one.ts');

  // WHEN
  const [patternsToRules, rulesToTargets, testingToPatterns, rulesToPatterns, withinCycle] = lint(
    ['src/patterns/split.ts', "import '../rules/ecs-event-rule';\n"],
    ['src/rules/flat-props.ts', "import '../targets/sns-publish';\n"],
    ['src/testing/index.ts', "import '../patterns/ecs-event-pattern';\n"],
    ['src/rules/flat-props.ts', "import '../patterns/ecs-event-pattern';\n"],
    [cycle, readFileSync(join(ROOT, cycle), 'utf8')],
  );

  // THEN
  expect(patternsToRules).toEqual([expect.stringMatching(/^import\/no-restricted-paths: .*src\/patterns may import from patterns, filters, events, validation, engine only/)]);
  expect(rulesToTargets).toEqual([expect.stringMatching(/^import\/no-restricted-paths: .*src\/rules may import from/)]);
  expect(testingToPatterns).toEqual([expect.stringMatching(/^import\/no-restricted-paths: .*src\/testing may import from testing, engine, filters, validation, events only/)]);
  expect(rulesToPatterns).toEqual([]);
  expect(withinCycle).toEqual([expect.stringMatching(/^import\/no-cycle: /)]);
}, 60_000);
