import type { StackProps } from 'aws-cdk-lib';
import { Stack } from 'aws-cdk-lib';
import * as ec2 from 'aws-cdk-lib/aws-ec2';
import * as ecs from 'aws-cdk-lib/aws-ecs';
import * as sns from 'aws-cdk-lib/aws-sns';
import { EmailSubscription } from 'aws-cdk-lib/aws-sns-subscriptions';
import type { Construct } from 'constructs';
import {
  EcsEventMessage, EcsEventPattern, EcsEventRule, ExitCode, ServiceActionEventType, ServiceDeploymentEvent, SnsPublish, TaskLastStatus, TaskStopCode,
} from 'cdk-ecs-event-rules';

/** A service, and an email for everything that goes wrong with it. */
export class OneServiceStack extends Stack {
  constructor(scope: Construct, id: string, props?: StackProps) {
    super(scope, id, props);

    const cluster = new ecs.Cluster(this, 'Cluster', { vpc: new ec2.Vpc(this, 'Vpc', { natGateways: 0 }) });
    const taskDefinition = new ecs.FargateTaskDefinition(this, 'Task');
    taskDefinition.addContainer('web', { image: ecs.ContainerImage.fromRegistry('public.ecr.aws/nginx/nginx:stable') });
    new ecs.FargateService(this, 'Web', {
      cluster,
      taskDefinition,
      serviceName: 'web',
      assignPublicIp: true,
      minHealthyPercent: 100,
      // Without a circuit breaker or deployment alarms, Amazon ECS sends no event when a deployment fails.
      circuitBreaker: { rollback: true },
    });
    const people = new sns.Topic(this, 'People');
    people.addSubscription(new EmailSubscription('on-call@example.com'));

    // By name, so that the rule does not depend on the service and matches the events of its first deployment.
    const service = { clusters: [cluster], serviceNames: ['web'] };
    new EcsEventRule(this, 'WebTrouble', {
      pattern: EcsEventPattern.anyOf(
        EcsEventPattern.serviceAction({ ...service, eventTypes: [ServiceActionEventType.WARN, ServiceActionEventType.ERROR] }),
        EcsEventPattern.serviceDeploymentStateChange({ ...service, eventNames: [ServiceDeploymentEvent.SERVICE_DEPLOYMENT_FAILED] }),
        // Not the tasks that a deployment or a scale-in stops, which exit with 137 or 143.
        EcsEventPattern.taskStateChange({
          ...service, lastStatuses: [TaskLastStatus.STOPPED], stopCodes: [TaskStopCode.ESSENTIAL_CONTAINER_EXITED], exitCodes: [ExitCode.nonZero()],
        }),
      ),
      targets: [new SnsPublish(people, { message: EcsEventMessage.text() })],
    });
  }
}
