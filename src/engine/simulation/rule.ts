import { busArn } from './bus';
import { assumedQuotas, violatedLimits } from './rule-limits';
import type { DeclaredTarget } from './rule-limits';
import { RenderedInput } from '../input/rendered-input';
import { targetInput } from '../input/target-input';
import type { TargetInput } from '../input/target-input';
import { EventPattern } from '../matcher/event-pattern';
import type { IndexedEvent, Scalar } from '../matcher/indexed-event';
import type { ResourceInstance } from '../template/resource-instance';
import { RefusedError } from '../values/refused-error';
import { hasInvented, hasUnknown, readable, readableJson, unknownValue } from '../values/unknown';

/** A target of a rule, and what it receives. */
export interface RuleTarget extends Pick<DeclaredTarget, 'Id' | 'Arn' | 'DeadLetterConfig' | 'RoleArn' | 'SqsParameters'> {
  readonly input: TargetInput;
  /** Whether it is not known before the deployment what the target receives. */
  readonly hasUnknownInput: boolean;
}

/** Why AWS refuses a rule at its deployment. */
export interface RuleProblem {
  readonly text: string;
  /** The id of the target of which EventBridge refuses the input. */
  readonly inputOf?: string;
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
  public readonly isDisabled: boolean;
  /** Why the rule matches no events, whatever its pattern. */
  public readonly inactiveReason?: string;
  /** Adjustable quotas that have to be raised for the rule. */
  public readonly assumedQuotas: readonly string[];

  private readonly foundProblems: RuleProblem[] = [];
  private readonly foundUnknowns = new Set<string>();

  constructor(public readonly resource: ResourceInstance) {
    const property = (name: string) => this.attempt(() => readableJson(resource.property(name) as unknown));
    this.logicalId = resource.logicalId;
    this.path = resource.path;
    this.name = this.attempt(() => resource.name) ?? resource.logicalId;
    this.arn = this.attempt(() => resource.arn) ?? resource.logicalId;
    this.bus = readable(busArn(resource.stack.environment, this.attempt(() => resource.property('EventBusName'))));
    const targets = this.declaredTargets();
    this.targets = targets.map((target) => ({ ...target, ...arnsOf(target), ...this.inputOf(target) }));
    const pattern = this.declaredPattern();
    const isRefused = this.foundProblems.length;
    this.pattern = pattern === undefined ? undefined : this.attempt(() => new EventPattern(typeof pattern.value === 'string' ? parsed(pattern.text) : pattern.value), OF_PATTERN);
    this.requires = this.pattern?.requires() ?? new Map();
    const isKnown = !this.foundUnknowns.has(UNKNOWN_PATTERN);
    const declared = { name: this.name, description: this.attempt(() => resource.property('Description') as unknown), pattern: pattern?.text, schedule: isKnown ? property('ScheduleExpression') : '', state: this.attempt(() => resource.property('State') as unknown), targets };
    this.assumedQuotas = assumedQuotas(declared);
    this.foundProblems.push(...violatedLimits(declared).map((text) => ({ text })));
    this.isDisabled = property('State') === 'DISABLED';
    this.inactiveReason = isKnown ? this.inactiveReasonOf(this.foundProblems[isRefused]?.text) : UNKNOWN_PATTERN;
  }

  /** Why AWS refuses the rule at its deployment; undefined if it does not. */
  public get refusal(): string | undefined {
    return this.foundProblems.length === 0 ? undefined : this.foundProblems.map(({ text }) => text).join('; ');
  }

  /** Everything for which AWS refuses the rule at its deployment. */
  public get problems(): readonly RuleProblem[] {
    return this.foundProblems;
  }

  /** What cannot be evaluated before the deployment, and why. Nothing is concluded from it. */
  public get unknowns(): readonly string[] {
    return [...this.foundUnknowns];
  }

  /** Adds a reason for which AWS refuses the rule, which depends on other rules. */
  public addProblem(text: string): void {
    this.foundProblems.push({ text });
  }

  /** Whether the rule matches an event that comes to its bus. */
  public matches(event: IndexedEvent): boolean {
    return this.inactiveReason === undefined && this.pattern!.matches(event);
  }

  /** The pattern, and its JSON; undefined if there is none, or if it is not known before the deployment. */
  private declaredPattern(): { readonly value: unknown; readonly text: string } | undefined {
    const pattern = this.attempt(() => this.resource.property('EventPattern') as unknown, undefined, () => this.foundUnknowns.add(UNKNOWN_PATTERN));
    if (pattern === undefined) {
      return undefined;
    }
    const text = typeof pattern === 'string' ? pattern : JSON.stringify(pattern);
    const value = hasUnknown(text) ? readableJson(pattern) : pattern;
    // An unknown value in a list may be any text. One that stands for a list or an object makes no pattern.
    if (hasInvented(text) && (typeof value === 'string' || EventPattern.check(value) !== undefined)) {
      this.foundUnknowns.add(UNKNOWN_PATTERN);
      return undefined;
    }
    return { value, text: readable(text) };
  }

  /** The targets. One of which a value cannot be evaluated has an unknown value there; one that cannot be evaluated at all is unknown. */
  private declaredTargets(): DeclaredTarget[] {
    let isKnown = true;
    const evaluated = this.attempt(() => this.resource.property('Targets') as unknown, undefined, () => { isKnown = false; });
    const targets = isKnown ? evaluated : this.targetsOneByOne();
    if (isUnknown(targets)) {
      return [this.unknownTarget(0)];
    }
    return Array.isArray(targets)
      ? targets.map((target, at) => (isUnknown(target) ? this.unknownTarget(at) : target as DeclaredTarget)).filter((target) => typeof target === 'object' && target !== null)
      : [];
  }

  private targetsOneByOne(): unknown {
    const declared = this.resource.declared.Properties?.Targets;
    const valueOf = (name: string, value: unknown): object => (
      this.attempt(() => this.resource.stack.evaluate({ [name]: value })) ?? { [name]: unknownValue(`${this.logicalId}.${name}`) });
    const targetOf = (target: object): unknown => {
      const evaluated = this.attempt(() => this.resource.stack.evaluate(target) as unknown);
      const values = Object.entries(target ?? {});
      return evaluated ?? (values.some(([name]) => name.startsWith('Fn::')) ? unknownValue('target') : Object.assign({}, ...values.map(([name, value]) => valueOf(name, value))));
    };
    return Array.isArray(declared) ? declared.map(targetOf) : unknownValue('targets');
  }

  private unknownTarget(at: number): DeclaredTarget {
    return { Id: unknownValue(`${this.logicalId}.Target${at}`), Arn: unknownValue(`target ${at + 1} of ${this.logicalId}`) };
  }

  private inputOf({ Id, ...target }: DeclaredTarget): Pick<RuleTarget, 'input' | 'hasUnknownInput'> {
    const { Input, InputPath, InputTransformer } = target;
    const declared = { Input, InputPath, InputTransformer };
    let hasUnknownInput = hasInvented(JSON.stringify(declared));
    const known = () => targetInput(readableJson(declared), { name: readable(this.name), arn: readable(this.arn) });
    const read = () => hasUnknownInput ? unlessRefused(known) : known();
    const id = readable(String(Id));
    const input = this.attempt(read, `the input of target ${id}: `, () => { hasUnknownInput = true; }, id);
    return { input: input ?? (() => new RenderedInput('')), hasUnknownInput };
  }

  /** The result of a computation; undefined, and a problem or something unknown, if it fails. */
  private attempt<T>(compute: () => T, subject: string = '', onUnknown: () => void = () => undefined, inputOf?: string): T | undefined {
    try {
      return compute();
    } catch (error) {
      const text = subject + readable((error as Error).message);
      if (!(error instanceof RefusedError)) {
        this.foundUnknowns.add(text);
        onUnknown();
      } else if (this.foundProblems.every((known) => known.text !== text)) {
        this.foundProblems.push({ text, inputOf });
      }
      return undefined;
    }
  }

  private inactiveReasonOf(refusal: string | undefined): string | undefined {
    if (this.isDisabled) {
      return 'the rule is disabled';
    }
    if (this.pattern !== undefined) {
      return undefined;
    }
    if (refusal === undefined) {
      return 'the rule has no event pattern';
    }
    return refusal.startsWith(OF_PATTERN) ? `EventBridge refuses ${refusal}` : `AWS refuses the rule at its deployment: ${refusal}`;
  }
}

function isUnknown(value: unknown): boolean {
  return typeof value === 'string' && hasInvented(value);
}

/** An input with values that are not known before the deployment. EventBridge may refuse what stands for them here, and accept the values. */
function unlessRefused(read: () => TargetInput): TargetInput {
  try {
    return read();
  } catch (error) {
    if (error instanceof RefusedError) {
      return () => new RenderedInput('', { assumptions: [`EventBridge accepts the input, which is not known before the deployment: ${readable(error.message)}`] });
    }
    throw error;
  }
}

/** The ARNs of a target that are texts. AWS refuses a rule with others. */
function arnsOf({ Arn, RoleArn, DeadLetterConfig }: DeclaredTarget): Pick<DeclaredTarget, 'Arn' | 'RoleArn' | 'DeadLetterConfig'> {
  const textIn = (arn: unknown) => (typeof arn === 'string' ? arn : undefined);
  return { Arn: textIn(Arn) ?? '', RoleArn: textIn(RoleArn), DeadLetterConfig: DeadLetterConfig && { Arn: textIn(DeadLetterConfig.Arn) } };
}

const OF_PATTERN = 'the event pattern: ';
const UNKNOWN_PATTERN = 'the event pattern is not known before the deployment';

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

function parsed(pattern: string): unknown {
  try {
    return JSON.parse(pattern);
  } catch (error) {
    throw new RefusedError((error as Error).message);
  }
}
