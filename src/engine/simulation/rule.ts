import { busArn } from './bus';
import { assumedQuotas, violatedLimits } from './rule-limits';
import type { DeclaredTarget } from './rule-limits';
import { RenderedInput } from '../input/rendered-input';
import { targetInput } from '../input/target-input';
import type { TargetInput } from '../input/target-input';
import { EventPattern } from '../matcher/event-pattern';
import type { IndexedEvent, Scalar } from '../matcher/indexed-event';
import type { ResourceInstance } from '../template/resource-instance';
import { hasInvented, readable, readableJson } from '../values/unknown';

/** A target of a rule, and what it receives. */
export interface RuleTarget extends Pick<DeclaredTarget, 'Id' | 'Arn' | 'DeadLetterConfig' | 'RoleArn' | 'SqsParameters'> {
  readonly input: TargetInput;
}

/** A rule of the simulated stacks. */
export class Rule {
  public readonly logicalId: string;
  public readonly path: string;
  public readonly name: string;
  public readonly arn: string;
  /** The ARN of its event bus, as shown to people. */
  public readonly bus: string;
  public readonly targets: readonly RuleTarget[];
  /** Undefined for a rule that only runs on a schedule, or with a pattern that EventBridge refuses. */
  public readonly pattern?: EventPattern;
  /** The fields that every matching event has, with the values of which such an event has one. */
  public readonly requires: ReadonlyMap<string, ReadonlySet<Scalar>>;
  /** Why the rule matches no events, whatever its pattern. */
  public readonly inactiveReason?: string;
  /** Adjustable quotas that have to be raised for the rule. */
  public readonly assumedQuotas: readonly string[];

  private readonly foundProblems: string[] = [];

  constructor(public readonly resource: ResourceInstance) {
    const property = (name: string) => this.attempt('', () => readableJson(resource.property(name) as unknown));
    this.logicalId = resource.logicalId;
    this.path = resource.path;
    this.name = this.attempt('', () => resource.name) ?? resource.logicalId;
    this.arn = this.attempt('', () => resource.arn) ?? resource.logicalId;
    this.bus = readable(busArn(resource.stack.environment, this.attempt('', () => resource.property('EventBusName'))));
    const targets = this.declaredTargets();
    this.targets = targets.map((target) => ({ ...target, input: this.inputOf(target) }));
    const rawPattern = this.attempt('', () => resource.property('EventPattern') as unknown);
    const isKnown = typeof rawPattern !== 'string' || !hasInvented(rawPattern);
    const pattern = isKnown ? readableJson(rawPattern) : undefined;
    const isRefused = this.foundProblems.length;
    this.pattern = pattern === undefined ? undefined : this.attempt('the event pattern: ', () => new EventPattern(parsed(pattern)));
    this.requires = this.pattern?.requires() ?? new Map();
    const declared = {
      name: this.name, description: property('Description'), pattern: pattern === undefined ? undefined : textOf(pattern), schedule: isKnown ? property('ScheduleExpression') : '', targets,
    };
    this.assumedQuotas = assumedQuotas(declared);
    this.foundProblems.push(...violatedLimits(declared));
    this.inactiveReason = isKnown ? this.inactiveReasonOf(property('State'), this.foundProblems[isRefused]) : 'the event pattern is not known before the deployment';
  }

  /** Why AWS refuses the rule at its deployment; undefined if it does not. */
  public get refusal(): string | undefined {
    return this.foundProblems.length === 0 ? undefined : this.foundProblems.join('; ');
  }

  /** Everything for which AWS refuses the rule at its deployment. */
  public get problems(): readonly string[] {
    return this.foundProblems;
  }

  /** Adds a reason for which AWS refuses the rule, which depends on other rules. */
  public addProblem(problem: string): void {
    this.foundProblems.push(problem);
  }

  /** Whether the rule matches an event that comes to its bus. */
  public matches(event: IndexedEvent): boolean {
    return this.inactiveReason === undefined && this.pattern!.matches(event);
  }

  private declaredTargets(): DeclaredTarget[] {
    const targets = this.attempt('', () => this.resource.property('Targets') as unknown) ?? [];
    return Array.isArray(targets) ? targets.filter((target) => typeof target === 'object' && target !== null) as DeclaredTarget[] : [];
  }

  private inputOf({ Id, Input, InputPath, InputTransformer }: DeclaredTarget): TargetInput {
    const read = () => targetInput(readableJson({ Input, InputPath, InputTransformer }), { name: readable(this.name), arn: readable(this.arn) });
    return this.attempt(`the input of target ${Id}: `, read) ?? (() => new RenderedInput(''));
  }

  /** The result of a computation; undefined, and a problem, if it fails. */
  private attempt<T>(subject: string, compute: () => T): T | undefined {
    try {
      return compute();
    } catch (error) {
      this.foundProblems.push(subject + readable((error as Error).message));
      return undefined;
    }
  }

  private inactiveReasonOf(state: unknown, refusal: string | undefined): string | undefined {
    if (state === 'DISABLED') {
      return 'the rule is disabled';
    }
    if (this.pattern !== undefined) {
      return undefined;
    }
    return refusal === undefined ? 'the rule has no event pattern' : `EventBridge refuses ${refusal}`;
  }
}

/** The rules of some resources. Two rules of one bus cannot have the same name. */
export function rulesOf(resources: readonly ResourceInstance[]): Rule[] {
  const rules = resources.map((resource) => new Rule(resource));
  const byArn = new Map<string, Rule[]>();
  for (const rule of rules) {
    const arn = readable(rule.arn);
    byArn.set(arn, [...byArn.get(arn) ?? [], rule]);
  }
  for (const same of byArn.values()) {
    for (const rule of same.length > 1 ? same : []) {
      const others = same.filter((other) => other !== rule).map(({ path }) => path);
      rule.addProblem(`${others.join(', ')} has the same name, ${readable(rule.name)}, on the same event bus`);
    }
  }
  return rules;
}

function parsed(pattern: unknown): unknown {
  return typeof pattern === 'string' ? JSON.parse(pattern) : pattern;
}

function textOf(pattern: unknown): string {
  return typeof pattern === 'string' ? pattern : JSON.stringify(pattern);
}
