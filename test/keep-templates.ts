// Keeps every template that the tests synthesize in the folder that KEEP_TEMPLATES names, for engines that validate templates:
// `<hash>.json`, byte for byte as the CDK wrote it, and lines of `hash<TAB>test file<TAB>stack name` in `index.tsv`.
import { createHash } from 'crypto';
import { appendFileSync, existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'fs';
import { join, relative, resolve } from 'path';
import { Stage } from 'aws-cdk-lib';
import type { CloudAssembly } from 'aws-cdk-lib/cx-api';
import { keepUndelivered } from './keep-undelivered';

const ROOT = join(__dirname, '..');
const FOLDER = resolve(ROOT, process.env.KEEP_TEMPLATES!);
mkdirSync(FOLDER, { recursive: true });

const kept = new Set<string>();

function keep(assembly: CloudAssembly): void {
  // Nested stacks have a template but no artifact: they go by the name of their file.
  const names = new Map(assembly.stacks.map(({ templateFile, stackName }) => [templateFile, stackName]));
  for (const file of readdirSync(assembly.directory).filter((name) => name.endsWith('.template.json'))) {
    const template = readFileSync(join(assembly.directory, file));
    const hash = createHash('sha256').update(template).digest('hex').slice(0, 16);
    const line = `${hash}\t${relative(ROOT, expect.getState().testPath!)}\t${names.get(file) ?? file.replace(/(\.nested)?\.template\.json$/, '')}\n`;
    if (!kept.has(line)) {
      kept.add(line);
      if (!existsSync(join(FOLDER, `${hash}.json`))) {
        writeFileSync(join(FOLDER, `${hash}.json`), template);
      }
      appendFileSync(join(FOLDER, 'index.tsv'), line);
    }
  }
}

// Stages within an app come by here too: their parent synthesizes them.
const seen = new WeakSet<CloudAssembly>();
const synth = Stage.prototype.synth;
Stage.prototype.synth = function (this: Stage, options) {
  const assembly = synth.call(this, options);
  // The apps of the invariant are random, and wrong on purpose.
  if (!seen.has(assembly) && !expect.getState().testPath?.includes('/test/invariant/')) {
    seen.add(assembly);
    keep(assembly);
    if (this.node.scope === undefined && !options?.skipValidation) {
      keepUndelivered(this, FOLDER);
    }
  }
  return assembly;
};
