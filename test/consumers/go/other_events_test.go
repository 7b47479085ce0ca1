package main

import (
	"testing"

	"github.com/aws/jsii-runtime-go"
	"github.com/cdk-ecs-event-rules/cdk-ecs-event-rules-go/cdkecseventrules"
	"github.com/cdk-ecs-event-rules/cdk-ecs-event-rules-go/cdkecseventrules/ecseventtesting"
)

func TestOtherEvents(t *testing.T) {
	bus := ecseventtesting.EventBusSimulator_FromStack(newStack().Stack, nil)
	production, web := jsii.String("production"), jsii.String("web")

	for _, event := range []struct {
		title    string
		sample   ecseventtesting.SampleEvent
		notified []string
	}{
		{
			"a warning of the web service goes to people",
			ecseventtesting.SampleEvent_ServiceAction(&ecseventtesting.ServiceActionSampleOptions{
				ClusterName: production, ServiceName: web, EventName: cdkecseventrules.ServiceActionEvent_SERVICE_TASK_START_IMPAIRED(),
			}),
			[]string{"People"},
		},
		{
			"an info of the web service notifies no one",
			ecseventtesting.SampleEvent_ServiceAction(&ecseventtesting.ServiceActionSampleOptions{
				ClusterName: production, ServiceName: web, EventName: cdkecseventrules.ServiceActionEvent_SERVICE_STEADY_STATE(),
			}),
			nil,
		},
		{
			"a hook that failed goes to the queue",
			ecseventtesting.SampleEvent_HookStateChange(&ecseventtesting.HookStateChangeSampleOptions{
				ClusterName: production, ServiceName: web, EventName: cdkecseventrules.HookEvent_HOOK_FAILED(),
			}),
			[]string{"Tickets"},
		},
		{
			"a hook of the canary service notifies no one",
			ecseventtesting.SampleEvent_HookStateChange(&ecseventtesting.HookStateChangeSampleOptions{
				ClusterName: production, ServiceName: jsii.String("canary"), EventName: cdkecseventrules.HookEvent_HOOK_FAILED(),
			}),
			nil,
		},
		{
			"an instance whose agent does not answer goes to the queue",
			ecseventtesting.SampleEvent_ContainerInstanceHealthChange(&ecseventtesting.ContainerInstanceHealthChangeSampleOptions{
				ClusterName: production, HealthCheckType: jsii.String("AGENT_CONNECTIVITY"),
			}),
			[]string{"Tickets"},
		},
		{
			"an instance that lost its connection goes to the queue",
			ecseventtesting.SampleEvent_ContainerInstanceStateChange(&ecseventtesting.ContainerInstanceStateChangeSampleOptions{
				ClusterName: production, AgentConnected: jsii.Bool(false),
			}),
			[]string{"Tickets"},
		},
		{
			"a task that was killed goes to the queue",
			ecseventtesting.SampleEvent_TaskStateChange(&ecseventtesting.TaskStateChangeSampleOptions{
				ClusterName: production, TaskDefinitionFamily: jsii.String("batch"), ExitCode: jsii.Number(137),
			}),
			[]string{"Tickets"},
		},
		{
			"a task that did its work notifies no one",
			ecseventtesting.SampleEvent_TaskStateChange(&ecseventtesting.TaskStateChangeSampleOptions{
				ClusterName: production, TaskDefinitionFamily: jsii.String("batch"), ExitCode: jsii.Number(0),
			}),
			nil,
		},
		{
			"a daemon whose task does not start goes to the function",
			ecseventtesting.SampleEvent_DaemonServiceAction(&ecseventtesting.DaemonServiceActionSampleOptions{
				ClusterName: production, DaemonName: jsii.String("log-agent"), FailureType: jsii.String("TASK_FAILED_TO_RUN"),
			}),
			[]string{"OnCall"},
		},
		{
			"an event that another account forwards goes to people",
			ecseventtesting.SampleEvent_ServiceAction(&ecseventtesting.ServiceActionSampleOptions{
				ClusterName: production, Account: jsii.String("444455556666"), Region: jsii.String("eu-central-1"),
			}),
			[]string{"People"},
		},
	} {
		t.Run(event.title, func(t *testing.T) {
			expectNotified(t, bus.Send(event.sample), event.notified...)
		})
	}
}
