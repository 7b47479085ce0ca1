import type * as cloudwatch from 'aws-cdk-lib/aws-cloudwatch';
import type * as events from 'aws-cdk-lib/aws-events';
import type * as sqs from 'aws-cdk-lib/aws-sqs';
import { Construct } from 'constructs';
import type { EcsFailure } from './ecs-failure';
import type { EcsFailureAlertsProps } from './ecs-failure-alerts-props';
import { failureName, selectedFailures } from './failure-selection';
import { SeverityRules } from './severity-rules';
import type { TargetListName } from './target-lists';
import { TargetLists } from './target-lists';
import type { RuleMetricName } from '../delivery/alarms/rule-metrics';
import { ruleMetric } from '../delivery/alarms/rule-metrics';
import type { UndeliveredAlarmOptions } from '../delivery/alarms/undelivered-alarm-options';
import { undeliveredAlarms } from '../delivery/alarms/undelivered-alarms';
import { DeadLetters } from '../delivery/dead-letters/dead-letters';
import { annotateMissingTarget, withdrawMissingTarget } from '../rules/annotations';
import { EVENT_BUS, QUEUE } from '../validation/cdk-kinds';
import { BOOLEAN, checkedScope, checkedStruct, LIST } from '../validation/kinds';
import { located, ValidationError } from '../validation/validation-error';

const TARGET_LISTS: readonly TargetListName[] = ['targets', 'criticalTargets', 'warningTargets'];

/**
 * A set of EventBridge rules that notify their targets of every failure of Amazon ECS, without the events of normal operation.
 *
 * Each event reaches each target at most once. Titles of messages begin with `CRITICAL:` or `WARNING:`. It creates about seven rules for each severity that has
 * targets, and more if the clusters do not fit into one event pattern.
 *
 * Events of scaling, deployments, maintenance, and tasks that a user stopped are not failures.
 *
 * @see https://docs.aws.amazon.com/AmazonECS/latest/developerguide/ecs_cwe_events.html
 * @example
 * declare const cluster: ecs.ICluster;
 * declare const chatTopic: sns.Topic;
 * declare const topic: sns.Topic;
 * new EcsFailureAlerts(this, 'EcsAlerts', {
 *   clusters: [cluster],
 *   targets: [new SnsPublish(chatTopic, { message: EcsEventMessage.chat() })],
 *   criticalTargets: [new SnsPublish(topic, { message: EcsEventMessage.text() })],
 *   excludedFailures: [EcsFailure.HOOK_AWAITING_ACTION],
 *   excludedServiceNames: ['canary'],
 * });
 */
export class EcsFailureAlerts extends Construct {
  private readonly critical: SeverityRules;
  private readonly warning: SeverityRules;
  private readonly lists = new TargetLists();
  private readonly deadLetters: DeadLetters;

  /**
   * Throws an error if a prop could never work, if lists of failures contradict one another, or if a target is in two lists.
   */
  constructor(scope: Construct, id: string, props: EcsFailureAlertsProps = {}) {
    super(checkedScope('EcsFailureAlerts', scope, id), id);
    const { checked, selected } = this.located(() => {
      const struct = checkedStruct('props', props, {
        targets: LIST,
        criticalTargets: LIST,
        warningTargets: LIST,
        deadLetterQueue: QUEUE,
        deadLetterQueueEnabled: BOOLEAN,
        eventBus: EVENT_BUS,
        enabled: BOOLEAN,
      });
      return { checked: struct, selected: selectedFailures(struct) };
    });
    this.deadLetters = this.located(() => new DeadLetters(this, checked.deadLetterQueue, checked.deadLetterQueueEnabled));
    this.critical = this.located(() => new SeverityRules(this, 'CRITICAL', checked, selected.CRITICAL));
    this.warning = this.located(() => new SeverityRules(this, 'WARNING', checked, selected.WARNING));
    const [targets, criticalTargets, warningTargets] = this.located(() => TARGET_LISTS.map((name) => this.listed(name, checked[name], (i) => `${name}[${i}]`)));
    this.located(() => this.critical.addTargets([...targets, ...criticalTargets]));
    this.located(() => this.warning.addTargets([...targets, ...warningTargets]));
    if (this.lists.size === 0) {
      annotateMissingTarget(this);
    }
  }

  /** The EventBridge rules that this construct creates. Adding a target can add rules. */
  public get rules(): events.Rule[] {
    return this.alertRules.flatMap(({ rules }) => rules);
  }

  /** The queue for events that could not be delivered to targets without a dead-letter queue. There is none if dead letters are disabled. */
  public get deadLetterQueue(): sqs.IQueue | undefined {
    return this.deadLetters.queueFor(this);
  }

  /**
   * Returns the rules that match a failure. There are none if the failure is not matched, or if its severity has no target yet.
   *
   * Throws an error if the value is not a failure.
   *
   * @param failure The failure, such as `EcsFailure.TASK_PLACEMENT`.
   */
  public rulesFor(failure: EcsFailure): events.Rule[] {
    const name = this.located(() => failureName('failure', failure));
    return [...this.critical.rulesFor(name), ...this.warning.rulesFor(name)];
  }

  /**
   * Adds a target for every failure.
   *
   * Throws an error if EventBridge cannot deliver to it, or if it is a target already.
   *
   * @param target The target to notify.
   */
  public addTarget(target: events.IRuleTarget): void {
    this.add('targets', target);
  }

  /**
   * Adds a target for critical failures only.
   *
   * Throws an error if EventBridge cannot deliver to it, if it is a target of every failure already, or if no failure is critical.
   *
   * @param target The target to notify.
   */
  public addCriticalTarget(target: events.IRuleTarget): void {
    this.add('criticalTargets', target);
  }

  /**
   * Adds a target for warnings only.
   *
   * Throws an error if EventBridge cannot deliver to it, if it is a target of every failure already, or if no failure is a warning.
   *
   * @param target The target to notify.
   */
  public addWarningTarget(target: events.IRuleTarget): void {
    this.add('warningTargets', target);
  }

  /**
   * Returns the metric for the number of failures that matched. The sum over the rules that exist at the time of the call.
   *
   * @default - sum over 5 minutes
   * @see https://docs.aws.amazon.com/eventbridge/latest/userguide/eb-monitoring.html
   */
  public metricMatchedEvents(options?: cloudwatch.MetricOptions): cloudwatch.IMetric {
    return this.metric('MatchedEvents', options, this.alertRules.flatMap(({ _matchingRules: rules }) => rules));
  }

  /**
   * Returns the metric for the number of times that targets were invoked, retries included. The sum over the rules that exist at the time of the call.
   *
   * @default - sum over 5 minutes
   * @see https://docs.aws.amazon.com/eventbridge/latest/userguide/eb-monitoring.html
   */
  public metricInvocations(options?: cloudwatch.MetricOptions): cloudwatch.IMetric {
    return this.metric('Invocations', options);
  }

  /**
   * Returns the metric for the number of invocations that failed permanently. The sum over the rules that exist at the time of the call.
   *
   * @default - sum over 5 minutes
   * @see https://docs.aws.amazon.com/eventbridge/latest/userguide/eb-monitoring.html
   */
  public metricFailedInvocations(options?: cloudwatch.MetricOptions): cloudwatch.IMetric {
    return this.metric('FailedInvocations', options);
  }

  /**
   * Returns the metric for the number of events that were sent to a dead-letter queue. The sum over the rules that exist at the time of the call.
   *
   * @default - sum over 5 minutes
   * @see https://docs.aws.amazon.com/eventbridge/latest/userguide/eb-monitoring.html
   */
  public metricInvocationsSentToDlq(options?: cloudwatch.MetricOptions): cloudwatch.IMetric {
    return this.metric('InvocationsSentToDlq', options);
  }

  /**
   * Returns the metric for the number of events that could not be sent to a dead-letter queue and are lost. The sum over the rules that exist at the time of the call.
   *
   * @default - sum over 5 minutes
   * @see https://docs.aws.amazon.com/eventbridge/latest/userguide/eb-monitoring.html
   */
  public metricInvocationsFailedToBeSentToDlq(options?: cloudwatch.MetricOptions): cloudwatch.IMetric {
    return this.metric('InvocationsFailedToBeSentToDlq', options);
  }

  /**
   * Returns the metric for the number of times that the rules were throttled. The sum over the rules that exist at the time of the call.
   *
   * @default - sum over 5 minutes
   * @see https://docs.aws.amazon.com/eventbridge/latest/userguide/eb-monitoring.html
   */
  public metricThrottledRules(options?: cloudwatch.MetricOptions): cloudwatch.IMetric {
    return this.metric('ThrottledRules', options);
  }

  /**
   * Adds alarms that go into the ALARM state when an event cannot be delivered, or when there is a message in `deadLetterQueue`.
   *
   * Call it after all targets are added: it watches the rules that exist at that time. It returns one alarm for each four rules.
   *
   * Throws an error if there is no action.
   *
   * @param id The id of the first alarm, unique among the children of this construct. The next ones append 2, 3, and so on.
   * @param options The actions and, if needed, the name and period of the alarms.
   *
   * @see https://docs.aws.amazon.com/eventbridge/latest/userguide/eb-monitoring.html
   * @example
   * declare const alerts: EcsFailureAlerts;
   * declare const otherTopic: sns.ITopic;
   * alerts.addUndeliveredAlarms('Undelivered', { actions: [new cloudwatch_actions.SnsAction(otherTopic)] });
   */
  public addUndeliveredAlarms(id: string, options: UndeliveredAlarmOptions): cloudwatch.Alarm[] {
    return this.located(() => {
      const rules = this.checkedRules('addUndeliveredAlarms()', this.rules);
      return undeliveredAlarms(this, id, { rules, queue: this.deadLetterQueue }, options);
    });
  }

  private get alertRules() {
    return [...this.critical.alertRules, ...this.warning.alertRules];
  }

  private add(name: TargetListName, target: events.IRuleTarget): void {
    this.located(() => {
      const targets = this.listed(name, [target], () => 'target');
      const critical = name === 'warningTargets' ? [] : [this.critical];
      const warning = name === 'criticalTargets' ? [] : [this.warning];
      [...critical, ...warning].forEach((rules) => rules.addTargets(targets));
    });
    withdrawMissingTarget(this);
  }

  /** Adds targets to a list. */
  private listed(name: TargetListName, targets: readonly events.IRuleTarget[] | undefined, prop: (index: number) => string) {
    const added = this.lists.add(name, targets, prop);
    const [rules, severity, other] = name === 'criticalTargets' ? [this.critical, 'critical', 'criticalFailures'] : [this.warning, 'a warning', 'warningFailures'];
    if (added.length > 0 && name !== 'targets' && rules.failures.length === 0) {
      throw new ValidationError({
        prop: prop(0),
        problem: `no failure is ${severity}, got ${added.length} target${added.length === 1 ? '' : 's'}`,
        resolution: `Add a failure to ${other}, exclude fewer failures, or use targets`,
      });
    }
    return added;
  }

  private metric(name: RuleMetricName, options?: cloudwatch.MetricOptions, rules: readonly events.Rule[] = this.rules): cloudwatch.IMetric {
    return this.located(() => ruleMetric(this.checkedRules('metric', rules), name, options));
  }

  private checkedRules(prop: string, rules: readonly events.Rule[]): readonly events.Rule[] {
    if (rules.length === 0) {
      throw new ValidationError({ prop, problem: 'there is no rule yet, because there is no target, got 0 rules', resolution: 'Add the targets first' });
    }
    return rules;
  }

  private located<T>(work: () => T): T {
    return located(this.node.path, work);
  }
}
