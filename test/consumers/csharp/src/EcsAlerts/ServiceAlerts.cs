using Amazon.CDK.AWS.ECS;
using Amazon.CDK.AWS.Events;
using Amazon.CDK.AWS.Events.Targets;
using CdkEcsEventRules;
using Constructs;

namespace EcsAlerts;

/// <summary>Alerts about what serves users.</summary>
public class ServiceAlerts : Construct
{
    public ServiceAlerts(Construct scope, string id, ICluster cluster, Receivers receivers)
        : base(scope, id)
    {
        new ServiceTaskPlacementFailureRule(this, "PlacementFailure", new ServiceTaskPlacementFailureRuleProps
        {
            ClusterNames = ["production"],
            ClusterNamePrefixes = ["staging-"],
            ExcludedReasons = [FailureReason.AGENT, FailureReason.Prefix("RESOURCE:PORTS")],
            Targets =
            [
                new SnsPublish(receivers.Chat, new SnsPublishProps
                {
                    Message = EcsEventMessage.Chat(new EcsEventChatOptions
                    {
                        EnvironmentName = "production",
                        Mentions = ["<!here>"],
                    }),
                }),
            ],
        });

        var web = FargateService.FromFargateServiceAttributes(this, "Web", new FargateServiceAttributes
        {
            Cluster = cluster,
            ServiceName = "web",
        });
        new EcsEventRule(this, "WebTrouble", new EcsEventRuleProps
        {
            Pattern = EcsEventPattern.AnyOf(
                EcsEventPattern.ServiceAction(new ServiceActionFilters
                {
                    Clusters = [cluster],
                    ServiceNames = ["web"],
                    EventTypes = [ServiceActionEventType.WARN, ServiceActionEventType.ERROR],
                    ExcludedEventNames = [ServiceActionEvent.SERVICE_TASK_PLACEMENT_FAILURE],
                }),
                EcsEventPattern.ServiceDeploymentStateChange(new ServiceDeploymentStateChangeFilters
                {
                    Services = [web],
                    EventNames = [ServiceDeploymentEvent.SERVICE_DEPLOYMENT_FAILED],
                    Reasons = [DeploymentReason.CIRCUIT_BREAKER],
                })),
            Targets = [new SnsPublish(receivers.People, new SnsPublishProps { Message = EcsEventMessage.Text() })],
        });

        new EcsEventRule(this, "Hooks", new EcsEventRuleProps
        {
            Pattern = EcsEventPattern.HookStateChange(new HookStateChangeFilters
            {
                Clusters = [cluster],
                ExcludedServiceNames = ["canary"],
                EventNames = [HookEvent.HOOK_FAILED, HookEvent.HOOK_TIMED_OUT],
                LifecycleStages = [HookLifecycleStage.POST_TEST_TRAFFIC_SHIFT],
                HookTypes = [HookType.PAUSE],
            }),
            DeadLetterQueueEnabled = false,
            Targets = [new SqsSendMessage(receivers.Tickets)],
        });

        new EcsFailureAlerts(this, "SandboxFailures", new EcsFailureAlertsProps
        {
            ClusterNames = ["sandbox"],
            ExcludedFailures = [EcsFailure.HEALTH_UNKNOWN],
            CriticalTargets = [new SqsSendMessage(receivers.Tickets)],
        });

        // The pattern and the message on a custom rule, for events that another account forwards.
        new Rule(this, "Forwarded", new RuleProps
        {
            EventPattern = EcsEventPattern.ServiceAction(new ServiceActionFilters
            {
                ClusterNames = ["production"],
                Accounts = ["444455556666"],
                Regions = ["eu-central-1"],
                EventNames = [ServiceActionEvent.SERVICE_STEADY_STATE],
            }).ToEventPattern(),
            Targets =
            [
                new SnsTopic(receivers.People, new SnsTopicProps
                {
                    Message = EcsEventMessage.Text(),
                    DeadLetterQueue = SharedDeadLetterQueue.Of(this),
                }),
            ],
        });
    }
}
