// Mutates the modules of the arguments, or all of them, or single files; lists what no test noticed, with a table, and fails below 90 %.
import { spawnSync } from 'node:child_process';
import { mkdirSync, readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const LEAST = 90;
const NOTICED = ['Killed', 'Timeout'];
const here = (path) => fileURLToPath(new URL(path, import.meta.url));
const root = here('../..');
const modules = process.argv.length > 2 ? process.argv.slice(2)
  : readdirSync(`${root}/src`, { withFileTypes: true }).filter((entry) => entry.isDirectory()).map(({ name }) => name);

mkdirSync(`${root}/.mutation`, { recursive: true });
const byModule = modules.map((module) => [module, mutantsOf(module)]);
const all = byModule.flatMap(([, mutants]) => mutants);
all.filter(({ status }) => !NOTICED.includes(status)).forEach(({ status, file, line, code, mutatorName, replacement }) =>
  console.log(`${status} ${file}:${line} ${mutatorName} → ${replacement.replace(/\s+/g, ' ').slice(0, 140)}\n    ${code}`));

const date = new Date().toISOString().slice(0, 10);
table('module', [...byModule, ...modules.length > 1 ? [['all', all]] : []]);
table('mutator', [...new Set(all.map(({ mutatorName }) => mutatorName))].sort().map((name) => [name, all.filter(({ mutatorName }) => mutatorName === name)]));
process.exitCode = score(all) < LEAST ? 1 : 0;

/** The mutants of a module, with their results. */
function mutantsOf(module) {
  const report = stryker(module, module.endsWith('.ts') ? module : `src/${module}/**/*.ts`);
  const survivors = report.filter(({ status }) => status === 'Survived');
  if (survivors.length === 0 || process.env.QUICK) return report;
  // The first pass runs the quicker tests; the mutants that survive it are tested with all of them.
  const again = stryker(`${module}.survivors`, survivors.map(({ file, location: { start, end } }) => `${file}:${start.line}:${start.column - 1}-${end.line}:${end.column}`).join(), 2);
  return report.map((mutant) => again.find(({ key }) => key === mutant.key && mutant.status === 'Survived') ?? mutant);
}

function stryker(name, mutate, budget = 0.25) {
  const output = `.mutation/${name.replaceAll('/', '-')}.json`;
  const { status } = spawnSync(here('node_modules/.bin/stryker'), ['run', here('stryker.config.mjs'), '--mutate', mutate], {
    cwd: root, stdio: 'inherit', env: { ...process.env, BUDGET: budget, OUTPUT: output },
  });
  if (status !== 0) process.exit(status ?? 1);
  const { files } = JSON.parse(readFileSync(`${root}/${output}`, 'utf8'));
  return Object.entries(files).flatMap(([file, { mutants, source }]) => mutants.map((mutant) => ({
    ...mutant,
    file,
    line: mutant.location.start.line,
    code: source.split('\n')[mutant.location.start.line - 1].trim(),
    key: `${file} ${JSON.stringify(mutant.location)} ${mutant.replacement}`,
  })));
}

function table(title, rows) {
  console.log(`\n| ${title} | mutants | killed | timeout | survived | not covered | score | date |\n| --- | --- | --- | --- | --- | --- | --- | --- |`);
  for (const [name, mutants] of rows) {
    const count = (status) => mutants.filter((mutant) => mutant.status === status).length;
    const counts = [mutants.length, count('Killed'), count('Timeout'), count('Survived'), count('NoCoverage')];
    console.log(`| ${[name, ...counts, `${score(mutants).toFixed(1)} %`, date].join(' | ')} |`);
  }
}

function score(mutants) {
  const tested = mutants.filter(({ status }) => status !== 'Ignored');
  return 100 * tested.filter(({ status }) => NOTICED.includes(status)).length / tested.length;
}
