using Amazon.CDK;
using EcsAlerts;

var app = new App();
new EcsAlertsStack(app, "EcsAlerts", new StackProps
{
    Env = new Amazon.CDK.Environment { Account = "111122223333", Region = "eu-west-1" },
});
app.Synth();
