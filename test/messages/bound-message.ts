import { App, Stack } from 'aws-cdk-lib';
import * as events from 'aws-cdk-lib/aws-events';
import type { EcsEventJson } from '../../src/events/detail-type';
import { EcsEventMessage } from '../../src/messages/ecs-event-message';
import type { EcsEventTextOptions } from '../../src/messages/text-options';

/** Variables that EventBridge fills in by itself. */
const RESERVED = /^aws\.events\./;

/** A text as a rule renders it. */
export class BoundMessage {
  /** The text for a rule of a user's own with such a pattern. */
  public static of(eventPattern: events.EventPattern, options?: EcsEventTextOptions): BoundMessage {
    const stack = new Stack(new App(), 'Stack', { env: { account: '111122223333', region: 'eu-west-1' } });
    return BoundMessage.on(new events.Rule(stack, 'Own', { eventPattern }), EcsEventMessage.text(options));
  }

  /** A message on a rule. */
  public static on(rule: events.Rule, message: events.RuleTargetInput = EcsEventMessage.text()): BoundMessage {
    const { inputTemplate, inputPathsMap } = Stack.of(rule).resolve(message.bind(rule));
    return new BoundMessage(inputTemplate, inputPathsMap);
  }

  constructor(public readonly template: string, public readonly paths: Record<string, string>) {}

  /** The lines without their quotes. Fails if one of them is no quoted string of its own. */
  public get lines(): string[] {
    return this.template.split('\n').map((line) => {
      const text = JSON.parse(line);
      if (typeof text !== 'string') {
        throw new Error(`no quoted string: ${line}`);
      }
      return text;
    });
  }

  /** The names of the variables in the template that EventBridge does not fill in by itself. */
  public get variables(): string[] {
    const names = [...this.template.matchAll(/<([^<>]*)>/g)].map(([, name]) => name);
    return [...new Set(names)].filter((name) => !RESERVED.test(name));
  }

  /** The paths whose value the event lacks: EventBridge would leave a hole there. */
  public missingIn(event: EcsEventJson): string[] {
    return Object.values(this.paths).filter((path) => {
      const steps = path.replace('$.', '').replace('[0]', '.0').split('.');
      const value = steps.reduce<any>((inner, step) => inner?.[step], event);
      return value === undefined || value === null || typeof value === 'object';
    });
  }
}
