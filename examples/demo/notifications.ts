import type { Stack } from 'aws-cdk-lib';
import type { ThreeAlertsStack } from '../three-alerts/three-alerts-stack';
import { testing } from 'cdk-ecs-event-rules';

/** The detail types of the two AWS pages that the library began with. */
const PAGES = ['ECS Daemon Service Action', 'ECS Daemon Deployment State Change', 'ECS Service Action'];

/** One sample event, and who is told of it. */
export interface Notified {
  readonly eventName: string;
  /** What tells it from other samples of the same event. */
  readonly title: string;
  readonly detailType: string;
  /** The severity, as ECS says it. */
  readonly eventType: string;
  /** Whether AWS printed the sample, or it is made from the fields that AWS documents. */
  readonly fromAws: boolean;
  readonly deliveries: readonly NotifiedTarget[];
}

/** Who is told, by which rule, and what. */
export interface NotifiedTarget {
  readonly rule: string;
  readonly target: string;
  /** What a reader sees first. */
  readonly headline: string;
  readonly body: string;
}

/** Sends every sample event of the two pages through the rules of a stack. */
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

/** A sample event in the names of the cluster of a stack, whose name is known only at deployment. */
export function inCluster(stack: ThreeAlertsStack, sample: testing.SampleEvent): testing.SampleEvent {
  const { sentEvent } = testing.EventBusSimulator.fromStack(stack).send(testing.SampleEvent.serviceAction({ cluster: stack.cluster }));
  const { account, detail: { clusterArn } } = sentEvent;
  const event = sample.toJson() as { readonly account: string };
  const json = JSON.stringify(event).replaceAll(event.account, account).replace(/(?<=:[a-z-]+\/)(?:default|my-cluster)(?=[/"])/g, clusterArn.split('/')[1]);
  return testing.SampleEvent.fromJson(JSON.parse(json));
}

/** The title of a chat notification, the summary of a JSON message, the first line of anything else. */
function headlineOf(body: string): string {
  const { content, summary } = body.startsWith('{') ? JSON.parse(body) : {} as any;
  return content?.title ?? summary ?? body.split('\n')[0];
}

/** `PlacementFailure` instead of `ThreeAlerts/PlacementFailure/Rule/Resource`. */
function shortPath(stack: Stack, path: string): string {
  return path.replace(`${stack.node.path}/`, '').replace(/\/Resource$/, '').replace(/\/Rule$/, '');
}
