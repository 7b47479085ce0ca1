using CdkEcsEventRules;
using CdkEcsEventRules.Testing;
using Xunit;
using static EcsAlerts.Tests.AlertsUnderTest;

namespace EcsAlerts.Tests;

public class OtherEventsTests
{
    private static readonly EventBusSimulator Bus = EventBusSimulator.FromStack(NewStack());

    public static TheoryData<SampleEvent, string[]> OtherEvents => new()
    {
        // A warning of the web service goes to people.
        {
            SampleEvent.ServiceAction(new ServiceActionSampleOptions
            {
                ClusterName = "production",
                ServiceName = "web",
                EventName = ServiceActionEvent.SERVICE_TASK_START_IMPAIRED,
            }),
            ["People"]
        },
        // An info of the web service notifies no one.
        {
            SampleEvent.ServiceAction(new ServiceActionSampleOptions
            {
                ClusterName = "production",
                ServiceName = "web",
                EventName = ServiceActionEvent.SERVICE_STEADY_STATE,
            }),
            []
        },
        // A hook that failed goes to the queue.
        {
            SampleEvent.HookStateChange(new HookStateChangeSampleOptions
            {
                ClusterName = "production",
                ServiceName = "web",
                EventName = HookEvent.HOOK_FAILED,
            }),
            ["Tickets"]
        },
        // A hook of the canary service notifies no one.
        {
            SampleEvent.HookStateChange(new HookStateChangeSampleOptions
            {
                ClusterName = "production",
                ServiceName = "canary",
                EventName = HookEvent.HOOK_FAILED,
            }),
            []
        },
        // An instance whose agent does not answer goes to the queue.
        {
            SampleEvent.ContainerInstanceHealthChange(new ContainerInstanceHealthChangeSampleOptions
            {
                ClusterName = "production",
                HealthCheckType = "AGENT_CONNECTIVITY",
            }),
            ["Tickets"]
        },
        // An instance that lost its connection goes to the queue.
        {
            SampleEvent.ContainerInstanceStateChange(new ContainerInstanceStateChangeSampleOptions
            {
                ClusterName = "production",
                AgentConnected = false,
            }),
            ["Tickets"]
        },
        // A task that was killed goes to the queue.
        {
            SampleEvent.TaskStateChange(new TaskStateChangeSampleOptions
            {
                ClusterName = "production",
                TaskDefinitionFamily = "batch",
                ExitCode = 137,
            }),
            ["Tickets"]
        },
        // A task that did its work notifies no one.
        {
            SampleEvent.TaskStateChange(new TaskStateChangeSampleOptions
            {
                ClusterName = "production",
                TaskDefinitionFamily = "batch",
                ExitCode = 0,
            }),
            []
        },
        // A daemon whose task does not start goes to the function.
        {
            SampleEvent.DaemonServiceAction(new DaemonServiceActionSampleOptions
            {
                ClusterName = "production",
                DaemonName = "log-agent",
                FailureType = "TASK_FAILED_TO_RUN",
            }),
            ["OnCall"]
        },
        // An event that another account forwards goes to people.
        {
            SampleEvent.ServiceAction(new ServiceActionSampleOptions
            {
                ClusterName = "production",
                Account = "444455556666",
                Region = "eu-central-1",
            }),
            ["People"]
        },
    };

    [Theory]
    [MemberData(nameof(OtherEvents), DisableDiscoveryEnumeration = true)]
    public void Any_other_event(SampleEvent sample, string[] receivers) => AssertDeliveredTo(Bus.Send(sample), receivers);
}
