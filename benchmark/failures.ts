// Measures EcsFailureAlerts against the same alerts by hand: npx tsx --tsconfig tsconfig.dev.json benchmark/failures.ts
import { mkdtempSync, readFileSync, rmSync } from 'fs';
import { tmpdir } from 'os';
import { join } from 'path';
import { App, Stack } from 'aws-cdk-lib';
import * as sns from 'aws-cdk-lib/aws-sns';
import * as sqs from 'aws-cdk-lib/aws-sqs';
import { addFailureAlertsByHand } from './failures-by-hand';
import { EcsFailureAlerts, SnsPublish } from 'cdk-ecs-event-rules';

const ROUNDS = 15;

const WAYS = {
  library: (stack: Stack, clusterNames: string[]) => {
    new EcsFailureAlerts(stack, 'Alerts', { clusterNames, targets: [new SnsPublish(new sns.Topic(stack, 'Topic'))] });
  },
  hand: (stack: Stack, clusterNames: string[]) => addFailureAlertsByHand(stack, clusterNames, new sns.Topic(stack, 'Topic'), new sqs.Queue(stack, 'DeadLetters')),
};

/** The CPU time to create and synthesize the alerts, and what the template has. */
function measure(way: keyof typeof WAYS, clusters: number) {
  const outdir = mkdtempSync(join(tmpdir(), 'failures-'));
  const before = process.cpuUsage();
  const app = new App({ outdir });
  const stack = new Stack(app, 'Alerts', { env: { account: '111122223333', region: 'us-west-2' } });
  WAYS[way](stack, Array.from({ length: clusters }, (_, i) => `cluster-name-${i}`));
  app.synth();
  const { user, system } = process.cpuUsage(before);
  const text = readFileSync(join(outdir, 'Alerts.template.json'), 'utf8');
  rmSync(outdir, { recursive: true });
  const rules = Object.values<{ Type: string }>(JSON.parse(text).Resources).filter(({ Type }) => Type === 'AWS::Events::Rule').length;
  return { rules, bytes: JSON.stringify(JSON.parse(text)).length, ms: (user + system) / 1000 };
}

const median = (values: number[]) => values.sort((one, other) => one - other)[Math.floor(values.length / 2)];

for (const clusters of [1, 10]) {
  const all = Array.from({ length: ROUNDS + 1 }, () => ({ library: measure('library', clusters), hand: measure('hand', clusters) })).slice(1);
  for (const way of ['library', 'hand'] as const) {
    const [{ rules, bytes }] = all.map((round) => round[way]);
    console.log(`| ${clusters} | ${way} | ${rules} | ${bytes.toLocaleString('en-US')} | ${median(all.map((round) => round[way].ms)).toFixed(0)} ms |`);
  }
  console.log(`ratio of the rounds: ${median(all.map(({ library, hand }) => library.ms / hand.ms)).toFixed(2)}`);
}
