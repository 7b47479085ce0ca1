using Amazon.CDK;
using Amazon.CDK.AWS.CloudWatch.Actions;
using Amazon.CDK.AWS.ECS;
using CdkEcsEventRules;
using Constructs;

namespace EcsAlerts;

/// <summary>Alerts about what runs on every instance.</summary>
public class DaemonAlerts : Construct
{
    public DaemonAlerts(Construct scope, string id, ICluster cluster, Receivers receivers)
        : base(scope, id)
    {
        new DaemonTaskStartImpairedRule(this, "StartImpaired", new DaemonTaskStartImpairedRuleProps
        {
            Clusters = [cluster],
            CapacityProviderNames = ["instances"],
            FailureTypes = [DaemonTaskFailureType.TASK_CREATION_FAILED],
            Reasons = [FailureReason.RESOURCE_CPU, FailureReason.RESOURCE_MEMORY],
            Targets =
            [
                new SnsPublish(receivers.People, new SnsPublishProps
                {
                    Message = EcsEventMessage.Text(new EcsEventTextOptions
                    {
                        TitlePrefix = "Platform",
                        Runbook = "https://example.com/runbooks/daemons",
                    }),
                }),
            ],
        });

        var rollback = new DaemonDeploymentRollbackFailedRule(this, "RollbackFailed", new DaemonDeploymentRollbackFailedRuleProps
        {
            Clusters = [cluster],
            DaemonNames = ["log-agent"],
            RuleName = "daemon-rollback-failed",
            Description = "The old version of a daemon does not come back",
            Targets =
            [
                new SqsSendMessage(receivers.Tickets, new SqsSendMessageProps { DeadLetterQueue = receivers.LostTickets }),
                new LambdaInvoke(receivers.OnCall, new LambdaInvokeProps
                {
                    Message = EcsEventMessage.Json(),
                    RetryAttempts = 2,
                    MaxEventAge = Duration.Hours(2),
                }),
            ],
        });
        rollback.AddUndeliveredAlarms("Undelivered", new UndeliveredAlarmOptions
        {
            Actions = [new SnsAction(receivers.Chat)],
        });

        var logAgent = new CfnDaemon(this, "LogAgent", new CfnDaemonProps
        {
            ClusterArn = cluster.ClusterArn,
            DaemonName = "log-agent",
            DaemonTaskDefinitionArn = "arn:aws:ecs:eu-west-1:111122223333:daemon-task-definition/log-agent:1",
            CapacityProviderArns = ["arn:aws:ecs:eu-west-1:111122223333:capacity-provider/instances"],
        });
        var logAgentTrouble = new EcsEventRule(this, "LogAgentTrouble", new EcsEventRuleProps
        {
            Pattern = EcsEventPattern.AnyOf(
                EcsEventPattern.DaemonServiceAction(new DaemonServiceActionFilters
                {
                    Daemons = [logAgent],
                    EventNames = [DaemonServiceEvent.DAEMON_TASK_START_IMPAIRED],
                    FailureTypes = [DaemonTaskFailureType.TASK_FAILED_TO_RUN],
                }),
                EcsEventPattern.DaemonDeploymentStateChange(new DaemonDeploymentStateChangeFilters
                {
                    Daemons = [logAgent],
                    ExcludedEventNames =
                    [
                        DaemonDeploymentEvent.DAEMON_DEPLOYMENT_PENDING,
                        DaemonDeploymentEvent.Of("DAEMON_DEPLOYMENT_PAUSED"),
                    ],
                })),
        });
        logAgentTrouble.AddTarget(new LambdaInvoke(receivers.OnCall, new LambdaInvokeProps { Message = EcsEventMessage.Json() }));
    }
}
