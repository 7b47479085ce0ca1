import { Stack, type StackProps } from 'aws-cdk-lib';
import * as ecs from 'aws-cdk-lib/aws-ecs';
import type { Construct } from 'constructs';
import { CapacityAlerts } from './capacity-alerts';
import { DaemonAlerts } from './daemon-alerts';
import { Receivers } from './receivers';
import { ServiceAlerts } from './service-alerts';

/** Alerts about everything that runs in production. */
export class EcsAlertsStack extends Stack {
  public readonly receivers: Receivers;

  constructor(scope: Construct, id: string, props?: StackProps) {
    super(scope, id, props);

    const cluster = ecs.Cluster.fromClusterArn(this, 'Cluster', 'arn:aws:ecs:eu-west-1:111122223333:cluster/production');
    this.receivers = new Receivers(this, 'Receivers');
    new DaemonAlerts(this, 'Daemons', cluster, this.receivers);
    new ServiceAlerts(this, 'Services', cluster, this.receivers);
    new CapacityAlerts(this, 'Capacity', cluster, this.receivers);
  }
}
