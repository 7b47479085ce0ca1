using Amazon.CDK.AWS.Lambda;
using Amazon.CDK.AWS.SNS;
using Amazon.CDK.AWS.SNS.Subscriptions;
using Amazon.CDK.AWS.SQS;
using Constructs;

namespace EcsAlerts;

/// <summary>The recipients of the alerts.</summary>
public class Receivers : Construct
{
    public Topic People { get; }

    public Topic Chat { get; }

    public Queue Tickets { get; }

    public Queue LostTickets { get; }

    public Function OnCall { get; }

    public Receivers(Construct scope, string id)
        : base(scope, id)
    {
        People = new Topic(this, "People");
        People.AddSubscription(new EmailSubscription("on-call@example.com"));
        Chat = new Topic(this, "Chat");
        Tickets = new Queue(this, "Tickets", new QueueProps { EnforceSSL = true });
        LostTickets = new Queue(this, "LostTickets", new QueueProps { EnforceSSL = true });
        OnCall = new Function(this, "OnCall", new FunctionProps
        {
            Runtime = Runtime.NODEJS_22_X,
            Handler = "index.handler",
            Code = Code.FromInline("exports.handler = async (alert) => console.log(alert.summary);"),
        });
    }
}
