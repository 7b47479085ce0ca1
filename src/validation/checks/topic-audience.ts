import type { DeliveryPath } from './delivery-context';
import { partsOfArn } from '../../engine/simulation/arn';
import { Cause } from '../../engine/simulation/authorization';
import type { TargetOutcome } from '../../engine/simulation/delivery-check';
import type { SubscriberOutcome } from '../../engine/simulation/subscribers';
import { CHAT } from '../../engine/simulation/subscription';
import { readable } from '../../engine/values/unknown';

/** What becomes of the messages of a rule behind a topic. */
export interface TopicTarget {
  readonly path: DeliveryPath;
  /** The subscriptions that a message reaches, or may reach, by their keys. */
  readonly reached: Set<string>;
}

/** A subscription, and whether a message of any rule reaches it. */
export interface KnownSubscription {
  /** Why the first message did not reach it. */
  readonly first: SubscriberOutcome;
  isReached: boolean;
}

/** A topic to which rules publish. */
export interface KnownTopic {
  readonly arn: string;
  readonly targets: TopicTarget[];
  readonly subscriptions: Map<string, KnownSubscription>;
}

/** Who is notified of what the rules of a Stage publish to topics. */
export class TopicAudience {
  private readonly known = new Map<string, KnownTopic>();

  /** The topics to which at least one rule can publish. */
  public get topics(): Iterable<KnownTopic> {
    return this.known.values();
  }

  /** Adds what became of a message. Returns the subscriptions that it did not reach and that another message may reach. */
  public add(path: DeliveryPath, { refusal, subscribers }: TargetOutcome): SubscriberOutcome[] {
    if (refusal !== undefined || partsOfArn(path.arn)?.service !== 'sns') {
      return [];
    }
    const topic = this.topic(path.arn);
    let target = topic.targets.find((each) => each.path === path);
    if (target === undefined) {
      target = { path, reached: new Set() };
      topic.targets.push(target);
    }
    for (const subscriber of subscribers) {
      const isReached = subscriber.refusal === undefined;
      const { path: name, protocol, endpoint } = subscriber.subscription;
      const key = `${name} ${protocol} ${endpoint}`;
      const subscription = topic.subscriptions.get(key) ?? { first: subscriber, isReached };
      subscription.isReached ||= isReached;
      topic.subscriptions.set(key, subscription);
      if (isReached) {
        target.reached.add(key);
      }
    }
    return subscribers.filter(({ refusal: missed, subscription }) => missed?.cause === Cause.INPUT && (subscription.protocol === CHAT || subscription.filterScope === 'MessageBody'));
  }

  private topic(arn: string): KnownTopic {
    const key = readable(arn);
    const topic = this.known.get(key) ?? { arn, targets: [], subscriptions: new Map<string, KnownSubscription>() };
    this.known.set(key, topic);
    return topic;
  }
}
