from aws_cdk import aws_ecs as ecs, aws_events as events
from cdk_ecs_event_rules import (
    ContainerInstanceHealthStatus,
    ContainerInstanceStatus,
    EcsEventMessage,
    EcsEventPattern,
    EcsEventRule,
    ExitCode,
    ContainerInstanceHealthCheck,
    ContainerInstanceHealthCheckType,
    SqsSendMessage,
    StoppedReason,
    TaskLaunchType,
    TaskStateChangeField,
    TaskLastStatus,
    TaskStopCode,
)
from constructs import Construct

from ecs_alerts.receivers import Receivers


class CapacityAlerts(Construct):
    """What everything runs on, and the batch tasks that come and go."""

    def __init__(self, scope: Construct, construct_id: str, cluster: ecs.ICluster, receivers: Receivers) -> None:
        super().__init__(scope, construct_id)

        EcsEventRule(
            self,
            "Instances",
            pattern=EcsEventPattern.any_of(
                EcsEventPattern.container_instance_health_change(
                    clusters=[cluster],
                    overall_statuses=[ContainerInstanceHealthStatus.IMPAIRED],
                    health_checks=[
                        ContainerInstanceHealthCheck.impaired(ContainerInstanceHealthCheckType.AGENT_CONNECTIVITY),
                        ContainerInstanceHealthCheck.of(ContainerInstanceHealthCheckType.DAEMON, ContainerInstanceHealthStatus.INSUFFICIENT_DATA),
                    ],
                ),
                EcsEventPattern.container_instance_state_change(
                    clusters=[cluster],
                    statuses=[ContainerInstanceStatus.ACTIVE],
                    agent_connected=False,
                ),
            ),
            targets=[
                SqsSendMessage(
                    receivers.tickets, message=EcsEventMessage.json(additional_fields={"team": "platform"})
                )
            ],
        )

        EcsEventRule(
            self,
            "Tasks",
            pattern=EcsEventPattern.task_state_change(
                clusters=[cluster],
                task_definition_families=["batch"],
                last_statuses=[TaskLastStatus.STOPPED],
                stop_codes=[TaskStopCode.ESSENTIAL_CONTAINER_EXITED],
                stopped_reasons=[StoppedReason.prefix("Essential container")],
                exit_codes=[ExitCode.non_zero()],
                launch_types=[TaskLaunchType.FARGATE],
                additional_pattern=events.EventPattern(detail={"desiredStatus": ["STOPPED"]}),
            ),
            targets=[
                SqsSendMessage(
                    receivers.tickets,
                    message=events.RuleTargetInput.from_object(
                        {
                            "at": events.EventField.time,
                            "task": TaskStateChangeField.task_arn,
                            "why": TaskStateChangeField.stopped_reason,
                        }
                    ),
                )
            ],
        )
