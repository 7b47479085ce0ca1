package com.example.alerts;

import io.github.cdkecseventrules.ContainerInstanceHealthChangeFilters;
import io.github.cdkecseventrules.ContainerInstanceHealthStatus;
import io.github.cdkecseventrules.ContainerInstanceStateChangeFilters;
import io.github.cdkecseventrules.ContainerInstanceStatus;
import io.github.cdkecseventrules.EcsEventJsonOptions;
import io.github.cdkecseventrules.EcsEventMessage;
import io.github.cdkecseventrules.EcsEventPattern;
import io.github.cdkecseventrules.EcsEventRule;
import io.github.cdkecseventrules.ExitCode;
import io.github.cdkecseventrules.ContainerInstanceHealthCheck;
import io.github.cdkecseventrules.ContainerInstanceHealthCheckType;
import io.github.cdkecseventrules.SqsSendMessage;
import io.github.cdkecseventrules.StoppedReason;
import io.github.cdkecseventrules.TaskLaunchType;
import io.github.cdkecseventrules.TaskStateChangeField;
import io.github.cdkecseventrules.TaskStateChangeFilters;
import io.github.cdkecseventrules.TaskLastStatus;
import io.github.cdkecseventrules.TaskStopCode;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import software.amazon.awscdk.services.ecs.ICluster;
import software.amazon.awscdk.services.events.EventField;
import software.amazon.awscdk.services.events.EventPattern;
import software.amazon.awscdk.services.events.RuleTargetInput;
import software.constructs.Construct;

/** What everything runs on, and the batch tasks that come and go. */
public class CapacityAlerts extends Construct {
    public CapacityAlerts(final Construct scope, final String id, final ICluster cluster, final Receivers receivers) {
        super(scope, id);

        EcsEventRule.Builder.create(this, "Instances")
                .pattern(EcsEventPattern.anyOf(
                        EcsEventPattern.containerInstanceHealthChange(ContainerInstanceHealthChangeFilters.builder()
                                .clusters(List.of(cluster))
                                .overallStatuses(List.of(ContainerInstanceHealthStatus.IMPAIRED))
                                .healthChecks(List.of(
                                        ContainerInstanceHealthCheck.impaired(ContainerInstanceHealthCheckType.AGENT_CONNECTIVITY),
                                        ContainerInstanceHealthCheck.of(ContainerInstanceHealthCheckType.DAEMON, ContainerInstanceHealthStatus.INSUFFICIENT_DATA)))
                                .build()),
                        EcsEventPattern.containerInstanceStateChange(ContainerInstanceStateChangeFilters.builder()
                                .clusters(List.of(cluster))
                                .statuses(List.of(ContainerInstanceStatus.ACTIVE))
                                .agentConnected(false)
                                .build())))
                .targets(List.of(SqsSendMessage.Builder.create(receivers.tickets)
                        .message(EcsEventMessage.json(EcsEventJsonOptions.builder()
                                .additionalFields(Map.of("team", "platform"))
                                .build()))
                        .build()))
                .build();

        EcsEventRule.Builder.create(this, "Tasks")
                .pattern(EcsEventPattern.taskStateChange(TaskStateChangeFilters.builder()
                        .clusters(List.of(cluster))
                        .taskDefinitionFamilies(List.of("batch"))
                        .lastStatuses(List.of(TaskLastStatus.STOPPED))
                        .stopCodes(List.of(TaskStopCode.ESSENTIAL_CONTAINER_EXITED))
                        .stoppedReasons(List.of(StoppedReason.prefix("Essential container")))
                        .exitCodes(List.of(ExitCode.nonZero()))
                        .launchTypes(List.of(TaskLaunchType.FARGATE))
                        .additionalPattern(EventPattern.builder()
                                .detail(Map.of("desiredStatus", List.of("STOPPED")))
                                .build())
                        .build()))
                .targets(List.of(SqsSendMessage.Builder.create(receivers.tickets)
                        // In an order, or the template differs from run to run: Map.of has none.
                        .message(RuleTargetInput.fromObject(new TreeMap<>(Map.of(
                                "at", EventField.getTime(),
                                "task", TaskStateChangeField.getTaskArn(),
                                "why", TaskStateChangeField.getStoppedReason()))))
                        .build()))
                .build();
    }
}
