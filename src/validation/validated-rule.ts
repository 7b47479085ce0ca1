import type { IConstruct } from 'constructs';

/** A construct of the library, and what its user wants of its rules. */
export interface RuleOwner {
  readonly construct: IConstruct;
  /** Whether the rules are enabled. */
  readonly isEnabled: boolean;
  /** Whether the rules are on a custom event bus. */
  readonly isOnCustomBus: boolean;
  /** The targets that a rule was given, as a token. */
  targetsOf(rule: IConstruct): unknown;
}

/** A rule that is validated: one of the library, or one to which something of the library is bound. */
export interface ValidatedRule {
  /** The rule of the CDK. */
  readonly rule: IConstruct;
  /**
   * The construct of the library that created the rule.
   *
   * @default - none: the rule was created by the user, or by the CDK in another environment
   */
  readonly owner?: RuleOwner;
}

/** An alarm on undelivered events. */
export interface WatchingAlarm {
  readonly alarm: IConstruct;
  /** The rules that it watches; none if it watches a dead-letter queue only. */
  readonly rules: readonly IConstruct[];
  readonly queue?: IConstruct;
}
