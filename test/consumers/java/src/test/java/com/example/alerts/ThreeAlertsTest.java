package com.example.alerts;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.cdkecseventrules.testing.DaemonDeploymentRollbackFailedSampleOptions;
import io.github.cdkecseventrules.testing.DaemonTaskStartImpairedSampleOptions;
import io.github.cdkecseventrules.testing.DeliveryStatus;
import io.github.cdkecseventrules.testing.EventBusSimulator;
import io.github.cdkecseventrules.testing.SampleEvent;
import io.github.cdkecseventrules.testing.ServiceTaskPlacementFailureSampleOptions;
import io.github.cdkecseventrules.testing.SimulatedDelivery;
import io.github.cdkecseventrules.testing.SimulationOutcome;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awscdk.services.iam.AnyPrincipal;
import software.amazon.awscdk.services.iam.Effect;
import software.amazon.awscdk.services.iam.PolicyStatement;

class ThreeAlertsTest {
    private static EventBusSimulator bus;

    @BeforeAll
    static void synthesize() {
        bus = EventBusSimulator.fromStack(AlertsUnderTest.newStack());
    }

    private static SampleEvent daemonWithoutCpu() {
        return SampleEvent.daemonTaskStartImpaired(DaemonTaskStartImpairedSampleOptions.builder()
                .clusterName("production")
                .capacityProviderName("instances")
                .failureType("TASK_CREATION_FAILED")
                .reason("RESOURCE:CPU")
                .build());
    }

    @Test
    @DisplayName("people are notified by text of a daemon that finds no CPU")
    void text() {
        final List<SimulatedDelivery> delivered = bus.send(daemonWithoutCpu()).getDelivered();

        assertEquals(1, delivered.size());
        final SimulatedDelivery delivery = delivered.get(0);
        assertEquals("EcsAlerts/Receivers/People", delivery.getTargetPath());
        assertEquals(DeliveryStatus.DELIVERED, delivery.getStatus());
        assertTrue(delivery.getBody().startsWith(
                "\"Platform WARNING: ECS cannot create a task of a daemon on an instance (cluster production)\""));
        assertEquals("on-call@example.com", delivery.getSubscribers().get(0).getEndpoint());
    }

    @Test
    @DisplayName("no one is notified of a daemon of another cluster, and the outcome explains why")
    void noOne() {
        final SimulationOutcome outcome = bus.send(SampleEvent.daemonTaskStartImpaired(
                DaemonTaskStartImpairedSampleOptions.builder().clusterName("test").build()));

        assertEquals(List.of(), outcome.getDelivered());
        assertTrue(outcome.explain().contains("EcsAlerts/Daemons/StartImpaired"));
    }

    @Test
    @DisplayName("the queue and the function are notified of a rollback that failed")
    void queueAndFunction() {
        final SimulationOutcome outcome = bus.send(SampleEvent.daemonDeploymentRollbackFailed(
                DaemonDeploymentRollbackFailedSampleOptions.builder()
                        .clusterName("production")
                        .daemonName("log-agent")
                        .build()));

        final List<SimulatedDelivery> delivered = outcome.getDelivered().stream()
                .filter(delivery -> delivery.getRuleName().equals("daemon-rollback-failed"))
                .toList();
        assertEquals(List.of("SQS", "Lambda"), delivered.stream().map(SimulatedDelivery::getTargetType).toList());
        assertTrue(delivered.get(0).getBody().contains("\"eventName\":\"DAEMON_DEPLOYMENT_ROLLBACK_FAILED\""));
        assertTrue(delivered.get(1).getBody().contains(
                "\"summary\":\"ECS could not roll back daemon log-agent (cluster production)\""));
    }

    @ParameterizedTest
    @ValueSource(strings = {"production", "staging-2"})
    @DisplayName("the chat is notified of a task that cannot be placed")
    void chat(final String clusterName) {
        final SimulationOutcome outcome = bus.send(SampleEvent.serviceTaskPlacementFailure(
                ServiceTaskPlacementFailureSampleOptions.builder()
                        .clusterName(clusterName)
                        .reason("RESOURCE:FARGATE")
                        .build()));

        assertEquals(1, outcome.getDelivered().size());
        assertEquals("EcsAlerts/Receivers/Chat", outcome.getDelivered().get(0).getTargetPath());
        assertTrue(outcome.getDelivered().get(0).getBody().contains("\"source\":\"custom\""));
    }

    @Test
    @DisplayName("what a topic refuses waits in the dead-letter queue that the stack shares")
    void deadLetters() {
        final EcsAlertsStack refusing = AlertsUnderTest.newStack();
        refusing.receivers.people.addToResourcePolicy(PolicyStatement.Builder.create()
                .effect(Effect.DENY)
                .principals(List.of(new AnyPrincipal()))
                .actions(List.of("sns:Publish"))
                .resources(List.of(refusing.receivers.people.getTopicArn()))
                .build());

        final SimulationOutcome outcome = EventBusSimulator.fromStack(refusing).send(daemonWithoutCpu());

        assertEquals(List.of(), outcome.getDelivered());
        final SimulatedDelivery undelivered = outcome.getUndelivered().get(0);
        assertEquals(DeliveryStatus.DEAD_LETTERED, undelivered.getStatus());
        assertEquals("EcsAlerts/EcsEventDeadLetters", undelivered.getDeadLetter().getQueuePath());
    }
}
