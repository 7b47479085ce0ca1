package main

import (
	"fmt"
	"strings"
	"testing"

	"github.com/aws/aws-cdk-go/awscdk/v2"
	"github.com/aws/aws-cdk-go/awscdk/v2/assertions"
	"github.com/aws/aws-cdk-go/awscdk/v2/interfaces/interfacesawsecs"
	"github.com/aws/jsii-runtime-go"
	"github.com/cdk-ecs-event-rules/cdk-ecs-event-rules-go/cdkecseventrules"
	"github.com/cdk-ecs-event-rules/cdk-ecs-event-rules-go/cdkecseventrules/ecseventtesting"
)

func TestTargetsHaveDeadLettersAndRetries(t *testing.T) {
	lostTickets := assertions.Match_StringLikeRegexp(jsii.String("^ReceiversLostTickets"))
	assertions.Template_FromStack(newStack().Stack, nil).HasResourceProperties(jsii.String("AWS::Events::Rule"), map[string]any{
		"Name": "daemon-rollback-failed",
		"Targets": []any{
			assertions.Match_ObjectLike(&map[string]any{
				"DeadLetterConfig": map[string]any{"Arn": map[string]any{"Fn::GetAtt": []any{lostTickets, "Arn"}}},
			}),
			assertions.Match_ObjectLike(&map[string]any{
				"RetryPolicy": map[string]any{"MaximumRetryAttempts": 2, "MaximumEventAgeInSeconds": 7200},
			}),
		},
	})
}

func TestTheSamplesOfAwsAreKnown(t *testing.T) {
	samples := *ecseventtesting.SampleEvent_AwsSamples()

	if len(samples) <= 5 {
		t.Errorf("found %d samples", len(samples))
	}
	for _, sample := range samples {
		if sample.Origin() != ecseventtesting.SampleOrigin_AWS {
			t.Errorf("%s is from %s", *sample.Title(), sample.Origin())
		}
	}
}

func TestBadInputIsAnErrorThatSaysWhatIsWrongAndWhere(t *testing.T) {
	defer func() {
		problem := fmt.Sprint(recover())
		if !strings.Contains(problem, "Empty/Daemons") || !strings.Contains(problem, "clusters") {
			t.Errorf("found %s", problem)
		}
	}()
	empty := awscdk.NewStack(awscdk.NewApp(nil), jsii.String("Empty"), nil)
	cdkecseventrules.NewDaemonTaskStartImpairedRule(empty, jsii.String("Daemons"), &cdkecseventrules.DaemonTaskStartImpairedRuleProps{
		Clusters: &[]interfacesawsecs.IClusterRef{},
	})
}
