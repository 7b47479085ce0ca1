from aws_cdk import Stack, aws_ecs as ecs
from constructs import Construct

from ecs_alerts.capacity_alerts import CapacityAlerts
from ecs_alerts.daemon_alerts import DaemonAlerts
from ecs_alerts.receivers import Receivers
from ecs_alerts.service_alerts import ServiceAlerts


class EcsAlertsStack(Stack):
    """Alerts about everything that runs in production."""

    def __init__(self, scope: Construct, construct_id: str, **kwargs) -> None:
        super().__init__(scope, construct_id, **kwargs)

        cluster = ecs.Cluster.from_cluster_arn(
            self, "Cluster", "arn:aws:ecs:eu-west-1:111122223333:cluster/production"
        )
        self.receivers = Receivers(self, "Receivers")
        DaemonAlerts(self, "Daemons", cluster, self.receivers)
        ServiceAlerts(self, "Services", cluster, self.receivers)
        CapacityAlerts(self, "Capacity", cluster, self.receivers)
