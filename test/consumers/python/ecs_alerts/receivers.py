from aws_cdk import aws_lambda as lambda_, aws_sns as sns, aws_sns_subscriptions as subscriptions, aws_sqs as sqs
from constructs import Construct


class Receivers(Construct):
    """The receivers."""

    def __init__(self, scope: Construct, construct_id: str) -> None:
        super().__init__(scope, construct_id)

        self.people = sns.Topic(self, "People")
        self.people.add_subscription(subscriptions.EmailSubscription("on-call@example.com"))
        self.chat = sns.Topic(self, "Chat")
        self.tickets = sqs.Queue(self, "Tickets", enforce_ssl=True)
        self.lost_tickets = sqs.Queue(self, "LostTickets", enforce_ssl=True)
        self.on_call = lambda_.Function(
            self,
            "OnCall",
            runtime=lambda_.Runtime.NODEJS_22_X,
            handler="index.handler",
            code=lambda_.Code.from_inline("exports.handler = async (alert) => console.log(alert.summary);"),
        )
