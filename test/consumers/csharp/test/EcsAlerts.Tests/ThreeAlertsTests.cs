using System.Text.Json;
using Amazon.CDK.AWS.IAM;
using CdkEcsEventRules.Testing;
using Xunit;
using static EcsAlerts.Tests.AlertsUnderTest;

namespace EcsAlerts.Tests;

public class ThreeAlertsTests
{
    private static readonly EventBusSimulator Bus = EventBusSimulator.FromStack(NewStack());

    private static SampleEvent DaemonWithoutCpu() => SampleEvent.DaemonTaskStartImpaired(new DaemonTaskStartImpairedSampleOptions
    {
        ClusterName = "production",
        CapacityProviderName = "instances",
        FailureType = "TASK_CREATION_FAILED",
        Reason = "RESOURCE:CPU",
    });

    [Fact]
    public void A_daemon_that_finds_no_CPU_is_sent_to_people_as_text()
    {
        var outcome = Bus.Send(DaemonWithoutCpu());

        AssertDeliveredTo(outcome, "People");
        var delivery = outcome.Delivered[0];
        Assert.Equal(DeliveryStatus.DELIVERED, delivery.Status);
        Assert.StartsWith("\"Platform WARNING: ECS cannot create a task of a daemon on an instance (cluster production)\"", delivery.Body);
        Assert.Equal("on-call@example.com", Assert.Single(delivery.Subscribers).Endpoint);
    }

    [Fact]
    public void A_daemon_of_another_cluster_is_sent_to_no_one_and_the_outcome_explains_why()
    {
        var outcome = Bus.Send(SampleEvent.DaemonTaskStartImpaired(new DaemonTaskStartImpairedSampleOptions { ClusterName = "test" }));

        AssertDeliveredTo(outcome);
        Assert.Contains("EcsAlerts/Daemons/StartImpaired", outcome.Explain());
    }

    [Fact]
    public void A_rollback_that_failed_is_sent_to_the_queue_and_the_function()
    {
        var outcome = Bus.Send(SampleEvent.DaemonDeploymentRollbackFailed(new DaemonDeploymentRollbackFailedSampleOptions
        {
            ClusterName = "production",
            DaemonName = "log-agent",
        }));

        var deliveries = outcome.Delivered.Where(delivery => delivery.RuleName == "daemon-rollback-failed").ToArray();
        Assert.Equal(["SQS", "Lambda"], deliveries.Select(delivery => delivery.TargetType));
        Assert.Equal(
            "DAEMON_DEPLOYMENT_ROLLBACK_FAILED",
            BodyOf(deliveries[0]).GetProperty("detail").GetProperty("eventName").GetString());
        Assert.Equal(
            "ECS could not roll back daemon log-agent (cluster production)",
            BodyOf(deliveries[1]).GetProperty("summary").GetString());
    }

    [Theory]
    [InlineData("production")]
    [InlineData("staging-2")]
    public void A_task_that_cannot_be_placed_is_sent_to_the_chat(string clusterName)
    {
        var outcome = Bus.Send(SampleEvent.ServiceTaskPlacementFailure(new ServiceTaskPlacementFailureSampleOptions
        {
            ClusterName = clusterName,
            Reason = "RESOURCE:FARGATE",
        }));

        AssertDeliveredTo(outcome, "Chat");
        Assert.Equal("custom", BodyOf(outcome.Delivered[0]).GetProperty("source").GetString());
    }

    [Fact]
    public void An_event_that_a_topic_refuses_waits_in_the_shared_dead_letter_queue()
    {
        var refusing = NewStack();
        refusing.Receivers.People.AddToResourcePolicy(new PolicyStatement(new PolicyStatementProps
        {
            Effect = Effect.DENY,
            Principals = [new AnyPrincipal()],
            Actions = ["sns:Publish"],
            Resources = [refusing.Receivers.People.TopicArn],
        }));

        var outcome = EventBusSimulator.FromStack(refusing).Send(DaemonWithoutCpu());

        AssertDeliveredTo(outcome);
        var undelivered = Assert.Single(outcome.Undelivered);
        Assert.Equal(DeliveryStatus.DEAD_LETTERED, undelivered.Status);
        Assert.Equal("EcsAlerts/EcsEventDeadLetters", undelivered.DeadLetter?.QueuePath);
    }

    private static JsonElement BodyOf(ISimulatedDelivery delivery) => JsonDocument.Parse(delivery.Body).RootElement;
}
