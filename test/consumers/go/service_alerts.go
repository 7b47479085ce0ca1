package main

import (
	"github.com/aws/aws-cdk-go/awscdk/v2/awsecs"
	"github.com/aws/aws-cdk-go/awscdk/v2/awsevents"
	"github.com/aws/aws-cdk-go/awscdk/v2/awseventstargets"
	"github.com/aws/aws-cdk-go/awscdk/v2/interfaces/interfacesawsecs"
	"github.com/aws/constructs-go/constructs/v10"
	"github.com/aws/jsii-runtime-go"
	"github.com/cdk-ecs-event-rules/cdk-ecs-event-rules-go/cdkecseventrules"
)

// NewServiceAlerts alerts about what serves users.
func NewServiceAlerts(scope constructs.Construct, id string, cluster awsecs.ICluster, receivers Receivers) {
	this := constructs.NewConstruct(scope, &id)

	cdkecseventrules.NewServiceTaskPlacementFailureRule(this, jsii.String("PlacementFailure"), &cdkecseventrules.ServiceTaskPlacementFailureRuleProps{
		ClusterNames:        jsii.Strings("production"),
		ClusterNamePrefixes: jsii.Strings("staging-"),
		ExcludedReasons: &[]cdkecseventrules.FailureReason{
			cdkecseventrules.FailureReason_AGENT(),
			cdkecseventrules.FailureReason_Prefix(jsii.String("RESOURCE:PORTS")),
		},
		Targets: &[]awsevents.IRuleTarget{
			cdkecseventrules.NewSnsPublish(receivers.Chat, &cdkecseventrules.SnsPublishProps{
				Message: cdkecseventrules.EcsEventMessage_Chat(&cdkecseventrules.EcsEventChatOptions{
					EnvironmentName: jsii.String("production"),
					Mentions:        jsii.Strings("<!here>"),
				}),
			}),
		},
	})

	web := awsecs.FargateService_FromFargateServiceAttributes(this, jsii.String("Web"), &awsecs.FargateServiceAttributes{
		Cluster:     cluster,
		ServiceName: jsii.String("web"),
	})
	cdkecseventrules.NewEcsEventRule(this, jsii.String("WebTrouble"), &cdkecseventrules.EcsEventRuleProps{
		Pattern: cdkecseventrules.EcsEventPattern_AnyOf(
			cdkecseventrules.EcsEventPattern_ServiceAction(&cdkecseventrules.ServiceActionFilters{
				Clusters:     &[]interfacesawsecs.IClusterRef{cluster},
				ServiceNames: jsii.Strings("web"),
				EventTypes: &[]cdkecseventrules.ServiceActionEventType{
					cdkecseventrules.ServiceActionEventType_WARN(),
					cdkecseventrules.ServiceActionEventType_ERROR(),
				},
				ExcludedEventNames: &[]cdkecseventrules.ServiceActionEvent{
					cdkecseventrules.ServiceActionEvent_SERVICE_TASK_PLACEMENT_FAILURE(),
				},
			}),
			cdkecseventrules.EcsEventPattern_ServiceDeploymentStateChange(&cdkecseventrules.ServiceDeploymentStateChangeFilters{
				Services: &[]interfacesawsecs.IServiceRef{web},
				EventNames: &[]cdkecseventrules.ServiceDeploymentEvent{
					cdkecseventrules.ServiceDeploymentEvent_SERVICE_DEPLOYMENT_FAILED(),
				},
				Reasons: &[]cdkecseventrules.DeploymentReason{
					cdkecseventrules.DeploymentReason_CIRCUIT_BREAKER(),
				},
			}),
		),
		Targets: &[]awsevents.IRuleTarget{
			cdkecseventrules.NewSnsPublish(receivers.People, &cdkecseventrules.SnsPublishProps{
				Message: cdkecseventrules.EcsEventMessage_Text(nil),
			}),
		},
	})

	cdkecseventrules.NewEcsEventRule(this, jsii.String("Hooks"), &cdkecseventrules.EcsEventRuleProps{
		Pattern: cdkecseventrules.EcsEventPattern_HookStateChange(&cdkecseventrules.HookStateChangeFilters{
			Clusters:             &[]interfacesawsecs.IClusterRef{cluster},
			ExcludedServiceNames: jsii.Strings("canary"),
			EventNames: &[]cdkecseventrules.HookEvent{
				cdkecseventrules.HookEvent_HOOK_FAILED(),
				cdkecseventrules.HookEvent_HOOK_TIMED_OUT(),
			},
			LifecycleStages: &[]cdkecseventrules.HookLifecycleStage{
				cdkecseventrules.HookLifecycleStage_POST_TEST_TRAFFIC_SHIFT(),
			},
			HookTypes: &[]cdkecseventrules.HookType{cdkecseventrules.HookType_PAUSE()},
		}),
		DeadLetterQueueEnabled: jsii.Bool(false),
		Targets:                &[]awsevents.IRuleTarget{cdkecseventrules.NewSqsSendMessage(receivers.Tickets, nil)},
	})

	cdkecseventrules.NewEcsFailureAlerts(this, jsii.String("SandboxFailures"), &cdkecseventrules.EcsFailureAlertsProps{
		ClusterNames:     jsii.Strings("sandbox"),
		ExcludedFailures: &[]cdkecseventrules.EcsFailure{cdkecseventrules.EcsFailure_HEALTH_UNKNOWN()},
		CriticalTargets:  &[]awsevents.IRuleTarget{cdkecseventrules.NewSqsSendMessage(receivers.Tickets, nil)},
	})

	// The pattern and the message on a custom rule, for events that another account forwards.
	awsevents.NewRule(this, jsii.String("Forwarded"), &awsevents.RuleProps{
		EventPattern: cdkecseventrules.EcsEventPattern_ServiceAction(&cdkecseventrules.ServiceActionFilters{
			ClusterNames: jsii.Strings("production"),
			Accounts:     jsii.Strings("444455556666"),
			Regions:      jsii.Strings("eu-central-1"),
			EventNames: &[]cdkecseventrules.ServiceActionEvent{
				cdkecseventrules.ServiceActionEvent_SERVICE_STEADY_STATE(),
			},
		}).ToEventPattern(),
		Targets: &[]awsevents.IRuleTarget{
			awseventstargets.NewSnsTopic(receivers.People, &awseventstargets.SnsTopicProps{
				Message:         cdkecseventrules.EcsEventMessage_Text(nil),
				DeadLetterQueue: cdkecseventrules.SharedDeadLetterQueue_Of(this),
			}),
		},
	})
}
