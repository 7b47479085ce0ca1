package main

import (
	"github.com/aws/aws-cdk-go/awscdk/v2/awslambda"
	"github.com/aws/aws-cdk-go/awscdk/v2/awssns"
	"github.com/aws/aws-cdk-go/awscdk/v2/awssnssubscriptions"
	"github.com/aws/aws-cdk-go/awscdk/v2/awssqs"
	"github.com/aws/constructs-go/constructs/v10"
	"github.com/aws/jsii-runtime-go"
)

// Receivers are notified.
type Receivers struct {
	People      awssns.Topic
	Chat        awssns.Topic
	Tickets     awssqs.Queue
	LostTickets awssqs.Queue
	OnCall      awslambda.Function
}

// NewReceivers makes them.
func NewReceivers(scope constructs.Construct, id string) Receivers {
	this := constructs.NewConstruct(scope, &id)

	people := awssns.NewTopic(this, jsii.String("People"), nil)
	people.AddSubscription(awssnssubscriptions.NewEmailSubscription(jsii.String("on-call@example.com"), nil))
	return Receivers{
		People:      people,
		Chat:        awssns.NewTopic(this, jsii.String("Chat"), nil),
		Tickets:     awssqs.NewQueue(this, jsii.String("Tickets"), &awssqs.QueueProps{EnforceSSL: jsii.Bool(true)}),
		LostTickets: awssqs.NewQueue(this, jsii.String("LostTickets"), &awssqs.QueueProps{EnforceSSL: jsii.Bool(true)}),
		OnCall: awslambda.NewFunction(this, jsii.String("OnCall"), &awslambda.FunctionProps{
			Runtime: awslambda.Runtime_NODEJS_22_X(),
			Handler: jsii.String("index.handler"),
			Code:    awslambda.Code_FromInline(jsii.String("exports.handler = async (alert) => console.log(alert.summary);")),
		}),
	}
}
