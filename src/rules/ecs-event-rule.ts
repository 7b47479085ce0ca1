import { Stack } from 'aws-cdk-lib';
import * as events from 'aws-cdk-lib/aws-events';
import type * as sqs from 'aws-cdk-lib/aws-sqs';
import { Construct } from 'constructs';
import { annotateFindings, annotateMissingTarget, foreignArns } from './annotations';
import type { EcsEventRuleOptions } from './ecs-event-rule-options';
import type { ExpectedPattern } from './rule-checks';
import { driftErrors, duplicateErrors, targetsOf } from './rule-checks';
import { checkDescription, physicalName, ruleId } from './rule-names';
import { DeadLetters } from '../delivery/dead-letters';
import type { PatternJson } from '../patterns/condition';
import type { EcsEventPattern } from '../patterns/ecs-event-pattern';
import { environmentOf } from '../patterns/environment';
import { eventPatternStruct } from '../patterns/event-pattern-struct';
import { InputError, located, show } from '../validation/input-error';

/** EventBridge's fixed quota. */
const TARGETS_PER_RULE = 5;

/** What `EcsEventRule` can be told. */
export interface EcsEventRuleProps extends EcsEventRuleOptions {
  /** Which events. */
  readonly pattern: EcsEventPattern;
}

/**
 * Tells its targets of events of Amazon ECS.
 *
 * It holds one EventBridge rule, or several where the pattern or the targets do not fit into one; each event reaches each target once.
 * What could not be delivered goes to a dead-letter queue, unless you opt out.
 *
 * @example
 * declare const cluster: ecs.ICluster;
 * declare const topic: sns.ITopic;
 * new EcsEventRule(this, 'WebTrouble', {
 *   pattern: EcsEventPattern.serviceAction({
 *     clusters: [cluster],
 *     serviceNames: ['web'],
 *     eventTypes: [ServiceActionEventType.WARN, ServiceActionEventType.ERROR],
 *   }),
 *   targets: [new SnsPublish(topic)],
 * });
 */
export class EcsEventRule extends Construct {
  /** Which events. */
  public readonly pattern: EcsEventPattern;

  private readonly deadLetters: DeadLetters;
  private readonly options: EcsEventRuleOptions;
  private readonly patterns: readonly PatternJson[];
  /** The rules of each group of up to five targets, one for each part of the pattern. */
  private readonly groups: events.Rule[][] = [];
  private targetCount = 0;

  /**
   * @throws an error if a prop could never work: see each of them; if the pattern is too long and cannot be divided
   */
  constructor(scope: Construct, id: string, props: EcsEventRuleProps) {
    super(scope, id);
    const { pattern, ...options } = props;
    this.pattern = pattern;
    this.options = options;
    const environment = environmentOf(this);
    [this.deadLetters, this.patterns] = located(this.node.path, () => {
      if (typeof pattern?._render !== 'function') {
        throw new InputError({ prop: 'pattern', problem: `expected a pattern, found ${show(pattern)}`, wayOut: 'Use a factory of EcsEventPattern; for a pattern of another kind use events.Rule' });
      }
      checkDescription(options.description);
      return [new DeadLetters(options.deadLetterQueue, options.deadLetterQueueEnabled), pattern._render(environment)] as const;
    });
    this.addGroup();
    this.node.defaultChild = this.groups[0][0];
    (options.targets ?? []).forEach((target, i) => this.add(target, `targets[${i}]`));
    this.node.addValidation({
      validate: () => [
        ...driftErrors(this.expectedPatterns()),
        ...duplicateErrors(this.groups.map(([rule]) => rule)),
      ],
    });
    annotateFindings(this, [...pattern._findings(environment), ...hearsOwnEvents(options.eventBus) ? foreignArns(environment, this.patterns) : []]);
    if (this.targetCount === 0) {
      annotateMissingTarget(this, () => this.rules.some((rule) => targetsOf(rule).length > 0));
    }
  }

  /** The EventBridge rules behind this construct. Adding a target can add some. */
  public get rules(): events.Rule[] {
    return this.groups.flat();
  }

  /** The queue for events that could not be delivered to targets without a queue of their own; none if you opted out. */
  public get deadLetterQueue(): sqs.IQueue | undefined {
    return this.deadLetters.queueFor(this);
  }

  /**
   * Tells one more target. Beyond five it takes further rules, which are made.
   *
   * @throws an error if the target is not one, or if EventBridge cannot deliver to it
   */
  public addTarget(target: events.IRuleTarget): void {
    this.add(target, 'target');
  }

  private add(target: events.IRuleTarget, prop: string): void {
    located(this.node.path, () => {
      if (typeof target !== 'object' || typeof target?.bind !== 'function') {
        throw new InputError({ prop, problem: `expected a target, found ${show(target)}`, wayOut: 'Use SnsPublish, SqsSendMessage, LambdaInvoke, or any other events.IRuleTarget' });
      }
      const group = this.groups[Math.floor(this.targetCount / TARGETS_PER_RULE)] ?? this.addGroup();
      group.forEach((rule) => rule.addTarget(this.deadLetters.behind(target)));
      this.targetCount += 1;
    });
  }

  /** Rules for the next five targets. */
  private addGroup(): events.Rule[] {
    const group = this.groups.length;
    const { ruleName, description, enabled, eventBus } = this.options;
    const rules = located(this.node.path, () => this.patterns.map((pattern, part) => new events.Rule(this, ruleId({ part, group }), {
      eventPattern: eventPatternStruct(pattern),
      ruleName: physicalName(ruleName, { part, group }, this.patterns.length),
      description,
      enabled,
      eventBus,
    })));
    this.groups.push(rules);
    return rules;
  }

  /** What each rule should ask for, beside the rule. */
  private expectedPatterns(): ExpectedPattern[] {
    const expected = this.patterns.map((pattern) => Stack.of(this).resolve(eventPatternStruct(pattern)));
    return this.groups.flatMap((rules) => rules.map((rule, part) => ({ rule, pattern: expected[part] })));
  }
}

/** Whether a bus is the default one, to which Amazon ECS sends; what others hear was forwarded to them. */
function hearsOwnEvents(eventBus: events.IEventBusRef | undefined): boolean {
  return eventBus === undefined || eventBus.eventBusRef.eventBusName === 'default';
}
