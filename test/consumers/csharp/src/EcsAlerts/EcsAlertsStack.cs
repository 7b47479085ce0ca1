using Amazon.CDK;
using Amazon.CDK.AWS.ECS;
using Constructs;

namespace EcsAlerts;

/// <summary>Alerts about everything that runs in production.</summary>
public class EcsAlertsStack : Stack
{
    public Receivers Receivers { get; }

    public EcsAlertsStack(Construct scope, string id, IStackProps? props = null)
        : base(scope, id, props)
    {
        var cluster = Cluster.FromClusterArn(this, "Cluster", "arn:aws:ecs:eu-west-1:111122223333:cluster/production");
        Receivers = new Receivers(this, "Receivers");
        new DaemonAlerts(this, "Daemons", cluster, Receivers);
        new ServiceAlerts(this, "Services", cluster, Receivers);
        new CapacityAlerts(this, "Capacity", cluster, Receivers);
    }
}
