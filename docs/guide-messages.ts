import { App } from 'aws-cdk-lib';
import { inCluster } from '../examples/demo/notifications';
import { ThreeAlertsStack } from '../examples/three-alerts/three-alerts-stack';
import { EventBusSimulator } from '../src/testing/event-bus-simulator';
import { SampleEvent } from '../src/testing/sample-event';

/** The messages in the guide about messages, by the names of their places: as the rules of the three-alerts example deliver them. */
export function guideMessages(): Readonly<Record<string, string>> {
  const stack = new ThreeAlertsStack(new App(), 'ThreeAlerts', { env: { account: '111122223333', region: 'us-west-2' } });
  const bus = EventBusSimulator.fromStack(stack);
  const body = (sample: SampleEvent) => bus.send(inCluster(stack, sample)).delivered[0].body;
  return {
    'text message': block('text', body(SampleEvent.daemonTaskStartImpaired())),
    'chat message': block('json', indented(body(SampleEvent.serviceTaskPlacementFailure()))),
    'JSON message': block('json', indented(body(SampleEvent.daemonDeploymentRollbackFailed()))),
  };
}

function block(language: string, text: string): string {
  return `\`\`\`${language}\n${text}\n\`\`\``;
}

function indented(body: string): string {
  return JSON.stringify(JSON.parse(body), null, 2);
}
