import { Stack } from 'aws-cdk-lib';
import type * as cloudwatch from 'aws-cdk-lib/aws-cloudwatch';
import * as events from 'aws-cdk-lib/aws-events';
import type * as sqs from 'aws-cdk-lib/aws-sqs';
import type { IConstruct } from 'constructs';
import { Construct } from 'constructs';
import { annotateAddedWildcards, annotateFindings, annotateMissingTarget, crossEnvironmentArns, withdrawMissingTarget } from './annotations';
import { busFindings, matchesOwnEvents } from './bus';
import { checkMirroredPattern, CrossEnvironmentIds, completeForwarding, restrictToSourceEnvironment, stabilizeMirror } from './cross-environment';
import { checkDependencyCycle } from './dependency-cycles';
import type { EcsEventRuleOptions } from './ecs-event-rule-options';
import type { EcsEventRuleProps } from './ecs-event-rule-props';
import type { ExpectedPattern } from './rule-checks';
import { checkDrift, hasTargets, rulesWithAddedWildcard, targetsOf } from './rule-checks';
import { physicalName, ruleId } from './rule-names';
import { checkedRuleProps } from './rule-props';
import { annotateUnsentFailures } from './unsent-failures';
import { ruleMetric } from '../delivery/alarms/rule-metrics';
import type { UndeliveredAlarmOptions } from '../delivery/alarms/undelivered-alarm-options';
import { undeliveredAlarms } from '../delivery/alarms/undelivered-alarms';
import { DeadLetters } from '../delivery/dead-letters/dead-letters';
import { DeliveringTarget } from '../delivery/delivering-target';
import { checkInputsOf } from '../messages/checks/check-input';
import { setSeverity, severityOf } from '../messages/content/severity';
import type { PatternJson } from '../patterns/conditions/condition';
import type { EcsEventPattern } from '../patterns/ecs-event-pattern';
import { eventPatternStruct } from '../patterns/event-pattern-struct';
import { lookupFindings } from '../patterns/lookup-findings';
import { environmentOf } from '../patterns/references/environment';
import { TARGET } from '../validation/cdk-kinds';
import { DeliveryValidation } from '../validation/delivery-validation';
import { checkedScope, checkKind } from '../validation/kinds';
import type { RuleOwner } from '../validation/validated-rule';
import { located } from '../validation/validation-error';
import type { ValidationPass } from '../validation/validation-pass';

/** The fixed quota of EventBridge. */
const TARGETS_PER_RULE = 5;

/**
 * An EventBridge rule that sends Amazon ECS events to its targets.
 *
 * The construct creates one EventBridge rule, or several if the pattern or the targets do not fit into one. Each target receives each event once.
 * Events that cannot be delivered are sent to a dead-letter queue, unless you opt out.
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
  /** The event pattern to match. */
  public readonly pattern: EcsEventPattern;

  private readonly deadLetters: DeadLetters;
  private readonly options: EcsEventRuleOptions;
  private readonly patterns: readonly PatternJson[];
  /** The rules of each group of up to five targets, one for each part of the pattern. */
  private readonly groups: events.Rule[][] = [];
  private readonly crossEnvironmentIds = new CrossEnvironmentIds();
  private readonly owner: RuleOwner;
  /** A token of the targets that each rule was given. */
  private readonly declaredTargets = new Map<IConstruct, unknown>();
  private targetCount = 0;

  /**
   * Throws an error if a prop is invalid, or if the pattern is too long and cannot be divided.
   */
  constructor(scope: Construct, id: string, props: EcsEventRuleProps) {
    super(checkedScope('EcsEventRule', scope, id), id);
    const { pattern, ...options } = located(this.node.path, () => checkedRuleProps(props));
    this.pattern = pattern;
    this.options = options;
    const environment = environmentOf(this);
    const findings = located(this.node.path, () => busFindings(options.eventBus, environment));
    const [deadLetters, compiled] = located(this.node.path, () => {
      return [new DeadLetters(this, options.deadLetterQueue, options.deadLetterQueueEnabled), pattern._compile(environment)] as const;
    });
    this.deadLetters = deadLetters;
    this.patterns = compiled.patterns;
    located(this.node.path, () => checkDependencyCycle(this, compiled.patterns));
    this.owner = {
      construct: this._subject,
      isEnabled: options.enabled !== false,
      isOnCustomBus: !matchesOwnEvents(options.eventBus),
      targetsOf: (rule) => this.declaredTargets.get(rule),
    };
    this.addGroup();
    this.node.defaultChild = this.groups[0][0];
    (options.targets ?? []).forEach((target, i) => this.add(target, `targets[${i}]`));
    DeliveryValidation.of(this).addCheck(this, (pass) => {
      const expected = this.expectedPatterns(pass);
      annotateAddedWildcards(rulesWithAddedWildcard(expected, pass));
      annotateUnsentFailures(this.groups[0][0], pattern, pass);
      return checkDrift(this, expected, pass);
    });
    annotateFindings(this._subject, [
      ...findings,
      ...compiled.findings,
      ...lookupFindings({ ruleName: options.ruleName }),
      ...matchesOwnEvents(options.eventBus) ? crossEnvironmentArns(environment, this.patterns, pattern._crossEnvironmentReferences(environment)) : [],
    ]);
    if (this.targetCount === 0) {
      annotateMissingTarget(this);
      DeliveryValidation.of(this).addCheck(this, (pass) => {
        // Targets that are removed after they were added are a separate finding.
        if (this.targetCount > 0 || this.rules.some((rule) => targetsOf(rule).length > 0 || hasTargets(rule, pass))) {
          withdrawMissingTarget(this);
        }
        return [];
      });
    }
  }

  /** The EventBridge rules that this construct creates. Adding a target can add rules. */
  public get rules(): events.Rule[] {
    return this.groups.flat();
  }

  /**
   * The rules that together match each event once.
   *
   * @internal
   */
  public get _matchingRules(): readonly events.Rule[] {
    return this.groups[0];
  }

  /**
   * The construct that reports the findings.
   *
   * @internal
   */
  protected get _subject(): IConstruct {
    return this;
  }

  /** The dead-letter queue for targets that do not have a separate one. Undefined if dead-letter queues are disabled. */
  public get deadLetterQueue(): sqs.IQueue | undefined {
    return this.deadLetters.queueFor(this);
  }

  /**
   * Adds a target. Creates additional rules when there are more than five targets.
   *
   * Throws an error if the value is not a target, or if EventBridge cannot deliver to it.
   *
   * @param target A target of this library, of `aws-cdk-lib/aws-events-targets`, or a custom one.
   */
  public addTarget(target: events.IRuleTarget): void {
    this.add(target, 'target');
  }

  /**
   * Returns the metric for the number of events that matched. It is summed over the rules that exist when you call it.
   *
   * If there are several groups of five targets, only the rules of the first group are counted, because each group matches the same events.
   *
   * @default - sum over 5 minutes
   * @see https://docs.aws.amazon.com/eventbridge/latest/userguide/eb-monitoring.html
   */
  public metricMatchedEvents(options?: cloudwatch.MetricOptions): cloudwatch.IMetric {
    return located(this.node.path, () => ruleMetric(this.groups[0], 'MatchedEvents', options));
  }

  /**
   * Returns the metric for the number of target invocations, including retries. It is summed over the rules that exist when you call it.
   *
   * @default - sum over 5 minutes
   * @see https://docs.aws.amazon.com/eventbridge/latest/userguide/eb-monitoring.html
   */
  public metricInvocations(options?: cloudwatch.MetricOptions): cloudwatch.IMetric {
    return located(this.node.path, () => ruleMetric(this.rules, 'Invocations', options));
  }

  /**
   * Returns the metric for the number of invocations that failed permanently. It is summed over the rules that exist when you call it.
   *
   * EventBridge emits it only when it is not zero.
   *
   * @default - sum over 5 minutes
   * @see https://docs.aws.amazon.com/eventbridge/latest/userguide/eb-monitoring.html
   */
  public metricFailedInvocations(options?: cloudwatch.MetricOptions): cloudwatch.IMetric {
    return located(this.node.path, () => ruleMetric(this.rules, 'FailedInvocations', options));
  }

  /**
   * Returns the metric for the number of events sent to a dead-letter queue. It is summed over the rules that exist when you call it.
   *
   * @default - sum over 5 minutes
   * @see https://docs.aws.amazon.com/eventbridge/latest/userguide/eb-monitoring.html
   */
  public metricInvocationsSentToDlq(options?: cloudwatch.MetricOptions): cloudwatch.IMetric {
    return located(this.node.path, () => ruleMetric(this.rules, 'InvocationsSentToDlq', options));
  }

  /**
   * Returns the metric for the number of events that could not be sent to a dead-letter queue and are lost. It is summed over the rules that exist when you call it.
   *
   * @default - sum over 5 minutes
   * @see https://docs.aws.amazon.com/eventbridge/latest/userguide/eb-monitoring.html
   */
  public metricInvocationsFailedToBeSentToDlq(options?: cloudwatch.MetricOptions): cloudwatch.IMetric {
    return located(this.node.path, () => ruleMetric(this.rules, 'InvocationsFailedToBeSentToDlq', options));
  }

  /**
   * Returns the metric for the number of times that rules were throttled. It is summed over the rules that exist when you call it.
   *
   * @default - sum over 5 minutes
   * @see https://docs.aws.amazon.com/eventbridge/latest/userguide/eb-monitoring.html
   */
  public metricThrottledRules(options?: cloudwatch.MetricOptions): cloudwatch.IMetric {
    return located(this.node.path, () => ruleMetric(this.rules, 'ThrottledRules', options));
  }

  /**
   * Adds alarms that go into the ALARM state when an event cannot be delivered, or when there is a message in `deadLetterQueue`.
   *
   * Call it after all targets are added: it watches the rules that exist at that time. It returns one alarm for each four rules, because an alarm
   * supports at most ten metrics. CloudWatch receives the metrics of EventBridge on a best-effort basis: a data point may be late or missing, so
   * the alarms are no proof that every event was delivered.
   *
   * Throws an error if there is no action.
   *
   * @param id The id of the first alarm, unique among the children of this construct. The next ones append 2, 3, and so on.
   * @param options The actions and, if needed, the name and period of the alarms.
   *
   * @see https://docs.aws.amazon.com/eventbridge/latest/userguide/eb-monitoring.html
   * @example
   * declare const rule: EcsEventRule;
   * declare const otherTopic: sns.ITopic;
   * rule.addUndeliveredAlarms('Undelivered', { actions: [new cloudwatch_actions.SnsAction(otherTopic)] });
   */
  public addUndeliveredAlarms(id: string, options: UndeliveredAlarmOptions): cloudwatch.Alarm[] {
    return located(this.node.path, () => undeliveredAlarms(this, id, { rules: this.rules, queue: this.deadLetterQueue }, options));
  }

  private add(target: events.IRuleTarget, prop: string): void {
    located(this.node.path, () => {
      checkKind(prop, target, TARGET);
      const group = this.groups[Math.floor(this.targetCount / TARGETS_PER_RULE)] ?? this.addGroup();
      const crossEnvironmentId = this.crossEnvironmentIds.forTarget();
      group.forEach((rule, part) => this.wire(rule, part, target, crossEnvironmentId));
      this.targetCount += 1;
    });
  }

  private wire(rule: events.Rule, part: number, target: events.IRuleTarget, crossEnvironmentId: (resource: IConstruct) => string): void {
    let forwarded: IConstruct | undefined;
    rule.addTarget(new DeliveringTarget(target, rule, this.deadLetters, {
      onForward: (resource) => {
        forwarded = resource;
        return crossEnvironmentId(resource);
      },
      onMirror: (mirror, resource) => {
        setSeverity(mirror, severityOf(rule));
        checkMirroredPattern(this.patterns[part], mirror as events.Rule, resource);
        stabilizeMirror(this, part, crossEnvironmentId(resource), mirror as events.Rule);
        restrictToSourceEnvironment(rule, this.patterns[part], mirror as events.Rule);
        checkInputsOf(mirror as events.Rule);
      },
    }));
    if (forwarded) {
      const resource = rule.node.defaultChild as events.CfnRule;
      const isDeclared = resource.targets === this.declaredTargets.get(rule);
      completeForwarding(rule, { id: crossEnvironmentId(forwarded), resource: forwarded, queue: this.deadLetters.queueFor(rule) });
      if (isDeclared) {
        this.declaredTargets.set(rule, resource.targets);
      }
    }
  }

  /** Rules for the next five targets. */
  private addGroup(): events.Rule[] {
    const group = this.groups.length;
    const { ruleName, description, enabled, eventBus } = this.options;
    const rules = located(this.node.path, () => this.patterns.map((pattern, part) => new events.Rule(this, ruleId({ part, group }), {
      eventPattern: eventPatternStruct(pattern),
      ruleName: physicalName(ruleName, { part, group }),
      description,
      enabled,
      eventBus,
    })));
    rules.forEach((rule) => {
      DeliveryValidation.of(this).addRule(rule, this.owner);
      // A token of all targets that the rule is given later, whatever is assigned to the L1 construct.
      this.declaredTargets.set(rule, (rule.node.defaultChild as events.CfnRule).targets);
      checkInputsOf(rule);
    });
    this.groups.push(rules);
    return rules;
  }

  /** The pattern that each rule is expected to have. */
  private expectedPatterns({ deployed }: ValidationPass): ExpectedPattern[] {
    const expected = this.patterns.map((pattern) => deployed.resolve(Stack.of(this), pattern) as PatternJson);
    return this.groups.flatMap((rules) => rules.map((rule, part) => ({ rule, pattern: expected[part] })));
  }
}
