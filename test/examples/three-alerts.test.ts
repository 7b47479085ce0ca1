import { readFileSync } from 'fs';
import { join } from 'path';
import { App } from 'aws-cdk-lib';
import { Template } from 'aws-cdk-lib/assertions';
import { inCluster, notifyAll } from '../../examples/demo/notifications';
import { picture } from '../../examples/demo/picture';
import { report } from '../../examples/demo/report';
import { ThreeAlertsStack } from '../../examples/three-alerts/three-alerts-stack';
import { testing } from '../../src';

/** JSON as the guide shows it. */
const indented = (body: string) => JSON.stringify(JSON.parse(body), null, 2);

const ENVIRONMENT = { account: '111122223333', region: 'us-west-2' };

describe('the example of three alerts', () => {
  const stack = new ThreeAlertsStack(new App(), 'ThreeAlerts', { env: ENVIRONMENT });
  const notified = notifyAll(stack);

  test('has a rule for each alert, and one shared dead-letter queue', () => {
    const template = Template.fromStack(stack);
    template.resourceCountIs('AWS::Events::Rule', 4);
    template.resourceCountIs('AWS::SQS::Queue', 2);
  });

  test('sends every sample event of the three alerts to its subscribers', () => {
    const alerts = notified.filter(({ deliveries }) => deliveries.some(({ rule }) => rule !== 'ServiceTrouble'));
    expect(alerts.map(({ eventName, title, deliveries }) => [eventName, title, deliveries.map(({ target }) => target)])).toEqual([
      ['DAEMON_TASK_START_IMPAIRED', 'TASK_FAILED_TO_RUN', ['SNS People']],
      ['DAEMON_TASK_START_IMPAIRED', 'TASK_CREATION_FAILED', ['SNS People']],
      ['DAEMON_DEPLOYMENT_ROLLBACK_FAILED', 'DAEMON_DEPLOYMENT_ROLLBACK_FAILED', ['SQS Tickets', 'Lambda OnCall']],
      ['SERVICE_TASK_PLACEMENT_FAILURE', 'RESOURCE:FARGATE', ['SNS Chat']],
      ['SERVICE_TASK_PLACEMENT_FAILURE', 'RESOURCE:CPU', ['SNS Chat']],
    ]);
  });

  test('sends every other warning and error of services to the queue, and no info to anyone', () => {
    const others = notified.filter(({ eventName }) => !['DAEMON_TASK_START_IMPAIRED', 'DAEMON_DEPLOYMENT_ROLLBACK_FAILED', 'SERVICE_TASK_PLACEMENT_FAILURE'].includes(eventName));
    for (const { eventType, deliveries } of others) {
      expect(deliveries.map(({ target }) => target)).toEqual(eventType === 'INFO' ? [] : ['SQS Tickets']);
    }
  });

  test.each<[string, testing.SampleEvent, string, (body: string) => string]>([
    ['a text', testing.SampleEvent.daemonTaskStartImpaired(), 'text', (body) => body],
    ['a chat notification', testing.SampleEvent.serviceTaskPlacementFailure(), 'json', indented],
    ['JSON', testing.SampleEvent.daemonDeploymentRollbackFailed(), 'json', indented],
  ])('the guide shows %s as it arrives', (_kind, sample, language, shown) => {
    const [{ body }] = testing.EventBusSimulator.fromStack(stack).send(inCluster(stack, sample)).delivered;
    expect(readFileSync(join(__dirname, '..', '..', 'docs', 'guides', 'messages.md'), 'utf8')).toContain(`\`\`\`${language}\n${shown(body)}\n\`\`\``);
  });

  test('the report names each event once, with its message, and then the events that no rule matches', () => {
    const text = report(notified);
    expect(text).toContain('DAEMON_DEPLOYMENT_ROLLBACK_FAILED');
    expect(text).toMatch(/ERROR: ECS cannot place tasks of a service \(cluster [\w-]+\)/);
    expect(text).toContain('to SQS Tickets:\n\n  {\n    "schemaVersion": "1",');
    const unmatched = notified.filter(({ deliveries }) => deliveries.length === 0);
    expect(text).toContain(`No rule matches ${unmatched.length} of ${notified.length} sample events:\n  INFO    DAEMON_DEPLOYMENT_PENDING *`);
  });

  test('the picture has a box for every event, rule and target, an arrow for every wire, and needs no network', () => {
    const html = picture('Three <alerts>', notified);
    const texts = [...html.matchAll(/<text x[^>]*>([^<]*)</g)].map(([, text]) => text);
    const names = new Set(notified.map(({ eventName }) => eventName));
    expect(texts).toEqual(expect.arrayContaining([...names, 'DaemonTaskStartImpaired', 'PlacementFailure', 'SNS People', 'Lambda OnCall']));
    expect(texts).toHaveLength(names.size + 4 + 4);
    expect(html.match(/<path /g)).toHaveLength(notified.filter(({ title }) => !['TASK_CREATION_FAILED', 'RESOURCE:CPU'].includes(title)).filter(({ deliveries }) => deliveries.length > 0).length + 5);
    expect(html).toContain('Three &lt;alerts>');
    expect(html.replace('http://www.w3.org/2000/svg', '')).not.toMatch(/https?:|src=|@import/);
  });
});
