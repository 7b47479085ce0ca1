import { App, Stack } from 'aws-cdk-lib';
import * as ecs from 'aws-cdk-lib/aws-ecs';
import * as events from 'aws-cdk-lib/aws-events';
import * as sns from 'aws-cdk-lib/aws-sns';
import * as sqs from 'aws-cdk-lib/aws-sqs';
import {
  DaemonTaskFailureType, DaemonTaskStartImpairedRule, EcsEventMessage, EcsEventPattern, FailureReason, ServiceActionEventType, ServiceDeploymentEvent,
  SharedDeadLetterQueue, SnsPublish, SqsSendMessage,
} from '../../src';

/** What python/test_twins.py writes in Python, line by line. */
export const TWINS: Record<string, (stack: Stack, cluster: ecs.ICluster) => void> = {
  PlainRule: (stack, cluster) => {
    new events.Rule(stack, 'Rule', {
      eventPattern: EcsEventPattern.serviceTaskPlacementFailure({
        clusters: [cluster],
        serviceNames: ['web'],
        excludedReasons: [FailureReason.RESOURCE_GPU, FailureReason.AGENT],
      }).toEventPattern(),
    });
  },
  PlainRulesOfSeveralPatterns: (stack, cluster) => {
    EcsEventPattern.anyOf(
      EcsEventPattern.serviceAction({ clusters: [cluster], eventTypes: [ServiceActionEventType.WARN, ServiceActionEventType.ERROR] }),
      EcsEventPattern.serviceDeploymentStateChange({
        clusterNamePrefixes: ['prod-'],
        eventNames: [ServiceDeploymentEvent.SERVICE_DEPLOYMENT_FAILED],
        additionalPattern: { detail: { deploymentId: [{ prefix: 'ecs-svc/' }] } },
      }),
    ).toEventPatterns().forEach((eventPattern, index) => new events.Rule(stack, `Rule${index}`, { eventPattern }));
  },
  TargetsOnAPlainRule: (stack, cluster) => {
    const deadLetterQueue = SharedDeadLetterQueue.of(stack);
    new events.Rule(stack, 'Rule', {
      eventPattern: EcsEventPattern.daemonServiceAction({ clusters: [cluster] }).toEventPattern(),
      targets: [
        new SnsPublish(new sns.Topic(stack, 'Topic'), { message: EcsEventMessage.text({ titlePrefix: 'Python' }), deadLetterQueue }),
        new SqsSendMessage(new sqs.Queue(stack, 'Queue'), { retryAttempts: 3, deadLetterQueue }),
      ],
    });
  },
  NamedRule: (stack, cluster) => {
    new DaemonTaskStartImpairedRule(stack, 'Rule', {
      clusters: [cluster],
      failureTypes: [DaemonTaskFailureType.TASK_CREATION_FAILED],
      targets: [new SnsPublish(new sns.Topic(stack, 'Topic'))],
    });
  },
};

/** Each in a separate stack. */
export function twins(): Stack[] {
  return Object.entries(TWINS).map(([name, fill]) => {
    const stack = new Stack(new App(), name, { env: { account: '111122223333', region: 'eu-west-1' } });
    fill(stack, new ecs.Cluster(stack, 'Cluster', { clusterName: 'prod' }));
    return stack;
  });
}
