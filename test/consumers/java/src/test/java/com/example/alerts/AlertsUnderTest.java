package com.example.alerts;

import software.amazon.awscdk.App;
import software.amazon.awscdk.Environment;
import software.amazon.awscdk.StackProps;

/** The stack as it is deployed, each time in a separate app. */
final class AlertsUnderTest {
    static EcsAlertsStack newStack() {
        return new EcsAlertsStack(new App(), "EcsAlerts", StackProps.builder()
                .env(Environment.builder().account("111122223333").region("eu-west-1").build())
                .build());
    }

    private AlertsUnderTest() {
    }
}
