// Measures everything and writes README.md and cost.svg: node out/benchmark/run.js [--quick]
import { execFileSync } from 'child_process';
import { readdirSync, readFileSync, writeFileSync } from 'fs';
import { cpus, loadavg, totalmem } from 'os';
import { join } from 'path';
import type { Limits } from './limits';
import { installRuler, measureMatching } from './matching';
import type { Measure, Way } from './measured-app';
import { plot } from './plot';
import type { Case } from './processes';
import { FOLDER, limitsOf, measured } from './processes';
import { results } from './report';
import type { Results, Sized } from './results';
import type { StackSize } from './stack-size';
import { stackSize } from './stack-size';

export const WAYS: readonly Way[] = ['library', 'hand', 'l1'];

/** How many rules, and how often each way is measured. Small apps differ by less than the noise of one measurement. */
const SIZES: readonly (readonly [rules: number, rounds: number])[] = [[1, 25], [3, 25], [60, 9], [120, 7], [240, 7]];

/** Rules and the stacks that they are spread over. */
const GROWTH: readonly (readonly [rules: number, stacks: number])[] = [[60, 1], [120, 2], [240, 4], [480, 8], [1000, 17]];
const GROWTH_ROUNDS = 5;

/** Resources of other kinds in an app with three rules. */
const UNRELATED = 2000;

/** Measures apps in turn, so that what else the machine does hits all of them; each round begins with another one. */
function inTurn<T extends string>(rounds: number, cases: Readonly<Record<T, Case>>): Sized<T> {
  const names = Object.keys(cases) as T[];
  const measures = Object.fromEntries(names.map((name) => [name, [] as Measure[]])) as Record<T, Measure[]>;
  const sizes: Partial<Record<T, StackSize>> = {};
  for (let round = 0; round < rounds; round++) {
    for (let turn = 0; turn < names.length; turn++) {
      const name = names[(round + turn) % names.length];
      const { measure, seen } = measured(cases[name], sizeOfFirstStack);
      measures[name].push(measure);
      sizes[name] = seen;
    }
  }
  const { rules, stacks } = cases[names[0]];
  process.stderr.write(`${rules} rules in ${stacks} stacks: ${rounds} rounds\n`);
  return { rules, stacks, measures, sizes: sizes as Record<T, StackSize> };
}

function sizeOfFirstStack(outdir: string): StackSize {
  const file = readdirSync(outdir).find((name) => name === 'Alerts0.template.json')!;
  return stackSize(readFileSync(join(outdir, file), 'utf8'), 'Alerts0');
}

function measureAll(quick: boolean): Results {
  const roundsOf = (rounds: number) => quick ? 2 : rounds;
  const before = loadavg()[0];
  installRuler();
  const sizes = SIZES.map(([rules, rounds]) => inTurn(roundsOf(rounds), {
    library: { way: 'library', rules, stacks: 1 },
    hand: { way: 'hand', rules, stacks: 1 },
    l1: { way: 'l1', rules, stacks: 1 },
  }));
  const validated = SIZES.map(([rules, rounds]) => inTurn(roundsOf(rounds), {
    library: { way: 'library', rules, stacks: 1, isValidated: true },
    hand: { way: 'hand', rules, stacks: 1, isValidated: true },
  }));
  const unrelated = inTurn(roundsOf(GROWTH_ROUNDS), {
    library: { way: 'library', rules: 3, stacks: 1, unrelated: UNRELATED },
    hand: { way: 'hand', rules: 3, stacks: 1, unrelated: UNRELATED },
  });
  const growth = GROWTH.map(([rules, stacks]) => inTurn(roundsOf(GROWTH_ROUNDS), {
    own: { way: 'library', rules, stacks },
    shared: { way: 'library', rules, stacks, receivers: 'shared' },
    hand: { way: 'hand', rules, stacks },
  }));
  const limits = Object.fromEntries(WAYS.map((way) => [way, limitsOf(way)])) as Record<Way, Limits>;
  const matching = measureMatching();
  const versionOf = (name: string) => (JSON.parse(readFileSync(require.resolve(`${name}/package.json`), 'utf8')) as { version: string }).version;
  const commit = execFileSync('git', ['describe', '--always', '--dirty', '--exclude=*'], { cwd: FOLDER, encoding: 'utf8' }).trim();
  return {
    machine: `${cpus().length} × ${cpus()[0].model.trim()}, ${Math.round(totalmem() / 2 ** 30)} GB`,
    versions: `commit ${commit}, aws-cdk-lib ${versionOf('aws-cdk-lib')}, Node.js ${process.version}, ${matching.java}, event-ruler ${rulerVersion()}`,
    date: new Date().toISOString().slice(0, 10),
    load: [before, loadavg()[0]],
    sizes,
    validated,
    unrelated,
    limits,
    growth,
    matching,
  };
}

function rulerVersion(): string {
  const pom = readFileSync(join(FOLDER, '..', 'test', 'conformance', 'pom.xml'), 'utf8');
  return /<artifactId>event-ruler<\/artifactId>\s*<version>([^<]*)/.exec(pom)![1];
}

/** Puts a text between `<!-- results: … -->` and `<!-- end of results -->` of the README. */
function fillIn(text: string): void {
  const file = join(FOLDER, 'README.md');
  const [before, , after] = readFileSync(file, 'utf8').split(/(?<=<!-- results: .*-->\n)([^]*)(?=<!-- end of results -->)/);
  writeFileSync(file, `${before}\n${text}\n\n${after}`);
}

const all = measureAll(process.argv.includes('--quick'));
writeFileSync(join(FOLDER, 'cost.svg'), plot(all));
fillIn(results(all));
