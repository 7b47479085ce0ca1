package main

import (
	"os"
	"slices"
	"testing"

	"github.com/aws/aws-cdk-go/awscdk/v2"
	"github.com/aws/jsii-runtime-go"
	"github.com/cdk-ecs-event-rules/cdk-ecs-event-rules-go/cdkecseventrules/ecseventtesting"
)

func TestMain(m *testing.M) {
	code := m.Run()
	jsii.Close()
	os.Exit(code)
}

// newStack is the stack as it is deployed, each time in a separate app.
func newStack() EcsAlertsStack {
	return NewEcsAlertsStack(awscdk.NewApp(nil), "EcsAlerts", &awscdk.StackProps{
		Env: &awscdk.Environment{Account: jsii.String("111122223333"), Region: jsii.String("eu-west-1")},
	})
}

// expectNotified fails unless the receivers of these names were notified, and no one else.
func expectNotified(t *testing.T, outcome ecseventtesting.SimulationOutcome, names ...string) {
	t.Helper()
	var notified, expected []string
	for _, delivery := range *outcome.Delivered() {
		notified = append(notified, *delivery.TargetPath)
	}
	for _, name := range names {
		expected = append(expected, "EcsAlerts/Receivers/"+name)
	}
	if !slices.Equal(notified, expected) {
		t.Fatalf("notified %v instead of %v:\n%s", notified, expected, *outcome.Explain())
	}
}
