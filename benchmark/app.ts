import { readFileSync } from 'fs';
import { App, CfnResource, Stack } from 'aws-cdk-lib';
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
  /** How many resources of other kinds are in separate stacks. */
  readonly unrelated?: number;
  readonly context?: Readonly<Record<string, unknown>>;
}

/** An app as `cdk init` makes one, with the alerts in it. */
export function appOf(outdir: string, addAlerts: AddAlerts, alerts: readonly Alert[], options: AppOptions = {}): App {
  const { stacks = 1, sharedReceivers = false, unrelated = 0, context } = options;
  const app = new App({ outdir, context: { ...JSON.parse(readFileSync(FLAGS, 'utf8')), ...context } });
  const stackCalled = (id: string) => new Stack(app, id, { env: { account: '111122223333', region: 'eu-west-1' } });
  const shared = sharedReceivers ? receiversIn(stackCalled('Receivers')) : undefined;
  const share = Math.ceil(alerts.length / stacks);
  for (let i = 0; i < stacks; i++) {
    const stack = stackCalled(`Alerts${i}`);
    addAlerts(stack, shared ?? receiversIn(stack), alerts.slice(i * share, (i + 1) * share));
  }
  for (let i = 0; i < unrelated; i += 400) {
    const stack = stackCalled(`Unrelated${i}`);
    Array.from({ length: Math.min(400, unrelated - i) }, (_, j) => new CfnResource(stack, `Alarm${j}`, {
      type: 'AWS::CloudWatch::Alarm',
      properties: { Namespace: stack.stackName, MetricName: `Metric${j}`, Threshold: j, ComparisonOperator: 'GreaterThanThreshold', EvaluationPeriods: 1 },
    }));
  }
  return app;
}
