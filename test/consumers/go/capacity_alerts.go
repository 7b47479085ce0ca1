package main

import (
	"github.com/aws/aws-cdk-go/awscdk/v2/awsecs"
	"github.com/aws/aws-cdk-go/awscdk/v2/awsevents"
	"github.com/aws/aws-cdk-go/awscdk/v2/interfaces/interfacesawsecs"
	"github.com/aws/constructs-go/constructs/v10"
	"github.com/aws/jsii-runtime-go"
	"github.com/cdk-ecs-event-rules/cdk-ecs-event-rules-go/cdkecseventrules"
)

// NewCapacityAlerts alerts about what everything runs on, and about the batch tasks that come and go.
func NewCapacityAlerts(scope constructs.Construct, id string, cluster awsecs.ICluster, receivers Receivers) {
	this := constructs.NewConstruct(scope, &id)

	cdkecseventrules.NewEcsEventRule(this, jsii.String("Instances"), &cdkecseventrules.EcsEventRuleProps{
		Pattern: cdkecseventrules.EcsEventPattern_AnyOf(
			cdkecseventrules.EcsEventPattern_ContainerInstanceHealthChange(&cdkecseventrules.ContainerInstanceHealthChangeFilters{
				Clusters: &[]interfacesawsecs.IClusterRef{cluster},
				OverallStatuses: &[]cdkecseventrules.ContainerInstanceHealthStatus{
					cdkecseventrules.ContainerInstanceHealthStatus_IMPAIRED(),
				},
				HealthChecks: &[]cdkecseventrules.ContainerInstanceHealthCheck{
					cdkecseventrules.ContainerInstanceHealthCheck_Impaired(cdkecseventrules.ContainerInstanceHealthCheckType_AGENT_CONNECTIVITY()),
					cdkecseventrules.ContainerInstanceHealthCheck_Of(
						cdkecseventrules.ContainerInstanceHealthCheckType_DAEMON(),
						cdkecseventrules.ContainerInstanceHealthStatus_INSUFFICIENT_DATA(),
					),
				},
			}),
			cdkecseventrules.EcsEventPattern_ContainerInstanceStateChange(&cdkecseventrules.ContainerInstanceStateChangeFilters{
				Clusters:       &[]interfacesawsecs.IClusterRef{cluster},
				Statuses:       &[]cdkecseventrules.ContainerInstanceStatus{cdkecseventrules.ContainerInstanceStatus_ACTIVE()},
				AgentConnected: jsii.Bool(false),
			}),
		),
		Targets: &[]awsevents.IRuleTarget{
			cdkecseventrules.NewSqsSendMessage(receivers.Tickets, &cdkecseventrules.SqsSendMessageProps{
				Message: cdkecseventrules.EcsEventMessage_Json(&cdkecseventrules.EcsEventJsonOptions{
					AdditionalFields: &map[string]*string{"team": jsii.String("platform")},
				}),
			}),
		},
	})

	cdkecseventrules.NewEcsEventRule(this, jsii.String("Tasks"), &cdkecseventrules.EcsEventRuleProps{
		Pattern: cdkecseventrules.EcsEventPattern_TaskStateChange(&cdkecseventrules.TaskStateChangeFilters{
			Clusters:               &[]interfacesawsecs.IClusterRef{cluster},
			TaskDefinitionFamilies: jsii.Strings("batch"),
			LastStatuses:           &[]cdkecseventrules.TaskLastStatus{cdkecseventrules.TaskLastStatus_STOPPED()},
			StopCodes:              &[]cdkecseventrules.TaskStopCode{cdkecseventrules.TaskStopCode_ESSENTIAL_CONTAINER_EXITED()},
			StoppedReasons:         &[]cdkecseventrules.StoppedReason{cdkecseventrules.StoppedReason_Prefix(jsii.String("Essential container"))},
			ExitCodes:              &[]cdkecseventrules.ExitCode{cdkecseventrules.ExitCode_NonZero()},
			LaunchTypes:            &[]cdkecseventrules.TaskLaunchType{cdkecseventrules.TaskLaunchType_FARGATE()},
			AdditionalPattern: &awsevents.EventPattern{
				Detail: &map[string]any{"desiredStatus": []string{"STOPPED"}},
			},
		}),
		Targets: &[]awsevents.IRuleTarget{
			cdkecseventrules.NewSqsSendMessage(receivers.Tickets, &cdkecseventrules.SqsSendMessageProps{
				Message: awsevents.RuleTargetInput_FromObject(map[string]*string{
					"at":   awsevents.EventField_Time(),
					"task": cdkecseventrules.TaskStateChangeField_TaskArn(),
					"why":  cdkecseventrules.TaskStateChangeField_StoppedReason(),
				}),
			}),
		},
	})
}
