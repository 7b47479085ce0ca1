import { stableUuid } from '../template/physical-name';

/** A message that a topic sends to its subscriptions. */
export interface Notification {
  readonly topicArn: string;
  readonly subscriptionArn: string;
  readonly message: string;
  /** The time of the event. */
  readonly time: unknown;
}

/** Protocols that can do without the JSON of Amazon SNS. */
const RAW_PROTOCOLS = new Set(['sqs', 'http', 'https', 'firehose']);

/** Protocols that never see it. */
const PLAIN_PROTOCOLS = new Set(['email', 'sms', 'application', 'chat']);

/** Whether a protocol can deliver the message as it was published. */
export function canBeRaw(protocol: string): boolean {
  return RAW_PROTOCOLS.has(protocol);
}

/** What a subscriber of a protocol sees. */
export function bodyFor(protocol: string, raw: boolean, notification: Notification): string {
  if (raw || PLAIN_PROTOCOLS.has(protocol)) {
    return notification.message;
  }
  return JSON.stringify(protocol === 'lambda' ? invocation(notification) : envelope(notification));
}

function envelope({ topicArn, subscriptionArn, message, time }: Notification): object {
  const [,, , region] = topicArn.split(':');
  return {
    Type: 'Notification',
    MessageId: stableUuid(`${topicArn} ${message}`),
    TopicArn: topicArn,
    Message: message,
    Timestamp: time,
    SignatureVersion: '1',
    Signature: 'signature',
    SigningCertURL: `https://sns.${region}.amazonaws.com/SimpleNotificationService.pem`,
    UnsubscribeURL: `https://sns.${region}.amazonaws.com/?Action=Unsubscribe&SubscriptionArn=${subscriptionArn}`,
  };
}

/** Functions see it as a record, with an empty subject and spelled a little differently. */
function invocation(notification: Notification): object {
  const { SigningCertURL, UnsubscribeURL, ...rest } = envelope(notification) as Record<string, unknown>;
  return {
    Records: [{
      EventSource: 'aws:sns',
      EventVersion: '1.0',
      EventSubscriptionArn: notification.subscriptionArn,
      Sns: { ...rest, Subject: null, SigningCertUrl: SigningCertURL, UnsubscribeUrl: UnsubscribeURL, MessageAttributes: {} },
    }],
  };
}
