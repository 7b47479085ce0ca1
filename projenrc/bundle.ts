// Makes one file of the compiled JavaScript, in which every module waits until it is used. To find, read and compile two hundred files took every
// app several times as long as to run what it needs of them, and whoever tests with jest again in every test file.
// Of the declarations, those that users can reach stay.
import { existsSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'fs';
import { createRequire } from 'module';
import { dirname, join } from 'path';
import type { Plugin } from 'esbuild';
import { build } from 'esbuild';
import * as ts from 'typescript';

const LIB = join(__dirname, '..', 'lib');
const MAIN = join(LIB, 'index.js');
const TESTING = join(LIB, 'testing', 'index.js');
const load = createRequire(__filename);

/** What an index makes available: for each name the expression that loads it. Types are not among it. */
function exportsOf(index: string): Map<string, string> {
  const { statements } = ts.createSourceFile(index, readFileSync(index.replace(/\.js$/, '.d.ts'), 'utf8'), ts.ScriptTarget.Latest);
  return new Map(statements.flatMap((statement) => {
    if (!ts.isExportDeclaration(statement) || !statement.moduleSpecifier || !ts.isStringLiteral(statement.moduleSpecifier)) {
      throw new Error(`${index}: expected re-exports only, found ${ts.SyntaxKind[statement.kind]}`);
    }
    const { text: from } = statement.moduleSpecifier;
    const module = `require('${from}')`;
    if (statement.exportClause && ts.isNamespaceExport(statement.exportClause)) {
      return [[statement.exportClause.name.text, module] as const];
    }
    return Object.keys(load(join(dirname(index), from)) as object).map((name) => [name, `${module}.${name}`] as const);
  }));
}

/** By this, which is never run, Node.js knows what `import { … } from` can import. */
function namesOf(index: string): string {
  return `0 && (module.exports = { ${[...exportsOf(index).keys()].join(', ')} });\n`;
}

/** The compiled text of a module, which loads what it imports only where it comes to it, and then once. The names are TypeScript's own and stand for nothing else. */
function importingLazily(js: string): string {
  const imports = [...js.matchAll(/^const (\w+_1) = (require\("[^"]+"\));\n/gm)];
  return imports.reduce((text, [line, name, module]) => text.replace(line, '').replace(new RegExp(`\\b${name}\\b`, 'g'), `(${name} ??= ${module})`).replace('"use strict";', `"use strict";\nlet ${name};`), js);
}

/** Gives the classes of a module the names back that minification takes from them. To name the functions too took 13 ms of the 115 ms in which an app loads. */
const NAMED = 'var __named=o=>Object.keys(o).forEach(name=>Object.defineProperty(o[name],"name",{value:name}));';

function keepingNamesOfClasses(js: string): string {
  const names = [...js.matchAll(/^class (\w+)/gm)].map(([, name]) => name);
  return names.length === 0 ? js : `${js}\n__named({ ${names.join(', ')} });\n`;
}

/** Requires a package once. That takes longer than to load a module of the bundle, and dozens of modules require the same package. */
const ONCE: Plugin = {
  name: 'once',
  setup: ({ onResolve, onLoad }) => {
    onResolve({ filter: /^[^.]/ }, ({ path, namespace }) => namespace === 'once' ? { path, external: true } : { path, namespace: 'once' });
    onLoad({ filter: /^/, namespace: 'once' }, ({ path }) => ({ contents: `module.exports = require('${path}');` }));
  },
};

/** A declaration file without its `@internal` members, which jsii keeps, and without the interfaces and imports that only they need. */
function withoutInternal(text: string): string {
  const source = ts.createSourceFile('index.d.ts', text, ts.ScriptTarget.Latest);
  const without = (nodes: readonly ts.Node[], from: string) => nodes.reduceRight((left, { pos, end }) => left.slice(0, pos) + left.slice(end), from);
  const members = source.statements.filter(ts.isClassDeclaration).flatMap((declaration) => [...declaration.members]);
  const reduced = without(members.filter((member) => text.slice(member.pos, member.getStart(source)).includes('@internal')), text);
  return reduced === text ? text : withoutUnused(reduced);
}

function withoutUnused(text: string): string {
  const used = (name: string) => (text.match(new RegExp(`\\b${name}\\b`, 'g')) ?? []).length > 1;
  const withoutInterfaces = text.replace(/(\/\*\*[^/]*\*\/\n)?^interface (\w+) \{\n[^}]*^\}\n/gm, (declaration, _comment, name) => used(name) ? declaration : '');
  if (withoutInterfaces !== text) {
    return withoutUnused(withoutInterfaces);
  }
  return text.replace(/^(import(?: type)? \{ )(.+)( \} from .+;\n)/gm, (_line, before, names: string, after) => {
    const needed = names.split(', ').filter((name) => used(name.split(' as ').at(-1)!));
    return needed.length === 0 ? '' : `${before}${needed.join(', ')}${after}`;
  });
}

/** The declarations that an index reaches: what users see, and what that mentions. */
function declarationsFrom(file: string, reached: Set<string> = new Set()): Set<string> {
  if (reached.has(file)) {
    return reached;
  }
  reached.add(file);
  const { importedFiles } = ts.preProcessFile(readFileSync(file, 'utf8'));
  for (const { fileName } of importedFiles.filter((imported) => imported.fileName.startsWith('.'))) {
    const path = join(dirname(file), fileName);
    declarationsFrom(existsSync(`${path}.d.ts`) ? `${path}.d.ts` : join(path, 'index.d.ts'), reached);
  }
  return reached;
}

/** The declarations of the other modules are a fourth of the package, and no compiler ever reads them. */
function removeUnreachableDeclarations(): void {
  const declarations = readdirSync(LIB, { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith('.d.ts')).map((name) => join(LIB, name));
  declarations.forEach((file) => writeFileSync(file, withoutInternal(readFileSync(file, 'utf8'))));
  const reached = [MAIN, TESTING].map((index) => index.replace(/\.js$/, '.d.ts')).reduce((all, index) => declarationsFrom(index, all), new Set<string>());
  declarations.filter((file) => !reached.has(file)).forEach((file) => rmSync(file));
}

async function bundle(): Promise<void> {
  const modules = readdirSync(LIB, { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith('.js')).map((name) => join(LIB, name));
  const [names, namesOfTesting] = [MAIN, TESTING].map(namesOf);
  const getters = [...exportsOf(MAIN)].map(([name, module]) => `${name}: { enumerable: true, get: () => ${module} }`);
  modules.forEach((file) => writeFileSync(file, keepingNamesOfClasses(importingLazily(readFileSync(file, 'utf8')))));
  const { outputFiles } = await build({
    stdin: { contents: `Object.defineProperties(exports, { __esModule: { value: true }, ${getters.join(', ')} });`, resolveDir: LIB },
    absWorkingDir: LIB,
    bundle: true,
    write: false,
    format: 'cjs',
    platform: 'node',
    target: 'node20',
    // Keeps the package below its limit.
    minify: true,
    plugins: [ONCE],
    banner: { js: NAMED },
    footer: { js: names },
  });
  modules.forEach((file) => rmSync(file));
  removeUnreachableDeclarations();
  writeFileSync(MAIN, outputFiles[0].text);
  writeFileSync(TESTING, `module.exports = require('../index.js').testing;\n${namesOfTesting}`);
}

void bundle();
