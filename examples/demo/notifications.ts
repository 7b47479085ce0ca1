import type { Stack } from 'aws-cdk-lib';
import type { ThreeAlertsStack } from '../three-alerts/three-alerts-stack';
import { testing } from 'cdk-ecs-event-rules';

/** The detail types of the two AWS pages: events of managed daemons and of services. */
const PAGES = ['ECS Daemon Service Action', 'ECS Daemon Deployment State Change', 'ECS Service Action'];

/** A sample event and its deliveries. */
export interface Notified {
  readonly eventName: string;
  /** Distinguishes it from other samples of the same event. */
  readonly title: string;
  readonly detailType: string;
  /** The severity, as Amazon ECS spells it. */
  readonly eventType: string;
  /** Whether AWS publishes the sample. Other samples are composed from the fields that AWS documents. */
  readonly fromAws: boolean;
  readonly deliveries: readonly NotifiedTarget[];
}

/** A message that a rule sends to a target. */
export interface NotifiedTarget {
  readonly rule: string;
  readonly target: string;
  /** The first line that a reader sees. */
  readonly headline: string;
  readonly body: string;
}

/** Sends each sample event of the two pages through the rules of a stack. */
export function notifyAll(stack: ThreeAlertsStack): Notified[] {
  const bus = testing.EventBusSimulator.fromStack(stack);
  return testing.SampleEvent.all().filter(({ detailType }) => PAGES.includes(detailType)).map((sample) => {
    const outcome = bus.send(inCluster(stack, sample));
    return {
      eventName: sample.eventName ?? sample.detailType,
      title: sample.title,
      detailType: sample.detailType,
      eventType: outcome.sentEvent.detail.eventType,
      fromAws: sample.origin === testing.SampleOrigin.AWS,
      deliveries: outcome.delivered.map(({ rulePath, targetType, targetPath, body }) => ({
        rule: shortPath(stack, rulePath),
        target: `${targetType} ${shortPath(stack, targetPath)}`,
        headline: headlineOf(body),
        body,
      })),
    };
  });
}

/** A sample event of the cluster of a stack, whose name is generated at deployment. */
export function inCluster(stack: ThreeAlertsStack, sample: testing.SampleEvent): testing.SampleEvent {
  const { sentEvent } = testing.EventBusSimulator.fromStack(stack).send(testing.SampleEvent.serviceAction({ cluster: stack.cluster }));
  const { account, detail: { clusterArn } } = sentEvent;
  const event = sample.toJson() as { readonly account: string };
  const json = JSON.stringify(event).replaceAll(event.account, account).replace(/(?<=:[a-z-]+\/)(?:default|my-cluster)(?=[/"])/g, clusterArn.split('/')[1]);
  return testing.SampleEvent.fromJson(JSON.parse(json));
}

/** The title of a chat notification, the summary of a JSON message, or the first line of a text. */
function headlineOf(body: string): string {
  const { content, summary } = body.startsWith('{') ? JSON.parse(body) : {} as any;
  return content?.title ?? summary ?? body.split('\n')[0];
}

/** `PlacementFailure` instead of `ThreeAlerts/PlacementFailure/Rule/Resource`. */
function shortPath(stack: Stack, path: string): string {
  return path.replace(`${stack.node.path}/`, '').replace(/\/Resource$/, '').replace(/\/Rule$/, '');
}
