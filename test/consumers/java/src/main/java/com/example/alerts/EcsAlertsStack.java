package com.example.alerts;

import software.amazon.awscdk.Stack;
import software.amazon.awscdk.StackProps;
import software.amazon.awscdk.services.ecs.Cluster;
import software.amazon.awscdk.services.ecs.ICluster;
import software.constructs.Construct;

/** Alerts about everything that runs in production. */
public class EcsAlertsStack extends Stack {
    public final Receivers receivers;

    public EcsAlertsStack(final Construct scope, final String id, final StackProps props) {
        super(scope, id, props);

        final ICluster cluster = Cluster.fromClusterArn(this, "Cluster",
                "arn:aws:ecs:eu-west-1:111122223333:cluster/production");
        this.receivers = new Receivers(this, "Receivers");
        new DaemonAlerts(this, "Daemons", cluster, this.receivers);
        new ServiceAlerts(this, "Services", cluster, this.receivers);
        new CapacityAlerts(this, "Capacity", cluster, this.receivers);
    }
}
