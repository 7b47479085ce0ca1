package com.example.alerts;

import software.amazon.awscdk.App;
import software.amazon.awscdk.Environment;
import software.amazon.awscdk.StackProps;

public final class EcsAlertsApp {
    public static void main(final String[] args) {
        final App app = new App();
        new EcsAlertsStack(app, "EcsAlerts", StackProps.builder()
                .env(Environment.builder().account("111122223333").region("eu-west-1").build())
                .build());
        app.synth();
    }

    private EcsAlertsApp() {
    }
}
