import { App, Stack } from 'aws-cdk-lib';
import * as events from 'aws-cdk-lib/aws-events';
import { targetInput } from '../../src/engine/input/target-input';
import type { EcsEventJson } from '../../src/events/detail-type';
import { EcsEventMessage } from '../../src/messages/ecs-event-message';
import type { EcsEventTextOptions } from '../../src/messages/text-options';

/** Variables that EventBridge fills in automatically. */
const RESERVED = /^aws\.events\./;

/** The three kinds of messages. */
export const MESSAGES = { text: () => EcsEventMessage.text(), chat: () => EcsEventMessage.chat(), json: () => EcsEventMessage.json() };

/** A message as a rule renders it. */
export class BoundMessage {
  /** The text for a rule of a user's own with such a pattern. */
  public static of(eventPattern: events.EventPattern, options?: EcsEventTextOptions): BoundMessage {
    return BoundMessage.for(eventPattern, EcsEventMessage.text(options));
  }

  /** A message for a rule of a user's own with such a pattern. */
  public static for(eventPattern: events.EventPattern, message: events.RuleTargetInput, region = 'eu-west-1'): BoundMessage {
    const stack = new Stack(new App(), 'Stack', { env: { account: '111122223333', region } });
    return BoundMessage.on(new events.Rule(stack, 'Own', { eventPattern }), message);
  }

  /** A message on a rule. */
  public static on(rule: events.Rule, message: events.RuleTargetInput = EcsEventMessage.text()): BoundMessage {
    const { inputTemplate, inputPathsMap } = Stack.of(rule).resolve(message.bind(rule));
    return new BoundMessage(inputTemplate, inputPathsMap);
  }

  constructor(public readonly template: string, public readonly paths: Record<string, string>) {}

  /** The lines without their quotes. Fails if one of them is not a separate quoted string. */
  public get lines(): string[] {
    return this.template.split('\n').map((line) => {
      const text = JSON.parse(line);
      if (typeof text !== 'string') {
        throw new Error(`no quoted string: ${line}`);
      }
      return text;
    });
  }

  /** The names of the variables in the template that EventBridge does not fill in automatically. */
  public get variables(): string[] {
    const names = [...this.template.matchAll(/<([^<>]*)>/g)].map(([, name]) => name);
    return [...new Set(names)].filter((name) => !RESERVED.test(name));
  }

  /** The message about an event, as it arrives. */
  public bodyFor(event: EcsEventJson): string {
    const identity = { name: 'ecs-alerts', arn: `arn:aws:events:${event.region}:${event.account}:rule/ecs-alerts` };
    const input = targetInput({ InputTransformer: { InputTemplate: this.template, InputPathsMap: this.paths } }, identity);
    return input(event as unknown as Record<string, unknown>).body;
  }

  /** The message about an event, parsed. Fails if it is no JSON. */
  public jsonFor(event: EcsEventJson): any {
    return JSON.parse(this.bodyFor(event));
  }

  /** The paths of the values that stand without quotes in JSON. What EventBridge makes of one that the event lacks is unknown. */
  public get ownPaths(): string[] {
    const names = this.template.startsWith('{') ? [...this.template.matchAll(/(?<=[:[,])<([^<>]*)>/g)].map(([, name]) => name) : [];
    return [...new Set(names)].map((name) => this.paths[name]);
  }

  /** The paths of these values that the event lacks. */
  public missingIn(event: EcsEventJson): string[] {
    return this.ownPaths.filter((path) => {
      const steps = path.replace('$.', '').replace('[0]', '.0').split('.');
      const value = steps.reduce<any>((inner, step) => inner?.[step], event);
      return value === undefined || value === null || (typeof value === 'object' && path !== '$.resources' && path !== '$.detail');
    });
  }
}
