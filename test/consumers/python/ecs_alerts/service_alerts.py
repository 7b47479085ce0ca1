from aws_cdk import aws_ecs as ecs, aws_events as events, aws_events_targets as targets
from cdk_ecs_event_rules import (
    DeploymentReason,
    EcsEventMessage,
    EcsEventPattern,
    EcsEventRule,
    EcsFailure,
    EcsFailureAlerts,
    FailureReason,
    HookEvent,
    HookLifecycleStage,
    HookType,
    ServiceActionEvent,
    ServiceActionEventType,
    ServiceDeploymentEvent,
    ServiceTaskPlacementFailureRule,
    SharedDeadLetterQueue,
    SnsPublish,
    SqsSendMessage,
)
from constructs import Construct

from ecs_alerts.receivers import Receivers


class ServiceAlerts(Construct):
    """What serves users."""

    def __init__(self, scope: Construct, construct_id: str, cluster: ecs.ICluster, receivers: Receivers) -> None:
        super().__init__(scope, construct_id)

        ServiceTaskPlacementFailureRule(
            self,
            "PlacementFailure",
            cluster_names=["production"],
            cluster_name_prefixes=["staging-"],
            excluded_reasons=[FailureReason.AGENT, FailureReason.prefix("RESOURCE:PORTS")],
            targets=[
                SnsPublish(
                    receivers.chat,
                    message=EcsEventMessage.chat(environment_name="production", mentions=["<!here>"]),
                )
            ],
        )

        web = ecs.FargateService.from_fargate_service_attributes(self, "Web", cluster=cluster, service_name="web")
        EcsEventRule(
            self,
            "WebTrouble",
            pattern=EcsEventPattern.any_of(
                EcsEventPattern.service_action(
                    clusters=[cluster],
                    service_names=["web"],
                    event_types=[ServiceActionEventType.WARN, ServiceActionEventType.ERROR],
                    excluded_event_names=[ServiceActionEvent.SERVICE_TASK_PLACEMENT_FAILURE],
                ),
                EcsEventPattern.service_deployment_state_change(
                    services=[web],
                    event_names=[ServiceDeploymentEvent.SERVICE_DEPLOYMENT_FAILED],
                    reasons=[DeploymentReason.CIRCUIT_BREAKER],
                ),
            ),
            targets=[SnsPublish(receivers.people, message=EcsEventMessage.text())],
        )

        EcsEventRule(
            self,
            "Hooks",
            pattern=EcsEventPattern.hook_state_change(
                clusters=[cluster],
                excluded_service_names=["canary"],
                event_names=[HookEvent.HOOK_FAILED, HookEvent.HOOK_TIMED_OUT],
                lifecycle_stages=[HookLifecycleStage.POST_TEST_TRAFFIC_SHIFT],
                hook_types=[HookType.PAUSE],
            ),
            dead_letter_queue_enabled=False,
            targets=[SqsSendMessage(receivers.tickets)],
        )

        EcsFailureAlerts(
            self,
            "SandboxFailures",
            cluster_names=["sandbox"],
            excluded_failures=[EcsFailure.HEALTH_UNKNOWN],
            critical_targets=[SqsSendMessage(receivers.tickets)],
        )

        # The pattern and the message on a custom rule, for events that another account forwards.
        events.Rule(
            self,
            "Forwarded",
            event_pattern=EcsEventPattern.service_action(
                cluster_names=["production"],
                accounts=["444455556666"],
                regions=["eu-central-1"],
                event_names=[ServiceActionEvent.SERVICE_STEADY_STATE],
            ).to_event_pattern(),
            targets=[
                targets.SnsTopic(
                    receivers.people,
                    message=EcsEventMessage.text(),
                    dead_letter_queue=SharedDeadLetterQueue.of(self),
                )
            ],
        )
