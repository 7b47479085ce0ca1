import type { StackProps } from 'aws-cdk-lib';
import { Stack } from 'aws-cdk-lib';
import * as ec2 from 'aws-cdk-lib/aws-ec2';
import * as ecs from 'aws-cdk-lib/aws-ecs';
import * as sns from 'aws-cdk-lib/aws-sns';
import { EmailSubscription } from 'aws-cdk-lib/aws-sns-subscriptions';
import type { Construct } from 'constructs';
import {
  DaemonDeploymentRollbackFailedRule, DaemonTaskFailureType, DaemonTaskStartImpairedRule, EcsEventMessage, FailureReason, SnsPublish,
} from 'cdk-ecs-event-rules';

/** Notifies each team about its daemons on every cluster, and the platform team about instances without capacity for a daemon. */
export class ClustersAndDaemonsStack extends Stack {
  constructor(scope: Construct, id: string, props?: StackProps) {
    super(scope, id, props);

    const vpc = new ec2.Vpc(this, 'Vpc', { natGateways: 0 });
    const clusters = ['Orders', 'Payments'].map((name) => new ecs.Cluster(this, name, { vpc }));

    for (const [team, daemonNames] of Object.entries({ observability: ['log-agent', 'metrics-agent'], security: ['intrusion-detection'] })) {
      new DaemonDeploymentRollbackFailedRule(this, `RollbackFailed-${team}`, {
        clusters,
        daemonNames,
        targets: [new SnsPublish(this.emailTopic(team), { message: EcsEventMessage.text({ titlePrefix: `${team}:` }) })],
      });
    }
    new DaemonTaskStartImpairedRule(this, 'NoRoom', {
      clusters,
      // Clusters outside of this app, by the prefix of their names.
      clusterNamePrefixes: ['batch-'],
      failureTypes: [DaemonTaskFailureType.TASK_CREATION_FAILED],
      reasons: [FailureReason.RESOURCE_CPU, FailureReason.RESOURCE_MEMORY],
      targets: [new SnsPublish(this.emailTopic('platform'), { message: EcsEventMessage.text() })],
    });
  }

  private emailTopic(team: string): sns.Topic {
    const topic = new sns.Topic(this, team);
    topic.addSubscription(new EmailSubscription(`${team}@example.com`));
    return topic;
  }
}
