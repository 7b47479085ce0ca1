package main

import (
	"encoding/json"
	"strings"
	"testing"

	"github.com/aws/aws-cdk-go/awscdk/v2/awsiam"
	"github.com/aws/jsii-runtime-go"
	"github.com/cdk-ecs-event-rules/cdk-ecs-event-rules-go/cdkecseventrules/ecseventtesting"
)

func daemonWithoutCpu() ecseventtesting.SampleEvent {
	return ecseventtesting.SampleEvent_DaemonTaskStartImpaired(&ecseventtesting.DaemonTaskStartImpairedSampleOptions{
		ClusterName:          jsii.String("production"),
		CapacityProviderName: jsii.String("instances"),
		FailureType:          jsii.String("TASK_CREATION_FAILED"),
		Reason:               jsii.String("RESOURCE:CPU"),
	})
}

func TestThreeAlerts(t *testing.T) {
	bus := ecseventtesting.EventBusSimulator_FromStack(newStack().Stack, nil)

	t.Run("notify people by text of a daemon that finds no CPU", func(t *testing.T) {
		outcome := bus.Send(daemonWithoutCpu())

		expectNotified(t, outcome, "People")
		delivery := (*outcome.Delivered())[0]
		if delivery.Status != ecseventtesting.DeliveryStatus_DELIVERED {
			t.Errorf("found status %s", delivery.Status)
		}
		if !strings.HasPrefix(*delivery.Body, `"Platform WARNING: ECS cannot create a task of a daemon on an instance (cluster production)"`) {
			t.Errorf("found text %s", *delivery.Body)
		}
		if endpoint := *(*delivery.Subscribers)[0].Endpoint; endpoint != "on-call@example.com" {
			t.Errorf("found subscriber %s", endpoint)
		}
	})

	t.Run("notify no one of a daemon of another cluster, and explain why", func(t *testing.T) {
		outcome := bus.Send(ecseventtesting.SampleEvent_DaemonTaskStartImpaired(&ecseventtesting.DaemonTaskStartImpairedSampleOptions{
			ClusterName: jsii.String("test"),
		}))

		expectNotified(t, outcome)
		if explanation := *outcome.Explain(); !strings.Contains(explanation, "EcsAlerts/Daemons/StartImpaired") {
			t.Errorf("found explanation %s", explanation)
		}
	})

	t.Run("notify the queue and the function of a rollback that failed", func(t *testing.T) {
		outcome := bus.Send(ecseventtesting.SampleEvent_DaemonDeploymentRollbackFailed(&ecseventtesting.DaemonDeploymentRollbackFailedSampleOptions{
			ClusterName: jsii.String("production"),
			DaemonName:  jsii.String("log-agent"),
		}))

		bodies := map[string]map[string]any{}
		for _, delivery := range *outcome.Delivered() {
			if *delivery.RuleName == "daemon-rollback-failed" {
				var body map[string]any
				if err := json.Unmarshal([]byte(*delivery.Body), &body); err != nil {
					t.Fatal(err)
				}
				bodies[*delivery.TargetType] = body
			}
		}
		if detail, ok := bodies["SQS"]["detail"].(map[string]any); !ok || detail["eventName"] != "DAEMON_DEPLOYMENT_ROLLBACK_FAILED" {
			t.Errorf("found ticket %v", bodies["SQS"])
		}
		if bodies["Lambda"]["summary"] != "ECS could not roll back daemon log-agent (cluster production)" {
			t.Errorf("found call %v", bodies["Lambda"])
		}
	})

	for _, clusterName := range []string{"production", "staging-2"} {
		t.Run("notify the chat of a task that cannot be placed in "+clusterName, func(t *testing.T) {
			outcome := bus.Send(ecseventtesting.SampleEvent_ServiceTaskPlacementFailure(&ecseventtesting.ServiceTaskPlacementFailureSampleOptions{
				ClusterName: &clusterName,
				Reason:      jsii.String("RESOURCE:FARGATE"),
			}))

			expectNotified(t, outcome, "Chat")
			var notification struct{ Source string }
			if err := json.Unmarshal([]byte(*(*outcome.Delivered())[0].Body), &notification); err != nil || notification.Source != "custom" {
				t.Errorf("found source %q, error %v", notification.Source, err)
			}
		})
	}

	t.Run("keep what a topic refuses in the dead-letter queue that the stack shares", func(t *testing.T) {
		refusing := newStack()
		people := refusing.Receivers.People
		people.AddToResourcePolicy(awsiam.NewPolicyStatement(&awsiam.PolicyStatementProps{
			Effect:     awsiam.Effect_DENY,
			Principals: &[]awsiam.IPrincipal{awsiam.NewAnyPrincipal()},
			Actions:    jsii.Strings("sns:Publish"),
			Resources:  &[]*string{people.TopicArn()},
		}))

		outcome := ecseventtesting.EventBusSimulator_FromStack(refusing.Stack, nil).Send(daemonWithoutCpu())

		expectNotified(t, outcome)
		undelivered := (*outcome.Undelivered())[0]
		if undelivered.Status != ecseventtesting.DeliveryStatus_DEAD_LETTERED {
			t.Errorf("found status %s", undelivered.Status)
		}
		if path := *undelivered.DeadLetter.QueuePath; path != "EcsAlerts/EcsEventDeadLetters" {
			t.Errorf("found queue %s", path)
		}
	})
}
