import { readFileSync } from 'fs';
import { App, Stack } from 'aws-cdk-lib';
import type { Alert } from './alert';
import type { AddAlerts } from './receivers';
import { receiversIn } from './receivers';

const FLAGS = require.resolve('aws-cdk-lib/recommended-feature-flags.json');

/** An app as `cdk init` makes one, with the alerts spread over stacks that have receivers of their own. */
export function appOf(outdir: string, addAlerts: AddAlerts, alerts: readonly Alert[], stacks = 1): App {
  const app = new App({ outdir, context: JSON.parse(readFileSync(FLAGS, 'utf8')) });
  const share = Math.ceil(alerts.length / stacks);
  for (let i = 0; i < stacks; i++) {
    const stack = new Stack(app, `Alerts${i}`, { env: { account: '111122223333', region: 'eu-west-1' } });
    addAlerts(stack, receiversIn(stack), alerts.slice(i * share, (i + 1) * share));
  }
  return app;
}
