/** What became of a message at one subscription of the topic that it was delivered to. */
export interface SimulatedSubscriber {
  /** The protocol of the subscription, such as `email`, `sqs` or `lambda`, and `chat` for a configuration of Amazon Q Developer in chat applications. */
  readonly protocol: string;

  /** Where it goes: an address, a URL or an ARN. */
  readonly endpoint: string;

  /** The construct path of the endpoint if it is part of the app, else the endpoint. */
  readonly endpointPath: string;

  /** The construct path of the subscription, or its logical id where the template does not say the path. */
  readonly subscriptionPath: string;

  /** Whether the message comes as it was published, without the JSON of Amazon SNS around it. */
  readonly rawMessageDelivery: boolean;

  /** Whether the subscriber is notified: the message passed the filter policy, and the endpoint allows Amazon SNS to send it. */
  readonly received: boolean;

  /**
   * Why the subscriber is not notified.
   *
   * @default - it is notified
   */
  readonly reason?: string;

  /**
   * What the subscriber receives: the message, or the JSON of Amazon SNS with the message in it.
   *
   * @default - it receives nothing
   */
  readonly body?: string;

  /** What is assumed because only a deployment can tell, such as the policy of an imported queue. */
  readonly assumptions: string[];
}
