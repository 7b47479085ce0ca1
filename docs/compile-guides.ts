// Fails if an example of a page in docs/ does not compile with the library, with the fixtures of jsii-rosetta around it. jsii-rosetta itself would also refuse what
// it cannot translate, such as the arrow functions of tests; the guides are not translated.
import { readdirSync, readFileSync } from 'fs';
import { join } from 'path';
// eslint-disable-next-line import/no-extraneous-dependencies
import * as ts from 'typescript';

const ROOT = join(__dirname, '..');

/** "Modifiers cannot appear here": examples declare what they are given, which jsii-rosetta allows too. */
const DECLARE_IN_BODY = 1184;

/** An example of a page, by the path of a file that is not written. */
interface Example {
  readonly path: string;
  readonly source: string;
}

/** The examples of the pages that people write; those in `docs/messages` have no code. */
function examples(): Example[] {
  return ['docs', 'docs/guides']
    .flatMap((folder) => readdirSync(join(ROOT, folder)).filter((file) => file.endsWith('.md')).map((file) => `${folder}/${file}`))
    .flatMap((page) => {
      const text = readFileSync(join(ROOT, page), 'utf8');
      return [...text.matchAll(/^( *)```ts *(.*)\n([^]*?)^\1```$/gm)].map(({ index, 2: options, 3: code }) => ({
        path: join(ROOT, `${page}.line-${text.slice(0, index).split('\n').length}.ts`),
        source: withFixture(options, code),
      }));
    });
}

function withFixture(options: string, code: string): string {
  if (options === 'nofixture') {
    return code;
  }
  const name = /^fixture=(\S+)$/.exec(options)?.[1] ?? 'default';
  return readFileSync(join(ROOT, 'rosetta', `${name}.ts-fixture`), 'utf8').replace('/// here', () => code);
}

const found = examples();
const sources = new Map(found.map(({ path, source }) => [path, source]));
const { config } = ts.readConfigFile(join(ROOT, 'tsconfig.dev.json'), (path) => readFileSync(path, 'utf8'));
const { options } = ts.parseJsonConfigFileContent({ ...config, include: [], files: [] }, ts.sys, ROOT);
// Imports of a fixture that an example does not use are no mistake of the example.
const unstrict = { ...options, noUnusedLocals: false, noUnusedParameters: false, moduleDetection: ts.ModuleDetectionKind.Force };
const host = ts.createCompilerHost(unstrict);
const { readFile, fileExists } = host;
host.readFile = (path) => sources.get(path) ?? readFile(path);
host.fileExists = (path) => sources.has(path) || fileExists(path);
const program = ts.createProgram([...sources.keys()], unstrict, host);
const diagnostics = [...sources.keys()].flatMap((path) => {
  const file = program.getSourceFile(path)!;
  return [...program.getSyntacticDiagnostics(file), ...program.getSemanticDiagnostics(file)].filter(({ code }) => code !== DECLARE_IN_BODY);
});
console.log(diagnostics.length === 0 && found.length > 0 ? `${found.length} examples of the guides compile` : ts.formatDiagnosticsWithColorAndContext(diagnostics, host));
process.exitCode = diagnostics.length === 0 && found.length > 0 ? 0 : 1;
