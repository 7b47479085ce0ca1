import json

import pytest
from aws_cdk import App, Environment, Stack, assertions, aws_iam as iam
from cdk_ecs_event_rules import (
    DaemonTaskStartImpairedRule,
    EcsEventPattern,
    HookEvent,
    ServiceActionEvent,
    TaskLastStatus,
)
from cdk_ecs_event_rules.testing import DeliveryStatus, EventBusSimulator, SampleEvent, SampleOrigin

from ecs_alerts.ecs_alerts_stack import EcsAlertsStack


def new_stack() -> EcsAlertsStack:
    return EcsAlertsStack(App(), "EcsAlerts", env=Environment(account="111122223333", region="eu-west-1"))


@pytest.fixture(scope="module")
def stack() -> EcsAlertsStack:
    return new_stack()


@pytest.fixture(scope="module")
def bus(stack) -> EventBusSimulator:
    return EventBusSimulator.from_stack(stack)


@pytest.fixture
def daemon_without_cpu() -> SampleEvent:
    return SampleEvent.daemon_task_start_impaired(
        cluster_name="production",
        capacity_provider_name="instances",
        failure_type="TASK_CREATION_FAILED",
        reason="RESOURCE:CPU",
    )


def test_people_are_notified_by_text_of_a_daemon_that_finds_no_cpu(bus, daemon_without_cpu):
    [delivery] = bus.send(daemon_without_cpu).delivered

    assert delivery.target_path == "EcsAlerts/Receivers/People"
    assert delivery.status == DeliveryStatus.DELIVERED
    assert delivery.body.startswith('"Platform WARNING: ECS cannot create a task of a daemon on an instance (cluster production)"')
    assert [subscriber.endpoint for subscriber in delivery.subscribers] == ["on-call@example.com"]


def test_no_one_is_notified_of_a_daemon_of_another_cluster_and_the_outcome_explains_why(bus):
    outcome = bus.send(SampleEvent.daemon_task_start_impaired(cluster_name="test"))

    assert outcome.delivered == []
    assert "EcsAlerts/Daemons/StartImpaired" in outcome.explain()


def test_the_queue_and_the_function_are_notified_of_a_rollback_that_failed(bus):
    outcome = bus.send(
        SampleEvent.daemon_deployment_rollback_failed(cluster_name="production", daemon_name="log-agent")
    )

    [ticket, call] = [d for d in outcome.delivered if d.rule_name == "daemon-rollback-failed"]
    assert [ticket.target_type, call.target_type] == ["SQS", "Lambda"]
    assert json.loads(ticket.body)["detail"]["eventName"] == "DAEMON_DEPLOYMENT_ROLLBACK_FAILED"
    assert json.loads(call.body)["summary"] == "ECS could not roll back daemon log-agent (cluster production)"


@pytest.mark.parametrize("cluster_name", ["production", "staging-2"])
def test_the_chat_is_notified_of_a_task_that_cannot_be_placed(bus, cluster_name):
    outcome = bus.send(
        SampleEvent.service_task_placement_failure(cluster_name=cluster_name, reason="RESOURCE:FARGATE")
    )

    [delivery] = outcome.delivered
    assert delivery.target_path == "EcsAlerts/Receivers/Chat"
    assert json.loads(delivery.body)["source"] == "custom"


def test_what_a_topic_refuses_waits_in_the_dead_letter_queue_that_the_stack_shares(daemon_without_cpu):
    refusing = new_stack()
    refusing.receivers.people.add_to_resource_policy(
        iam.PolicyStatement(
            effect=iam.Effect.DENY,
            principals=[iam.AnyPrincipal()],
            actions=["sns:Publish"],
            resources=[refusing.receivers.people.topic_arn],
        )
    )

    outcome = EventBusSimulator.from_stack(refusing).send(daemon_without_cpu)

    assert outcome.delivered == []
    [undelivered] = outcome.undelivered
    assert undelivered.status == DeliveryStatus.DEAD_LETTERED
    assert undelivered.dead_letter.queue_path == "EcsAlerts/EcsEventDeadLetters"


@pytest.mark.parametrize(
    "sample, notified",
    [
        pytest.param(sample, notified, id=title)
        for title, sample, notified in [
            (
                "a warning of the web service goes to people",
                SampleEvent.service_action(
                    cluster_name="production", service_name="web", event_name=ServiceActionEvent.SERVICE_TASK_START_IMPAIRED
                ),
                ["People"],
            ),
            (
                "an info of the web service notifies no one",
                SampleEvent.service_action(
                    cluster_name="production", service_name="web", event_name=ServiceActionEvent.SERVICE_STEADY_STATE
                ),
                [],
            ),
            (
                "a hook that failed goes to the queue",
                SampleEvent.hook_state_change(cluster_name="production", service_name="web", event_name=HookEvent.HOOK_FAILED),
                ["Tickets"],
            ),
            (
                "a hook of the canary service notifies no one",
                SampleEvent.hook_state_change(
                    cluster_name="production", service_name="canary", event_name=HookEvent.HOOK_FAILED
                ),
                [],
            ),
            (
                "an instance whose agent does not answer goes to the queue",
                SampleEvent.container_instance_health_change(
                    cluster_name="production", health_check_type="AGENT_CONNECTIVITY"
                ),
                ["Tickets"],
            ),
            (
                "an instance that lost its connection goes to the queue",
                SampleEvent.container_instance_state_change(cluster_name="production", agent_connected=False),
                ["Tickets"],
            ),
            (
                "a task that was killed goes to the queue",
                SampleEvent.task_state_change(
                    cluster_name="production", task_definition_family="batch", exit_code=137
                ),
                ["Tickets"],
            ),
            (
                "a task that did its work notifies no one",
                SampleEvent.task_state_change(cluster_name="production", task_definition_family="batch", exit_code=0),
                [],
            ),
            (
                "a daemon whose task does not start goes to the function",
                SampleEvent.daemon_service_action(
                    cluster_name="production", daemon_name="log-agent", failure_type="TASK_FAILED_TO_RUN"
                ),
                ["OnCall"],
            ),
            (
                "an event that another account forwards goes to people",
                SampleEvent.service_action(cluster_name="production", account="444455556666", region="eu-central-1"),
                ["People"],
            ),
        ]
    ],
)
def test_any_other_event(bus, sample, notified):
    assert [delivery.target_path for delivery in bus.send(sample).delivered] == [
        f"EcsAlerts/Receivers/{name}" for name in notified
    ]


def test_targets_have_dead_letters_and_retries(stack):
    assertions.Template.from_stack(stack).has_resource_properties(
        "AWS::Events::Rule",
        {
            "Name": "daemon-rollback-failed",
            "Targets": [
                assertions.Match.object_like(
                    {
                        "DeadLetterConfig": {
                            "Arn": {"Fn::GetAtt": [assertions.Match.string_like_regexp("^ReceiversLostTickets"), "Arn"]}
                        }
                    }
                ),
                assertions.Match.object_like(
                    {"RetryPolicy": {"MaximumRetryAttempts": 2, "MaximumEventAgeInSeconds": 7200}}
                ),
            ],
        },
    )


def test_a_pattern_is_divided_by_the_presence_of_a_field():
    stopped = EcsEventPattern.task_state_change(last_statuses=[TaskLastStatus.STOPPED])

    patterns = stopped.divided_by_presence("detail.stoppedReason").to_event_patterns()

    assert [pattern.detail["stoppedReason"] for pattern in patterns] == [[{"exists": True}], [{"exists": False}]]


def test_the_samples_of_aws_are_known():
    samples = SampleEvent.aws_samples()

    assert len(samples) > 5
    assert all(sample.origin == SampleOrigin.AWS for sample in samples)


def test_bad_input_is_an_error_that_says_what_is_wrong_and_where():
    with pytest.raises(RuntimeError, match=r"(?s)Empty/Daemons.*clusters"):
        DaemonTaskStartImpairedRule(Stack(App(), "Empty"), "Daemons", clusters=[])
