import type * as events from 'aws-cdk-lib/aws-events';
import type { IConstruct } from 'constructs';
import { Construct } from 'constructs';
import type { EcsFailureAlertsProps } from './ecs-failure-alerts-props';
import type { FailurePattern } from './failure-patterns';
import { failurePatterns } from './failure-patterns';
import type { FailureEntry, FailureSeverity } from '../events/failures';
import { setSeverity } from '../messages/content/severity';
import { EcsEventRule } from '../rules/ecs-event-rule';

/** The rules for the failures of one severity and detail type. Its findings are those of the `EcsFailureAlerts` around it. */
class AlertRule extends EcsEventRule {
  /** @internal */
  protected get _subject(): IConstruct {
    // The construct of a severity is in between.
    return this.node.scope!.node.scope!;
  }
}

/** The rules for the failures of one severity. They are created with the first target, because rules without targets notify no one. */
export class SeverityRules {
  private readonly patterns: readonly FailurePattern[];
  private readonly created: { readonly rule: AlertRule; readonly failures: readonly FailureEntry[] }[] = [];

  constructor(
    private readonly scope: Construct,
    private readonly severity: FailureSeverity,
    private readonly props: EcsFailureAlertsProps,
    public readonly failures: readonly FailureEntry[],
  ) {
    this.patterns = failurePatterns(scope, failures, props);
  }

  /** The constructs that create the rules. */
  public get alertRules(): readonly AlertRule[] {
    return this.created.map(({ rule }) => rule);
  }

  /** The rules that match a failure. */
  public rulesFor(name: string): events.Rule[] {
    return this.created.filter(({ failures }) => failures.some((failure) => failure.name === name)).flatMap(({ rule }) => rule.rules);
  }

  /** Adds targets to every rule. */
  public addTargets(targets: readonly events.IRuleTarget[]): void {
    if (targets.length === 0) {
      return;
    }
    if (this.created.length > 0) {
      this.created.forEach(({ rule }) => targets.forEach((target) => rule.addTarget(target)));
      return;
    }
    const { deadLetterQueue, deadLetterQueueEnabled, eventBus, enabled } = this.props;
    const scope = new Construct(this.scope, this.severity === 'CRITICAL' ? 'Critical' : 'Warning');
    setSeverity(scope, this.severity);
    this.patterns.forEach(({ id, pattern, failures }) => this.created.push({
      failures,
      rule: new AlertRule(scope, id, { pattern, targets: [...targets], deadLetterQueue, deadLetterQueueEnabled, eventBus, enabled }),
    }));
  }
}
