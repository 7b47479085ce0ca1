import { Duration } from 'aws-cdk-lib';
import * as cloudwatch_actions from 'aws-cdk-lib/aws-cloudwatch-actions';
import * as ecs from 'aws-cdk-lib/aws-ecs';
import {
  DaemonDeploymentEvent, DaemonDeploymentRollbackFailedRule, DaemonServiceEvent, DaemonTaskFailureType, DaemonTaskStartImpairedRule,
  EcsEventMessage, EcsEventPattern, EcsEventRule, FailureReason, LambdaInvoke, SnsPublish, SqsSendMessage,
} from 'cdk-ecs-event-rules';
import { Construct } from 'constructs';
import type { Receivers } from './receivers';

/** What runs on every instance. */
export class DaemonAlerts extends Construct {
  constructor(scope: Construct, id: string, cluster: ecs.ICluster, receivers: Receivers) {
    super(scope, id);

    new DaemonTaskStartImpairedRule(this, 'StartImpaired', {
      clusters: [cluster],
      capacityProviderNames: ['instances'],
      failureTypes: [DaemonTaskFailureType.TASK_CREATION_FAILED],
      reasons: [FailureReason.RESOURCE_CPU, FailureReason.RESOURCE_MEMORY],
      targets: [
        new SnsPublish(receivers.people, {
          message: EcsEventMessage.text({ titlePrefix: 'Platform', runbook: 'https://example.com/runbooks/daemons' }),
        }),
      ],
    });

    const rollback = new DaemonDeploymentRollbackFailedRule(this, 'RollbackFailed', {
      clusters: [cluster],
      daemonNames: ['log-agent'],
      ruleName: 'daemon-rollback-failed',
      description: 'The old version of a daemon does not come back',
      targets: [
        new SqsSendMessage(receivers.tickets, { deadLetterQueue: receivers.lostTickets }),
        new LambdaInvoke(receivers.onCall, { message: EcsEventMessage.json(), retryAttempts: 2, maxEventAge: Duration.hours(2) }),
      ],
    });
    rollback.addUndeliveredAlarms('Undelivered', { actions: [new cloudwatch_actions.SnsAction(receivers.chat)] });

    const logAgent = new ecs.CfnDaemon(this, 'LogAgent', {
      clusterArn: cluster.clusterArn,
      daemonName: 'log-agent',
      daemonTaskDefinitionArn: 'arn:aws:ecs:eu-west-1:111122223333:daemon-task-definition/log-agent:1',
      capacityProviderArns: ['arn:aws:ecs:eu-west-1:111122223333:capacity-provider/instances'],
    });
    const logAgentTrouble = new EcsEventRule(this, 'LogAgentTrouble', {
      pattern: EcsEventPattern.anyOf(
        EcsEventPattern.daemonServiceAction({
          daemons: [logAgent],
          eventNames: [DaemonServiceEvent.DAEMON_TASK_START_IMPAIRED],
          failureTypes: [DaemonTaskFailureType.TASK_FAILED_TO_RUN],
        }),
        EcsEventPattern.daemonDeploymentStateChange({
          daemons: [logAgent],
          excludedEventNames: [DaemonDeploymentEvent.DAEMON_DEPLOYMENT_PENDING, DaemonDeploymentEvent.of('DAEMON_DEPLOYMENT_PAUSED')],
        }),
      ),
    });
    logAgentTrouble.addTarget(new LambdaInvoke(receivers.onCall, { message: EcsEventMessage.json() }));
  }
}
