import { Stage } from 'aws-cdk-lib';
import type { IConstruct } from 'constructs';
import { annotationScopeOf } from './findings/annotation-scope';
import type { LocatedFinding } from './findings/finding';
import { guarded } from './findings/guarded';
import { Reporter } from './findings/reporter';
import type { RuleOwner, ValidatedRule, WatchingAlarm } from './validated-rule';
import { ValidationPass } from './validation-pass';

/** Checks something in a pass. */
export type Check = (pass: ValidationPass) => LocatedFinding[];

const PROPERTY = Symbol('DeliveryValidation');

/** A Stage that may have a validation. */
type StageWithValidation = IConstruct & { [PROPERTY]?: DeliveryValidation };

/**
 * Validates the delivery of the events of a Stage when the Stage is synthesized. Only then is it known what Aspects, overrides and the rest of the app did to
 * a rule, a topic, a queue or a key. It only reports: nothing is granted or created any more.
 */
export class DeliveryValidation {
  /** The validation of the Stage of a construct. */
  public static of(scope: IConstruct): DeliveryValidation {
    const stage = (Stage.of(scope) ?? scope.node.root) as StageWithValidation;
    if (stage[PROPERTY] === undefined) {
      Object.defineProperty(stage, PROPERTY, { value: new DeliveryValidation(stage) });
    }
    return stage[PROPERTY]!;
  }

  /** What targets of the library returned when they were bound to a rule: it is checked. */
  public readonly checkedTargets = new WeakMap<object, IConstruct>();

  private readonly rules = new Map<IConstruct, ValidatedRule>();
  private readonly resources = new Set<IConstruct>();
  private readonly alarms: WatchingAlarm[] = [];
  private readonly checked = new Set<IConstruct>();
  private readonly checks: { readonly construct: IConstruct; readonly check: Check }[] = [];

  private constructor(private readonly stage: IConstruct) {
    const reporter = new Reporter(stage);
    stage.node.addValidation({ validate: () => reporter.report(this.findings()) });
  }

  /** Adds a rule, unless it was added before. Returns whether it is a new one. */
  public addRule(rule: IConstruct, owner?: RuleOwner): boolean {
    if (this.rules.has(rule)) {
      return false;
    }
    this.rules.set(rule, { rule, owner });
    return true;
  }

  /** Adds a resource to which events or dead letters are delivered. Returns whether it is a new one. */
  public addResource(resource: IConstruct): boolean {
    if (this.resources.has(resource)) {
      return false;
    }
    this.resources.add(resource);
    annotationScopeOf(resource);
    return true;
  }

  /** Adds an alarm on undelivered events. */
  public addAlarm(alarm: WatchingAlarm): void {
    this.alarms.push(alarm);
  }

  /** Adds a check of a construct, unless it has one. */
  public addCheckOf(construct: IConstruct, check: Check): void {
    if (!this.checked.has(construct)) {
      this.checked.add(construct);
      this.addCheck(construct, check);
    }
  }

  /** Adds a check of a construct to the same pass. A construct can have several. */
  public addCheck(construct: IConstruct, check: Check): void {
    this.checks.push({ construct, check });
  }

  /** The rules in the other Stages of the app, which are synthesized before or after this one. */
  private siblings(): ValidatedRule[] {
    const { root } = this.stage.node;
    const stages = root.node.findAll().filter((construct) => Stage.isStage(construct) && construct !== this.stage) as StageWithValidation[];
    return stages.flatMap((stage) => [...stage[PROPERTY]?.rules.values() ?? []]);
  }

  private findings(): LocatedFinding[] {
    const { stage, resources, alarms } = this;
    // The CDK keeps no annotations of a Stage.
    const [subject = stage] = [...this.rules.keys(), ...resources];
    return guarded(subject, () => {
      const pass = new ValidationPass({ stage, rules: [...this.rules.values()], resources, alarms, siblings: () => this.siblings() });
      const others = this.checks.flatMap(({ construct, check }) => guarded(construct, () => check(pass)));
      return withoutRepetition(guarded(subject, () => pass.delivery()), others);
    });
  }
}

/** What the checks of a message found is more precise than that it is refused. */
function withoutRepetition(delivery: readonly LocatedFinding[], others: readonly LocatedFinding[]): LocatedFinding[] {
  const keyOf = ({ at, messageOf }: LocatedFinding) => `${at.node.path} ${messageOf}`;
  const messages = new Set(others.filter(({ messageOf }) => messageOf !== undefined).map(keyOf));
  return [...delivery.filter((finding) => !messages.has(keyOf(finding))), ...others];
}
