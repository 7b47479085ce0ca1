package com.example.alerts;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.params.provider.Arguments.argumentSet;

import io.github.cdkecseventrules.HookEvent;
import io.github.cdkecseventrules.ServiceActionEvent;
import io.github.cdkecseventrules.testing.ContainerInstanceHealthChangeSampleOptions;
import io.github.cdkecseventrules.testing.ContainerInstanceStateChangeSampleOptions;
import io.github.cdkecseventrules.testing.DaemonServiceActionSampleOptions;
import io.github.cdkecseventrules.testing.EventBusSimulator;
import io.github.cdkecseventrules.testing.HookStateChangeSampleOptions;
import io.github.cdkecseventrules.testing.SampleEvent;
import io.github.cdkecseventrules.testing.ServiceActionSampleOptions;
import io.github.cdkecseventrules.testing.SimulatedDelivery;
import io.github.cdkecseventrules.testing.TaskStateChangeSampleOptions;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class OtherEventsTest {
    private static EventBusSimulator bus;

    @BeforeAll
    static void synthesize() {
        bus = EventBusSimulator.fromStack(AlertsUnderTest.newStack());
    }

    static Stream<Arguments> otherEvents() {
        return Stream.of(
                argumentSet("a warning of the web service goes to people",
                        SampleEvent.serviceAction(ServiceActionSampleOptions.builder()
                                .clusterName("production").serviceName("web").eventName(ServiceActionEvent.SERVICE_TASK_START_IMPAIRED).build()),
                        List.of("People")),
                argumentSet("an info of the web service notifies no one",
                        SampleEvent.serviceAction(ServiceActionSampleOptions.builder()
                                .clusterName("production").serviceName("web").eventName(ServiceActionEvent.SERVICE_STEADY_STATE).build()),
                        List.of()),
                argumentSet("a hook that failed goes to the queue",
                        SampleEvent.hookStateChange(HookStateChangeSampleOptions.builder()
                                .clusterName("production").serviceName("web").eventName(HookEvent.HOOK_FAILED).build()),
                        List.of("Tickets")),
                argumentSet("a hook of the canary service notifies no one",
                        SampleEvent.hookStateChange(HookStateChangeSampleOptions.builder()
                                .clusterName("production").serviceName("canary").eventName(HookEvent.HOOK_FAILED).build()),
                        List.of()),
                argumentSet("an instance whose agent does not answer goes to the queue",
                        SampleEvent.containerInstanceHealthChange(ContainerInstanceHealthChangeSampleOptions.builder()
                                .clusterName("production").healthCheckType("AGENT_CONNECTIVITY").build()),
                        List.of("Tickets")),
                argumentSet("an instance that lost its connection goes to the queue",
                        SampleEvent.containerInstanceStateChange(ContainerInstanceStateChangeSampleOptions.builder()
                                .clusterName("production").agentConnected(false).build()),
                        List.of("Tickets")),
                argumentSet("a task that was killed goes to the queue",
                        SampleEvent.taskStateChange(TaskStateChangeSampleOptions.builder()
                                .clusterName("production").taskDefinitionFamily("batch").exitCode(137).build()),
                        List.of("Tickets")),
                argumentSet("a task that did its work notifies no one",
                        SampleEvent.taskStateChange(TaskStateChangeSampleOptions.builder()
                                .clusterName("production").taskDefinitionFamily("batch").exitCode(0).build()),
                        List.of()),
                argumentSet("a daemon whose task does not start goes to the function",
                        SampleEvent.daemonServiceAction(DaemonServiceActionSampleOptions.builder()
                                .clusterName("production").daemonName("log-agent").failureType("TASK_FAILED_TO_RUN").build()),
                        List.of("OnCall")),
                argumentSet("an event that another account forwards goes to people",
                        SampleEvent.serviceAction(ServiceActionSampleOptions.builder()
                                .clusterName("production").account("444455556666").region("eu-central-1").build()),
                        List.of("People")));
    }

    @ParameterizedTest
    @MethodSource
    @DisplayName("any other event")
    void otherEvents(final SampleEvent sample, final List<String> notifiedAt) {
        assertEquals(
                notifiedAt.stream().map(name -> "EcsAlerts/Receivers/" + name).toList(),
                bus.send(sample).getDelivered().stream().map(SimulatedDelivery::getTargetPath).toList());
    }
}
