package com.example.alerts;

import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.cdkecseventrules.DaemonTaskStartImpairedRule;
import io.github.cdkecseventrules.testing.SampleEvent;
import io.github.cdkecseventrules.testing.SampleOrigin;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import software.amazon.awscdk.App;
import software.amazon.awscdk.Stack;
import software.amazon.awscdk.assertions.Match;
import software.amazon.awscdk.assertions.Template;

class PackageTest {
    @Test
    @DisplayName("targets have dead letters and retries")
    void deadLettersAndRetries() {
        Template.fromStack(AlertsUnderTest.newStack()).hasResourceProperties("AWS::Events::Rule", Map.of(
                "Name", "daemon-rollback-failed",
                "Targets", List.of(
                        Match.objectLike(Map.of("DeadLetterConfig", Map.of("Arn", Map.of(
                                "Fn::GetAtt", List.of(Match.stringLikeRegexp("^ReceiversLostTickets"), "Arn"))))),
                        Match.objectLike(Map.of("RetryPolicy", Map.of(
                                "MaximumRetryAttempts", 2, "MaximumEventAgeInSeconds", 7200))))));
    }

    @Test
    @DisplayName("the samples of AWS are known")
    void samples() {
        final List<SampleEvent> samples = SampleEvent.awsSamples();

        assertTrue(samples.size() > 5);
        assertTrue(samples.stream().allMatch(sample -> sample.getOrigin() == SampleOrigin.AWS));
    }

    @Test
    @DisplayName("bad input is an error that says what is wrong and where")
    void badInput() {
        final Stack empty = new Stack(new App(), "Empty");

        final RuntimeException error = assertThrows(RuntimeException.class,
                () -> DaemonTaskStartImpairedRule.Builder.create(empty, "Daemons").clusters(List.of()).build());
        assertTrue(error.getMessage().contains("Empty/Daemons"));
        assertTrue(error.getMessage().contains("clusters"));
    }
}
