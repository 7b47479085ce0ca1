import { cpSync, linkSync, mkdirSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type * as cdk from 'aws-cdk-lib';
import type * as events from 'aws-cdk-lib/aws-events';
import type * as targets from 'aws-cdk-lib/aws-events-targets';
import type * as iam from 'aws-cdk-lib/aws-iam';
import type * as kms from 'aws-cdk-lib/aws-kms';
import type * as lambda from 'aws-cdk-lib/aws-lambda';
import type * as sns from 'aws-cdk-lib/aws-sns';
import type * as sqs from 'aws-cdk-lib/aws-sqs';

/** The modules of the CDK that the tests use. */
export interface Cdk {
  readonly core: typeof cdk;
  readonly events: typeof events;
  readonly targets: typeof targets;
  readonly iam: typeof iam;
  readonly kms: typeof kms;
  readonly lambda: typeof lambda;
  readonly sns: typeof sns;
  readonly sqs: typeof sqs;
}

/** The folder of a package. */
const folderOf = (name: string) => dirname(require.resolve(`${name}/package.json`));

/**
 * Another copy of the CDK and of constructs, as apps of a monorepo or with `npm link` have it. In a separate folder until `remove()`, below `node_modules`, so
 * that it finds its dependencies.
 */
export function secondCopy(): Cdk & { remove(): void } {
  const folder = mkdtempSync(join(dirname(folderOf('aws-cdk-lib')), '.second-copy-'));
  ['aws-cdk-lib', 'constructs'].forEach((name) => link(folderOf(name), join(folder, 'node_modules', name)));
  const load = (path: string) => jest.requireActual(join(folder, 'node_modules/aws-cdk-lib', path));
  return {
    core: load('index.js'),
    events: load('aws-events/index.js'),
    targets: load('aws-events-targets/index.js'),
    iam: load('aws-iam/index.js'),
    kms: load('aws-kms/index.js'),
    lambda: load('aws-lambda/index.js'),
    sns: load('aws-sns/index.js'),
    sqs: load('aws-sqs/index.js'),
    remove: () => rmSync(folder, { recursive: true, force: true }),
  };
}

/** Links the files of a folder, which is faster than to copy them, or copies them to another file system. */
function link(from: string, to: string): void {
  mkdirSync(to, { recursive: true });
  for (const entry of readdirSync(from, { withFileTypes: true })) {
    const [source, copy] = [from, to].map((folder) => join(folder, entry.name));
    if (entry.isDirectory()) {
      link(source, copy);
    } else if (!entry.name.endsWith('.d.ts')) {
      try {
        linkSync(source, copy);
      } catch {
        cpSync(source, copy);
      }
    }
  }
}
