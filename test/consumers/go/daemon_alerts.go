package main

import (
	"github.com/aws/aws-cdk-go/awscdk/v2"
	"github.com/aws/aws-cdk-go/awscdk/v2/awscloudwatch"
	"github.com/aws/aws-cdk-go/awscdk/v2/awscloudwatchactions"
	"github.com/aws/aws-cdk-go/awscdk/v2/awsecs"
	"github.com/aws/aws-cdk-go/awscdk/v2/awsevents"
	"github.com/aws/aws-cdk-go/awscdk/v2/interfaces/interfacesawsecs"
	"github.com/aws/constructs-go/constructs/v10"
	"github.com/aws/jsii-runtime-go"
	"github.com/cdk-ecs-event-rules/cdk-ecs-event-rules-go/cdkecseventrules"
)

// NewDaemonAlerts alerts about what runs on every instance.
func NewDaemonAlerts(scope constructs.Construct, id string, cluster awsecs.ICluster, receivers Receivers) {
	this := constructs.NewConstruct(scope, &id)

	cdkecseventrules.NewDaemonTaskStartImpairedRule(this, jsii.String("StartImpaired"), &cdkecseventrules.DaemonTaskStartImpairedRuleProps{
		Clusters:              &[]interfacesawsecs.IClusterRef{cluster},
		CapacityProviderNames: jsii.Strings("instances"),
		FailureTypes: &[]cdkecseventrules.DaemonTaskFailureType{
			cdkecseventrules.DaemonTaskFailureType_TASK_CREATION_FAILED(),
		},
		Reasons: &[]cdkecseventrules.FailureReason{
			cdkecseventrules.FailureReason_RESOURCE_CPU(),
			cdkecseventrules.FailureReason_RESOURCE_MEMORY(),
		},
		Targets: &[]awsevents.IRuleTarget{
			cdkecseventrules.NewSnsPublish(receivers.People, &cdkecseventrules.SnsPublishProps{
				Message: cdkecseventrules.EcsEventMessage_Text(&cdkecseventrules.EcsEventTextOptions{
					TitlePrefix: jsii.String("Platform"),
					Runbook:     jsii.String("https://example.com/runbooks/daemons"),
				}),
			}),
		},
	})

	rollback := cdkecseventrules.NewDaemonDeploymentRollbackFailedRule(this, jsii.String("RollbackFailed"), &cdkecseventrules.DaemonDeploymentRollbackFailedRuleProps{
		Clusters:    &[]interfacesawsecs.IClusterRef{cluster},
		DaemonNames: jsii.Strings("log-agent"),
		RuleName:    jsii.String("daemon-rollback-failed"),
		Description: jsii.String("The old version of a daemon does not come back"),
		Targets: &[]awsevents.IRuleTarget{
			cdkecseventrules.NewSqsSendMessage(receivers.Tickets, &cdkecseventrules.SqsSendMessageProps{
				DeadLetterQueue: receivers.LostTickets,
			}),
			cdkecseventrules.NewLambdaInvoke(receivers.OnCall, &cdkecseventrules.LambdaInvokeProps{
				Message:       cdkecseventrules.EcsEventMessage_Json(nil),
				RetryAttempts: jsii.Number(2),
				MaxEventAge:   awscdk.Duration_Hours(jsii.Number(2)),
			}),
		},
	})
	rollback.AddUndeliveredAlarms(jsii.String("Undelivered"), &cdkecseventrules.UndeliveredAlarmOptions{
		Actions: &[]awscloudwatch.IAlarmAction{awscloudwatchactions.NewSnsAction(receivers.Chat)},
	})

	logAgent := awsecs.NewCfnDaemon(this, jsii.String("LogAgent"), &awsecs.CfnDaemonProps{
		ClusterArn:              cluster.ClusterArn(),
		DaemonName:              jsii.String("log-agent"),
		DaemonTaskDefinitionArn: jsii.String("arn:aws:ecs:eu-west-1:111122223333:daemon-task-definition/log-agent:1"),
		CapacityProviderArns:    jsii.Strings("arn:aws:ecs:eu-west-1:111122223333:capacity-provider/instances"),
	})
	logAgentTrouble := cdkecseventrules.NewEcsEventRule(this, jsii.String("LogAgentTrouble"), &cdkecseventrules.EcsEventRuleProps{
		Pattern: cdkecseventrules.EcsEventPattern_AnyOf(
			cdkecseventrules.EcsEventPattern_DaemonServiceAction(&cdkecseventrules.DaemonServiceActionFilters{
				Daemons: &[]interfacesawsecs.IDaemonRef{logAgent},
				EventNames: &[]cdkecseventrules.DaemonServiceEvent{
					cdkecseventrules.DaemonServiceEvent_DAEMON_TASK_START_IMPAIRED(),
				},
				FailureTypes: &[]cdkecseventrules.DaemonTaskFailureType{
					cdkecseventrules.DaemonTaskFailureType_TASK_FAILED_TO_RUN(),
				},
			}),
			cdkecseventrules.EcsEventPattern_DaemonDeploymentStateChange(&cdkecseventrules.DaemonDeploymentStateChangeFilters{
				Daemons: &[]interfacesawsecs.IDaemonRef{logAgent},
				ExcludedEventNames: &[]cdkecseventrules.DaemonDeploymentEvent{
					cdkecseventrules.DaemonDeploymentEvent_DAEMON_DEPLOYMENT_PENDING(),
					cdkecseventrules.DaemonDeploymentEvent_Of(jsii.String("DAEMON_DEPLOYMENT_PAUSED")),
				},
			}),
		),
	})
	logAgentTrouble.AddTarget(cdkecseventrules.NewLambdaInvoke(receivers.OnCall, &cdkecseventrules.LambdaInvokeProps{
		Message: cdkecseventrules.EcsEventMessage_Json(nil),
	}))
}
