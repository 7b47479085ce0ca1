package com.example.alerts;

import software.amazon.awscdk.services.lambda.Code;
import software.amazon.awscdk.services.lambda.Function;
import software.amazon.awscdk.services.lambda.Runtime;
import software.amazon.awscdk.services.sns.Topic;
import software.amazon.awscdk.services.sns.subscriptions.EmailSubscription;
import software.amazon.awscdk.services.sqs.Queue;
import software.constructs.Construct;

/** The receivers. */
public class Receivers extends Construct {
    public final Topic people;
    public final Topic chat;
    public final Queue tickets;
    public final Queue lostTickets;
    public final Function onCall;

    public Receivers(final Construct scope, final String id) {
        super(scope, id);

        this.people = new Topic(this, "People");
        this.people.addSubscription(new EmailSubscription("on-call@example.com"));
        this.chat = new Topic(this, "Chat");
        this.tickets = Queue.Builder.create(this, "Tickets").enforceSsl(true).build();
        this.lostTickets = Queue.Builder.create(this, "LostTickets").enforceSsl(true).build();
        this.onCall = Function.Builder.create(this, "OnCall")
                .runtime(Runtime.NODEJS_22_X)
                .handler("index.handler")
                .code(Code.fromInline("exports.handler = async (alert) => console.log(alert.summary);"))
                .build();
    }
}
