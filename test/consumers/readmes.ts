import { readFileSync } from 'fs';
import { join } from 'path';
import { DIST, mustRun, ROOT } from './shell';

/** What shows that an example is still TypeScript. */
const TYPESCRIPT = /\bdeclare const\b|\bconst \w+ = |=>|\bnew \w+\(this|\.length\b/;
const PYTHON_LEFTOVERS = /;$|\bnew [A-Z]|\bthis\b|\{ \w+:|\b[a-z]+[A-Z]\w*\(/m;

/** The documentation that goes along with a package. */
interface PackagedReadme {
  readonly language: string;
  readonly text: () => Promise<string>;
  /** The examples in it. */
  readonly examples: (text: string) => string[];
  readonly leftovers: readonly RegExp[];
}

export const READMES: readonly PackagedReadme[] = [
  {
    language: 'Python',
    text: async () => mustRun('unzip -p *.whl "*.dist-info/METADATA"', join(DIST, 'python')),
    examples: (text) => fences(text, 'python'),
    leftovers: [TYPESCRIPT, PYTHON_LEFTOVERS],
  },
  {
    language: 'Java',
    text: async () => mustRun('unzip -p "$(find . -name "*-sources.jar")" io/github/cdkecseventrules/package-info.java', join(DIST, 'java')),
    examples: (text) => [...text.matchAll(/<pre>\n(.*?)<\/pre>/gs)].map(([, code]) => code).filter((code) => /;$/m.test(code)),
    leftovers: [TYPESCRIPT],
  },
  {
    language: 'C#',
    text: async () => readFileSync(join(ROOT, 'projenrc', 'nuget', 'README.md'), 'utf8'),
    examples: (text) => fences(text, 'csharp'),
    // `new Rule(this, …)` is how C# writes it too.
    leftovers: [/\bdeclare const\b|\bconst \w+ = |\.length\b|\{ \w+: /],
  },
  {
    language: 'Go',
    text: async () => readFileSync(join(DIST, 'go', 'cdkecseventrules', 'README.md'), 'utf8'),
    examples: (text) => fences(text, 'go'),
    leftovers: [TYPESCRIPT],
  },
];

/** Fails if an example of README.md is missing in the package of a language, or is not in that language. */
export async function checkReadme({ text, examples, leftovers }: PackagedReadme): Promise<string> {
  const expected = fences(readFileSync(join(ROOT, 'README.md'), 'utf8'), 'ts').length;
  const readme = await text();
  const found = examples(readme);
  const problems = [
    ...found.length === expected ? [] : [`expected ${expected} examples, found ${found.length}`],
    ...fences(readme, 'ts').map((code) => `in TypeScript:\n${code}`),
    ...found.filter((code) => leftovers.some((leftover) => leftover.test(code))).map((code) => `TypeScript is left over in:\n${code}`),
  ];
  if (problems.length > 0) {
    throw new Error(problems.join('\n'));
  }
  return `${found.length} examples`;
}

function fences(markdown: string, language: string): string[] {
  return [...markdown.matchAll(new RegExp(`^\`\`\`${language}\\b[^\\n]*\\n(.*?)^\`\`\`$`, 'gms'))].map(([, code]) => code);
}
