package com.example.alerts;

import io.github.cdkecseventrules.DeploymentReason;
import io.github.cdkecseventrules.EcsEventChatOptions;
import io.github.cdkecseventrules.EcsEventMessage;
import io.github.cdkecseventrules.EcsEventPattern;
import io.github.cdkecseventrules.EcsEventRule;
import io.github.cdkecseventrules.EcsFailure;
import io.github.cdkecseventrules.EcsFailureAlerts;
import io.github.cdkecseventrules.FailureReason;
import io.github.cdkecseventrules.HookEvent;
import io.github.cdkecseventrules.HookLifecycleStage;
import io.github.cdkecseventrules.HookStateChangeFilters;
import io.github.cdkecseventrules.HookType;
import io.github.cdkecseventrules.ServiceActionEvent;
import io.github.cdkecseventrules.ServiceActionEventType;
import io.github.cdkecseventrules.ServiceActionFilters;
import io.github.cdkecseventrules.ServiceDeploymentEvent;
import io.github.cdkecseventrules.ServiceDeploymentStateChangeFilters;
import io.github.cdkecseventrules.ServiceTaskPlacementFailureRule;
import io.github.cdkecseventrules.SharedDeadLetterQueue;
import io.github.cdkecseventrules.SnsPublish;
import io.github.cdkecseventrules.SqsSendMessage;
import java.util.List;
import software.amazon.awscdk.services.ecs.FargateService;
import software.amazon.awscdk.services.ecs.FargateServiceAttributes;
import software.amazon.awscdk.services.ecs.IBaseService;
import software.amazon.awscdk.services.ecs.ICluster;
import software.amazon.awscdk.services.events.Rule;
import software.amazon.awscdk.services.events.targets.SnsTopic;
import software.constructs.Construct;

/** What serves users. */
public class ServiceAlerts extends Construct {
    public ServiceAlerts(final Construct scope, final String id, final ICluster cluster, final Receivers receivers) {
        super(scope, id);

        ServiceTaskPlacementFailureRule.Builder.create(this, "PlacementFailure")
                .clusterNames(List.of("production"))
                .clusterNamePrefixes(List.of("staging-"))
                .excludedReasons(List.of(FailureReason.AGENT, FailureReason.prefix("RESOURCE:PORTS")))
                .targets(List.of(SnsPublish.Builder.create(receivers.chat)
                        .message(EcsEventMessage.chat(EcsEventChatOptions.builder()
                                .environmentName("production")
                                .mentions(List.of("<!here>"))
                                .build()))
                        .build()))
                .build();

        final IBaseService web = FargateService.fromFargateServiceAttributes(this, "Web",
                FargateServiceAttributes.builder().cluster(cluster).serviceName("web").build());
        EcsEventRule.Builder.create(this, "WebTrouble")
                .pattern(EcsEventPattern.anyOf(
                        EcsEventPattern.serviceAction(ServiceActionFilters.builder()
                                .clusters(List.of(cluster))
                                .serviceNames(List.of("web"))
                                .eventTypes(List.of(ServiceActionEventType.WARN, ServiceActionEventType.ERROR))
                                .excludedEventNames(List.of(ServiceActionEvent.SERVICE_TASK_PLACEMENT_FAILURE))
                                .build()),
                        EcsEventPattern.serviceDeploymentStateChange(ServiceDeploymentStateChangeFilters.builder()
                                .services(List.of(web))
                                .eventNames(List.of(ServiceDeploymentEvent.SERVICE_DEPLOYMENT_FAILED))
                                .reasons(List.of(DeploymentReason.CIRCUIT_BREAKER))
                                .build())))
                .targets(List.of(SnsPublish.Builder.create(receivers.people)
                        .message(EcsEventMessage.text())
                        .build()))
                .build();

        EcsEventRule.Builder.create(this, "Hooks")
                .pattern(EcsEventPattern.hookStateChange(HookStateChangeFilters.builder()
                        .clusters(List.of(cluster))
                        .excludedServiceNames(List.of("canary"))
                        .eventNames(List.of(HookEvent.HOOK_FAILED, HookEvent.HOOK_TIMED_OUT))
                        .lifecycleStages(List.of(HookLifecycleStage.POST_TEST_TRAFFIC_SHIFT))
                        .hookTypes(List.of(HookType.PAUSE))
                        .build()))
                .deadLetterQueueEnabled(false)
                .targets(List.of(new SqsSendMessage(receivers.tickets)))
                .build();

        EcsFailureAlerts.Builder.create(this, "SandboxFailures")
                .clusterNames(List.of("sandbox"))
                .excludedFailures(List.of(EcsFailure.HEALTH_UNKNOWN))
                .criticalTargets(List.of(new SqsSendMessage(receivers.tickets)))
                .build();

        // The pattern and the message on a custom rule, for events that another account forwards.
        Rule.Builder.create(this, "Forwarded")
                .eventPattern(EcsEventPattern.serviceAction(ServiceActionFilters.builder()
                        .clusterNames(List.of("production"))
                        .accounts(List.of("444455556666"))
                        .regions(List.of("eu-central-1"))
                        .eventNames(List.of(ServiceActionEvent.SERVICE_STEADY_STATE))
                        .build()).toEventPattern())
                .targets(List.of(SnsTopic.Builder.create(receivers.people)
                        .message(EcsEventMessage.text())
                        .deadLetterQueue(SharedDeadLetterQueue.of(this))
                        .build()))
                .build();
    }
}
