using Amazon.CDK.AWS.ECS;
using Amazon.CDK.AWS.Events;
using CdkEcsEventRules;
using Constructs;

namespace EcsAlerts;

/// <summary>Alerts about what everything runs on, and about the batch tasks that come and go.</summary>
public class CapacityAlerts : Construct
{
    public CapacityAlerts(Construct scope, string id, ICluster cluster, Receivers receivers)
        : base(scope, id)
    {
        new EcsEventRule(this, "Instances", new EcsEventRuleProps
        {
            Pattern = EcsEventPattern.AnyOf(
                EcsEventPattern.ContainerInstanceHealthChange(new ContainerInstanceHealthChangeFilters
                {
                    Clusters = [cluster],
                    OverallStatuses = [ContainerInstanceHealthStatus.IMPAIRED],
                    HealthChecks =
                    [
                        ContainerInstanceHealthCheck.Impaired(ContainerInstanceHealthCheckType.AGENT_CONNECTIVITY),
                        ContainerInstanceHealthCheck.Of(ContainerInstanceHealthCheckType.DAEMON, ContainerInstanceHealthStatus.INSUFFICIENT_DATA),
                    ],
                }),
                EcsEventPattern.ContainerInstanceStateChange(new ContainerInstanceStateChangeFilters
                {
                    Clusters = [cluster],
                    Statuses = [ContainerInstanceStatus.ACTIVE],
                    AgentConnected = false,
                })),
            Targets =
            [
                new SqsSendMessage(receivers.Tickets, new SqsSendMessageProps
                {
                    Message = EcsEventMessage.Json(new EcsEventJsonOptions
                    {
                        AdditionalFields = new Dictionary<string, string> { ["team"] = "platform" },
                    }),
                }),
            ],
        });

        new EcsEventRule(this, "Tasks", new EcsEventRuleProps
        {
            Pattern = EcsEventPattern.TaskStateChange(new TaskStateChangeFilters
            {
                Clusters = [cluster],
                TaskDefinitionFamilies = ["batch"],
                LastStatuses = [TaskLastStatus.STOPPED],
                StopCodes = [TaskStopCode.ESSENTIAL_CONTAINER_EXITED],
                StoppedReasons = [StoppedReason.Prefix("Essential container")],
                ExitCodes = [ExitCode.NonZero()],
                LaunchTypes = [TaskLaunchType.FARGATE],
                AdditionalPattern = new EventPattern
                {
                    Detail = new Dictionary<string, object> { ["desiredStatus"] = new[] { "STOPPED" } },
                },
            }),
            Targets =
            [
                new SqsSendMessage(receivers.Tickets, new SqsSendMessageProps
                {
                    Message = RuleTargetInput.FromObject(new Dictionary<string, object>
                    {
                        ["at"] = EventField.Time,
                        ["task"] = TaskStateChangeField.TaskArn,
                        ["why"] = TaskStateChangeField.StoppedReason,
                    }),
                }),
            ],
        });
    }
}
