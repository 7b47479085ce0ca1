package com.example.alerts;

import io.github.cdkecseventrules.DaemonDeploymentEvent;
import io.github.cdkecseventrules.DaemonDeploymentRollbackFailedRule;
import io.github.cdkecseventrules.DaemonDeploymentStateChangeFilters;
import io.github.cdkecseventrules.DaemonServiceActionFilters;
import io.github.cdkecseventrules.DaemonServiceEvent;
import io.github.cdkecseventrules.DaemonTaskFailureType;
import io.github.cdkecseventrules.DaemonTaskStartImpairedRule;
import io.github.cdkecseventrules.EcsEventMessage;
import io.github.cdkecseventrules.EcsEventPattern;
import io.github.cdkecseventrules.EcsEventRule;
import io.github.cdkecseventrules.EcsEventTextOptions;
import io.github.cdkecseventrules.FailureReason;
import io.github.cdkecseventrules.LambdaInvoke;
import io.github.cdkecseventrules.SnsPublish;
import io.github.cdkecseventrules.SqsSendMessage;
import io.github.cdkecseventrules.UndeliveredAlarmOptions;
import java.util.List;
import software.amazon.awscdk.Duration;
import software.amazon.awscdk.services.cloudwatch.actions.SnsAction;
import software.amazon.awscdk.services.ecs.CfnDaemon;
import software.amazon.awscdk.services.ecs.ICluster;
import software.constructs.Construct;

/** What runs on every instance. */
public class DaemonAlerts extends Construct {
    public DaemonAlerts(final Construct scope, final String id, final ICluster cluster, final Receivers receivers) {
        super(scope, id);

        DaemonTaskStartImpairedRule.Builder.create(this, "StartImpaired")
                .clusters(List.of(cluster))
                .capacityProviderNames(List.of("instances"))
                .failureTypes(List.of(DaemonTaskFailureType.TASK_CREATION_FAILED))
                .reasons(List.of(FailureReason.RESOURCE_CPU, FailureReason.RESOURCE_MEMORY))
                .targets(List.of(SnsPublish.Builder.create(receivers.people)
                        .message(EcsEventMessage.text(EcsEventTextOptions.builder()
                                .titlePrefix("Platform")
                                .runbook("https://example.com/runbooks/daemons")
                                .build()))
                        .build()))
                .build();

        final EcsEventRule rollback = DaemonDeploymentRollbackFailedRule.Builder.create(this, "RollbackFailed")
                .clusters(List.of(cluster))
                .daemonNames(List.of("log-agent"))
                .ruleName("daemon-rollback-failed")
                .description("The old version of a daemon does not come back")
                .targets(List.of(
                        SqsSendMessage.Builder.create(receivers.tickets)
                                .deadLetterQueue(receivers.lostTickets)
                                .build(),
                        LambdaInvoke.Builder.create(receivers.onCall)
                                .message(EcsEventMessage.json())
                                .retryAttempts(2)
                                .maxEventAge(Duration.hours(2))
                                .build()))
                .build();
        rollback.addUndeliveredAlarms("Undelivered", UndeliveredAlarmOptions.builder()
                .actions(List.of(new SnsAction(receivers.chat)))
                .build());

        final CfnDaemon logAgent = CfnDaemon.Builder.create(this, "LogAgent")
                .clusterArn(cluster.getClusterArn())
                .daemonName("log-agent")
                .daemonTaskDefinitionArn("arn:aws:ecs:eu-west-1:111122223333:daemon-task-definition/log-agent:1")
                .capacityProviderArns(List.of("arn:aws:ecs:eu-west-1:111122223333:capacity-provider/instances"))
                .build();
        final EcsEventRule logAgentTrouble = EcsEventRule.Builder.create(this, "LogAgentTrouble")
                .pattern(EcsEventPattern.anyOf(
                        EcsEventPattern.daemonServiceAction(DaemonServiceActionFilters.builder()
                                .daemons(List.of(logAgent))
                                .eventNames(List.of(DaemonServiceEvent.DAEMON_TASK_START_IMPAIRED))
                                .failureTypes(List.of(DaemonTaskFailureType.TASK_FAILED_TO_RUN))
                                .build()),
                        EcsEventPattern.daemonDeploymentStateChange(DaemonDeploymentStateChangeFilters.builder()
                                .daemons(List.of(logAgent))
                                .excludedEventNames(List.of(
                                        DaemonDeploymentEvent.DAEMON_DEPLOYMENT_PENDING,
                                        DaemonDeploymentEvent.of("DAEMON_DEPLOYMENT_PAUSED")))
                                .build())))
                .build();
        logAgentTrouble.addTarget(LambdaInvoke.Builder.create(receivers.onCall)
                .message(EcsEventMessage.json())
                .build());
    }
}
