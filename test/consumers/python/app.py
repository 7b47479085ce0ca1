from aws_cdk import App, Environment

from ecs_alerts.ecs_alerts_stack import EcsAlertsStack

app = App()
EcsAlertsStack(app, "EcsAlerts", env=Environment(account="111122223333", region="eu-west-1"))
app.synth()
