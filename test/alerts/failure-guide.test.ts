import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { App, Stack } from 'aws-cdk-lib';
import * as ecs from 'aws-cdk-lib/aws-ecs';
import * as sns from 'aws-cdk-lib/aws-sns';
import { HOME } from './meant-failure';
import { failuresTable } from '../../docs/failures-table';
import type { EcsFailureAlertsProps } from '../../src';
import { EcsFailureAlerts, SnsPublish } from '../../src';

const GUIDE = readFileSync(join(__dirname, '..', '..', 'docs', 'guides', 'failures.md'), 'utf8');

test('the guide has the failures of the catalog', () => {
  expect(GUIDE).toContain(failuresTable());
});

test.each<[string, (stack: Stack, count: number) => EcsFailureAlertsProps]>([
  ['by name (`cluster-name-0`, …)', (_stack, count) => ({ clusterNames: Array.from({ length: count }, (_, i) => `cluster-name-${i}`) })],
  ['by construct, without a name', (stack, count) => ({ clusters: Array.from({ length: count }, (_, i) => new ecs.CfnCluster(stack, `C${i}`)) })],
  ['the whole account and Region', () => ({})],
])('the guide has the number of rules for clusters %s', (title, props) => {
  // WHEN
  const counts = [1, 10, 100].map((count) => {
    const stack = new Stack(new App(), 'Stack', { env: HOME });
    return new EcsFailureAlerts(stack, 'Alerts', { ...props(stack, count), targets: [new SnsPublish(new sns.Topic(stack, 'Topic'))] }).rules.length;
  });
  // THEN
  expect(GUIDE).toContain(`| ${[title, ...counts].join(' | ')} |`);
});
