import * as ts from 'typescript';

/** The strictest options of users: the declarations of packages are checked, and an optional prop is not one that may be undefined. */
const STRICTEST: ts.CompilerOptions = {
  target: ts.ScriptTarget.ES2022,
  module: ts.ModuleKind.Node20,
  strict: true,
  skipLibCheck: false,
  exactOptionalPropertyTypes: true,
  noUncheckedIndexedAccess: true,
  noEmit: true,
  types: [],
};

/** What a compiler with the strictest options finds in the declarations of a folder. Those of other packages, such as the CDK, are not ours to change. */
export function problemsInDeclarations(folder: string, entry: string): string[] {
  const program = ts.createProgram([entry], STRICTEST);
  const own = program.getSourceFiles().filter(({ fileName }) => fileName.startsWith(folder));
  const problems = own
    .flatMap((file) => [...program.getSyntacticDiagnostics(file), ...program.getSemanticDiagnostics(file)])
    .map(({ file, messageText }) => `${file!.fileName}: ${ts.flattenDiagnosticMessageText(messageText, '\n')}`);
  return own.length === 0 ? [`${entry}: there are no declarations`] : problems;
}
