// How many rules one stack may have until AWS refuses it: node limits.js WAY
import { mkdtempSync, readFileSync, rmSync } from 'fs';
import { createRequire } from 'module';
import { tmpdir } from 'os';
import { join } from 'path';
import { alerts } from './alert';
import { appOf } from './app';
import type { StackSize } from './stack-size';
import { QUOTAS, stackSize } from './stack-size';

/** The most rules of one stack for each quota; undefined where there are more than were tried. */
export type Limits = Partial<Record<keyof StackSize, number>>;

/** More than one stack can have by the quota of resources. */
const MOST = 512;

function limitsOf(way: string): Limits {
  const { addAlerts } = createRequire(__filename)(`./by-${way}`) as typeof import('./by-library');
  const sizes = new Map<number, StackSize>();
  const sizeOf = (rules: number) => {
    const size = sizes.get(rules) ?? synthesized(addAlerts, rules);
    sizes.set(rules, size);
    return size;
  };
  return Object.fromEntries(Object.entries(QUOTAS).flatMap(([quota, most]) => {
    const accepts = (rules: number) => sizeOf(rules)[quota as keyof StackSize] <= most;
    let [authorized, refused] = [0, MOST];
    if (accepts(MOST)) {
      return [];
    }
    while (refused - authorized > 1) {
      const middle = Math.floor((authorized + refused) / 2);
      [authorized, refused] = accepts(middle) ? [middle, refused] : [authorized, middle];
    }
    return [[quota, authorized]];
  }));
}

function synthesized(addAlerts: typeof import('./by-library').addAlerts, rules: number): StackSize {
  const outdir = mkdtempSync(join(tmpdir(), 'benchmark-'));
  try {
    // The CDK rejects more than 500 resources; here they are counted.
    const [stack] = appOf(outdir, addAlerts, alerts(rules), { context: { '@aws-cdk/core:stackResourceLimit': 0 } }).synth().stacks;
    return stackSize(readFileSync(stack.templateFullPath, 'utf8'), stack.stackName);
  } finally {
    rmSync(outdir, { recursive: true });
  }
}

process.stdout.write(JSON.stringify(limitsOf(process.argv[2])));
