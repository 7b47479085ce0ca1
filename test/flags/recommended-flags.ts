import { execFileSync } from 'child_process';
import { mkdtempSync, rmSync } from 'fs';
import { tmpdir } from 'os';
import { join } from 'path';

const FILE = 'package/lib/init-templates/.recommended-feature-flags.json';

/** The context that the newest `cdk init` writes into a new app. */
export function recommendedFlags(): { readonly [flag: string]: unknown } {
  const folder = mkdtempSync(join(tmpdir(), 'cdk-init-'));
  try {
    const [{ filename }] = JSON.parse(execFileSync('npm', ['pack', 'aws-cdk@latest', '--json', '--pack-destination', folder], { encoding: 'utf8' })) as { filename: string }[];
    return JSON.parse(execFileSync('tar', ['-xzOf', join(folder, filename), FILE], { encoding: 'utf8' })) as { [flag: string]: unknown };
  } finally {
    rmSync(folder, { recursive: true });
  }
}
