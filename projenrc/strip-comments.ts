// Takes the comments out of the compiled JavaScript, which jsii cannot be told to: they are in the declarations once more, where editors show
// them, and in the assembly. They were an eighth of the npm package.
import { readdirSync, readFileSync, writeFileSync } from 'fs';
import { join } from 'path';
import * as ts from 'typescript';

const LIB = join(__dirname, '..', 'lib');

for (const path of readdirSync(LIB, { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith('.js'))) {
  const file = join(LIB, path);
  const { outputText } = ts.transpileModule(readFileSync(file, 'utf8'), {
    compilerOptions: { target: ts.ScriptTarget.ES2023, module: ts.ModuleKind.CommonJS, removeComments: true },
  });
  writeFileSync(file, outputText);
}
