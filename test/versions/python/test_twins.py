"""What Python makes with the library is what TypeScript makes with it (twins.ts)."""
import json
import os
from pathlib import Path

import pytest
from aws_cdk import App, Environment, Stack, aws_ecs as ecs, aws_events as events, aws_sns as sns, aws_sqs as sqs
from aws_cdk.assertions import Template

from cdk_ecs_event_rules import (
    DaemonTaskFailureType,
    DaemonTaskStartImpairedRule,
    EcsEventMessage,
    EcsEventPattern,
    FailureReason,
    ServiceActionEventType,
    ServiceDeploymentEvent,
    SharedDeadLetterQueue,
    SnsPublish,
    SqsSendMessage,
)


def plain_rule(stack, cluster):
    events.Rule(
        stack,
        "Rule",
        event_pattern=EcsEventPattern.service_task_placement_failure(
            clusters=[cluster],
            service_names=["web"],
            excluded_reasons=[FailureReason.RESOURCE_GPU, FailureReason.AGENT],
        ).to_event_pattern(),
    )


def plain_rules_of_several_patterns(stack, cluster):
    pattern = EcsEventPattern.any_of(
        EcsEventPattern.service_action(
            clusters=[cluster], event_types=[ServiceActionEventType.WARN, ServiceActionEventType.ERROR]
        ),
        EcsEventPattern.service_deployment_state_change(
            cluster_name_prefixes=["prod-"],
            event_names=[ServiceDeploymentEvent.SERVICE_DEPLOYMENT_FAILED],
            additional_pattern={"detail": {"deploymentId": [{"prefix": "ecs-svc/"}]}},
        ),
    )
    for index, event_pattern in enumerate(pattern.to_event_patterns()):
        events.Rule(stack, f"Rule{index}", event_pattern=event_pattern)


def targets_on_a_plain_rule(stack, cluster):
    dead_letter_queue = SharedDeadLetterQueue.of(stack)
    events.Rule(
        stack,
        "Rule",
        event_pattern=EcsEventPattern.daemon_service_action(clusters=[cluster]).to_event_pattern(),
        targets=[
            SnsPublish(
                sns.Topic(stack, "Topic"),
                message=EcsEventMessage.text(title_prefix="Python"),
                dead_letter_queue=dead_letter_queue,
            ),
            SqsSendMessage(sqs.Queue(stack, "Queue"), retry_attempts=3, dead_letter_queue=dead_letter_queue),
        ],
    )


def named_rule(stack, cluster):
    DaemonTaskStartImpairedRule(
        stack,
        "Rule",
        clusters=[cluster],
        failure_types=[DaemonTaskFailureType.TASK_CREATION_FAILED],
        targets=[SnsPublish(sns.Topic(stack, "Topic"))],
    )


TWINS = {
    "PlainRule": plain_rule,
    "PlainRulesOfSeveralPatterns": plain_rules_of_several_patterns,
    "TargetsOnAPlainRule": targets_on_a_plain_rule,
    "NamedRule": named_rule,
}


@pytest.mark.parametrize("name", TWINS)
def test_becomes_what_typescript_makes(name):
    # GIVEN
    expected = json.loads(Path(os.environ["TEMPLATES_OF_TYPESCRIPT"]).read_text(encoding="utf-8"))[name]
    stack = Stack(App(), name, env=Environment(account="111122223333", region="eu-west-1"))

    # WHEN
    TWINS[name](stack, ecs.Cluster(stack, "Cluster", cluster_name="prod"))

    # THEN
    assert Template.from_stack(stack).to_json() == expected


def test_what_has_a_mistake_is_refused_with_the_same_words():
    with pytest.raises(RuntimeError, match=r"clusterNames.*empty"):
        EcsEventPattern.daemon_service_action(cluster_names=[])
