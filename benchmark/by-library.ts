import type { Stack } from 'aws-cdk-lib';
import type { Alert } from './alert';
import { AlertKind } from './alert';
import type { Receivers } from './receivers';
import {
  DaemonDeploymentRollbackFailedRule, DaemonTaskStartImpairedRule, LambdaInvoke, ServiceTaskPlacementFailureRule, SnsPublish, SqsSendMessage,
} from 'cdk-ecs-event-rules';

/** The alerts as a user of the library writes them. */
export function addAlerts(stack: Stack, { topic, queue, handler }: Receivers, alerts: readonly Alert[]): void {
  for (const { id, kind, cluster } of alerts) {
    const props = { clusterNames: [cluster], targets: [new SnsPublish(topic), new SqsSendMessage(queue), new LambdaInvoke(handler)] };
    switch (kind) {
      case AlertKind.DAEMON_CANNOT_START:
        new DaemonTaskStartImpairedRule(stack, id, props);
        break;
      case AlertKind.ROLLBACK_FAILED:
        new DaemonDeploymentRollbackFailedRule(stack, id, props);
        break;
      case AlertKind.TASK_NOT_PLACED:
        new ServiceTaskPlacementFailureRule(stack, id, props);
        break;
    }
  }
}
