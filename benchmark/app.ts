import { readFileSync } from 'fs';
import { App, Stack } from 'aws-cdk-lib';
import type { Alert } from './alert';
import type { AddAlerts } from './receivers';
import { receiversIn } from './receivers';

const FLAGS = require.resolve('aws-cdk-lib/recommended-feature-flags.json');

/** How an app is made. */
export interface AppOptions {
  /** Over how many stacks the alerts are spread. */
  readonly stacks?: number;
  /** Whether the receivers of all alerts are in one separate stack, instead of in each stack. */
  readonly sharedReceivers?: boolean;
  readonly context?: Readonly<Record<string, unknown>>;
}

/** An app as `cdk init` makes one, with the alerts in it. */
export function appOf(outdir: string, addAlerts: AddAlerts, alerts: readonly Alert[], options: AppOptions = {}): App {
  const { stacks = 1, sharedReceivers = false, context } = options;
  const app = new App({ outdir, context: { ...JSON.parse(readFileSync(FLAGS, 'utf8')), ...context } });
  const stackCalled = (id: string) => new Stack(app, id, { env: { account: '111122223333', region: 'eu-west-1' } });
  const shared = sharedReceivers ? receiversIn(stackCalled('Receivers')) : undefined;
  const share = Math.ceil(alerts.length / stacks);
  for (let i = 0; i < stacks; i++) {
    const stack = stackCalled(`Alerts${i}`);
    addAlerts(stack, shared ?? receiversIn(stack), alerts.slice(i * share, (i + 1) * share));
  }
  return app;
}
