import type * as ecs from 'aws-cdk-lib/aws-ecs';
import * as events from 'aws-cdk-lib/aws-events';
import {
  ContainerInstanceHealthStatus, ContainerInstanceStatus, EcsEventMessage, EcsEventPattern, EcsEventRule, ExitCode, ContainerInstanceHealthCheck, ContainerInstanceHealthCheckType,
  SqsSendMessage, StoppedReason, TaskLaunchType, TaskStateChangeField, TaskLastStatus, TaskStopCode,
} from 'cdk-ecs-event-rules';
import { Construct } from 'constructs';
import type { Receivers } from './receivers';

/** What everything runs on, and the batch tasks that come and go. */
export class CapacityAlerts extends Construct {
  constructor(scope: Construct, id: string, cluster: ecs.ICluster, receivers: Receivers) {
    super(scope, id);

    new EcsEventRule(this, 'Instances', {
      pattern: EcsEventPattern.anyOf(
        EcsEventPattern.containerInstanceHealthChange({
          clusters: [cluster],
          overallStatuses: [ContainerInstanceHealthStatus.IMPAIRED],
          healthChecks: [
            ContainerInstanceHealthCheck.impaired(ContainerInstanceHealthCheckType.AGENT_CONNECTIVITY),
            ContainerInstanceHealthCheck.of(ContainerInstanceHealthCheckType.DAEMON, ContainerInstanceHealthStatus.INSUFFICIENT_DATA),
          ],
        }),
        EcsEventPattern.containerInstanceStateChange({
          clusters: [cluster],
          statuses: [ContainerInstanceStatus.ACTIVE],
          agentConnected: false,
        }),
      ),
      targets: [new SqsSendMessage(receivers.tickets, { message: EcsEventMessage.json({ additionalFields: { team: 'platform' } }) })],
    });

    new EcsEventRule(this, 'Tasks', {
      pattern: EcsEventPattern.taskStateChange({
        clusters: [cluster],
        taskDefinitionFamilies: ['batch'],
        lastStatuses: [TaskLastStatus.STOPPED],
        stopCodes: [TaskStopCode.ESSENTIAL_CONTAINER_EXITED],
        stoppedReasons: [StoppedReason.prefix('Essential container')],
        exitCodes: [ExitCode.nonZero()],
        launchTypes: [TaskLaunchType.FARGATE],
        additionalPattern: { detail: { desiredStatus: ['STOPPED'] } },
      }),
      targets: [
        new SqsSendMessage(receivers.tickets, {
          message: events.RuleTargetInput.fromObject({
            at: events.EventField.time,
            task: TaskStateChangeField.taskArn,
            why: TaskStateChangeField.stoppedReason,
          }),
        }),
      ],
    });
  }
}
