from aws_cdk import Duration, aws_cloudwatch_actions as cloudwatch_actions, aws_ecs as ecs
from cdk_ecs_event_rules import (
    DaemonDeploymentEvent,
    DaemonDeploymentRollbackFailedRule,
    DaemonServiceEvent,
    DaemonTaskFailureType,
    DaemonTaskStartImpairedRule,
    EcsEventMessage,
    EcsEventPattern,
    EcsEventRule,
    FailureReason,
    LambdaInvoke,
    SnsPublish,
    SqsSendMessage,
)
from constructs import Construct

from ecs_alerts.receivers import Receivers


class DaemonAlerts(Construct):
    """What runs on every instance."""

    def __init__(self, scope: Construct, construct_id: str, cluster: ecs.ICluster, receivers: Receivers) -> None:
        super().__init__(scope, construct_id)

        DaemonTaskStartImpairedRule(
            self,
            "StartImpaired",
            clusters=[cluster],
            capacity_provider_names=["instances"],
            failure_types=[DaemonTaskFailureType.TASK_CREATION_FAILED],
            reasons=[FailureReason.RESOURCE_CPU, FailureReason.RESOURCE_MEMORY],
            targets=[
                SnsPublish(
                    receivers.people,
                    message=EcsEventMessage.text(
                        title_prefix="Platform", runbook="https://example.com/runbooks/daemons"
                    ),
                )
            ],
        )

        rollback = DaemonDeploymentRollbackFailedRule(
            self,
            "RollbackFailed",
            clusters=[cluster],
            daemon_names=["log-agent"],
            rule_name="daemon-rollback-failed",
            description="The old version of a daemon does not come back",
            targets=[
                SqsSendMessage(receivers.tickets, dead_letter_queue=receivers.lost_tickets),
                LambdaInvoke(
                    receivers.on_call,
                    message=EcsEventMessage.json(),
                    retry_attempts=2,
                    max_event_age=Duration.hours(2),
                ),
            ],
        )
        rollback.add_undelivered_alarms("Undelivered", actions=[cloudwatch_actions.SnsAction(receivers.chat)])

        log_agent = ecs.CfnDaemon(
            self,
            "LogAgent",
            cluster_arn=cluster.cluster_arn,
            daemon_name="log-agent",
            daemon_task_definition_arn="arn:aws:ecs:eu-west-1:111122223333:daemon-task-definition/log-agent:1",
            capacity_provider_arns=["arn:aws:ecs:eu-west-1:111122223333:capacity-provider/instances"],
        )
        log_agent_trouble = EcsEventRule(
            self,
            "LogAgentTrouble",
            pattern=EcsEventPattern.any_of(
                EcsEventPattern.daemon_service_action(
                    daemons=[log_agent],
                    event_names=[DaemonServiceEvent.DAEMON_TASK_START_IMPAIRED],
                    failure_types=[DaemonTaskFailureType.TASK_FAILED_TO_RUN],
                ),
                EcsEventPattern.daemon_deployment_state_change(
                    daemons=[log_agent],
                    excluded_event_names=[
                        DaemonDeploymentEvent.DAEMON_DEPLOYMENT_PENDING,
                        DaemonDeploymentEvent.of("DAEMON_DEPLOYMENT_PAUSED"),
                    ],
                ),
            ),
        )
        log_agent_trouble.add_target(LambdaInvoke(receivers.on_call, message=EcsEventMessage.json()))
