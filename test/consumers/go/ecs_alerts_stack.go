package main

import (
	"github.com/aws/aws-cdk-go/awscdk/v2"
	"github.com/aws/aws-cdk-go/awscdk/v2/awsecs"
	"github.com/aws/constructs-go/constructs/v10"
	"github.com/aws/jsii-runtime-go"
)

// EcsAlertsStack alerts about everything that runs in production.
type EcsAlertsStack struct {
	Stack     awscdk.Stack
	Receivers Receivers
}

// NewEcsAlertsStack makes the stack.
func NewEcsAlertsStack(scope constructs.Construct, id string, props *awscdk.StackProps) EcsAlertsStack {
	stack := awscdk.NewStack(scope, &id, props)

	cluster := awsecs.Cluster_FromClusterArn(stack, jsii.String("Cluster"), jsii.String("arn:aws:ecs:eu-west-1:111122223333:cluster/production"))
	receivers := NewReceivers(stack, "Receivers")
	NewDaemonAlerts(stack, "Daemons", cluster, receivers)
	NewServiceAlerts(stack, "Services", cluster, receivers)
	NewCapacityAlerts(stack, "Capacity", cluster, receivers)
	return EcsAlertsStack{Stack: stack, Receivers: receivers}
}
