/** The delivery of a message to one subscription of a topic. */
export interface SimulatedSubscriber {
  /** The protocol of the subscription, such as `email`, `sqs` or `lambda`, and `chat` for a configuration of Amazon Q Developer in chat applications. */
  readonly protocol: string;

  /** The endpoint: an email address, a URL or an ARN. */
  readonly endpoint: string;

  /** The construct path of the endpoint if it is part of the app, otherwise the endpoint. */
  readonly endpointPath: string;

  /** The construct path of the subscription, or its logical id if the template does not contain the path. */
  readonly subscriptionPath: string;

  /** Whether the message is delivered as it was published, without the JSON envelope of Amazon SNS. */
  readonly rawMessageDelivery: boolean;

  /** Whether the subscriber is notified: the message passed the filter policy, and the endpoint allows Amazon SNS to send it. */
  readonly received: boolean;

  /**
   * The reason why the subscriber is not notified.
   *
   * @default - it is notified
   */
  readonly reason?: string;

  /**
   * The message that the subscriber receives, or the JSON envelope of Amazon SNS that contains it.
   *
   * @default - it receives nothing
   */
  readonly body?: string;

  /** The assumptions about what is known only after deployment, such as the policy of an imported queue. */
  readonly assumptions: string[];
}
