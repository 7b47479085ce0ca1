using Amazon.CDK;
using Amazon.CDK.Assertions;
using CdkEcsEventRules;
using CdkEcsEventRules.Testing;
using Xunit;

namespace EcsAlerts.Tests;

public class PackageTests
{
    [Fact]
    public void Targets_have_dead_letter_queues_and_retry_policies()
    {
        Template.FromStack(AlertsUnderTest.NewStack()).HasResourceProperties("AWS::Events::Rule", new Dictionary<string, object>
        {
            ["Name"] = "daemon-rollback-failed",
            ["Targets"] = new[]
            {
                Match.ObjectLike(new Dictionary<string, object>
                {
                    ["DeadLetterConfig"] = new Dictionary<string, object>
                    {
                        ["Arn"] = new Dictionary<string, object>
                        {
                            ["Fn::GetAtt"] = new object[] { Match.StringLikeRegexp("^ReceiversLostTickets"), "Arn" },
                        },
                    },
                }),
                Match.ObjectLike(new Dictionary<string, object>
                {
                    ["RetryPolicy"] = new Dictionary<string, object>
                    {
                        ["MaximumRetryAttempts"] = 2,
                        ["MaximumEventAgeInSeconds"] = 7200,
                    },
                }),
            },
        });
    }

    [Fact]
    public void The_package_has_the_samples_of_AWS()
    {
        var samples = SampleEvent.AwsSamples();

        Assert.True(samples.Length > 5);
        Assert.All(samples, sample => Assert.Equal(SampleOrigin.AWS, sample.Origin));
    }

    [Fact]
    public void An_error_names_the_construct_and_the_prop()
    {
        var empty = new Stack(new App(), "Empty");

        var error = Assert.ThrowsAny<Exception>(() => new DaemonTaskStartImpairedRule(empty, "Daemons", new DaemonTaskStartImpairedRuleProps
        {
            Clusters = [],
        }));
        Assert.Contains("Empty/Daemons", error.Message);
        Assert.Contains("clusters", error.Message);
    }
}
