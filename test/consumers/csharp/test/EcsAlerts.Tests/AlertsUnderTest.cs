using Amazon.CDK;
using CdkEcsEventRules.Testing;
using Xunit;

// The classes of one process share one jsii kernel.
[assembly: CollectionBehavior(DisableTestParallelization = true)]

namespace EcsAlerts.Tests;

internal static class AlertsUnderTest
{
    /// <summary>The stack as it is deployed, each time in a separate app.</summary>
    public static EcsAlertsStack NewStack() => new(new App(), "EcsAlerts", new StackProps
    {
        Env = new Amazon.CDK.Environment { Account = "111122223333", Region = "eu-west-1" },
    });

    /// <summary>Fails unless the outcome was delivered to these receivers, in this order, and to no others.</summary>
    public static void AssertDeliveredTo(SimulationOutcome outcome, params string[] receivers) =>
        Assert.Equal(
            receivers.Select(name => $"EcsAlerts/Receivers/{name}"),
            outcome.Delivered.Select(delivery => delivery.TargetPath));
}
