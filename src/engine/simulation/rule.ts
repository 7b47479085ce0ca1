import { busArn } from './bus';
import { targetInput } from '../input/target-input';
import type { TargetInput } from '../input/target-input';
import type { TargetInputProps } from '../input/target-input-props';
import { EventPattern } from '../matcher/event-pattern';
import type { IndexedEvent, Scalar } from '../matcher/indexed-event';
import type { ResourceInstance } from '../template/resource-instance';

/** A target as it stands in `AWS::Events::Rule`, and what it receives. */
export interface RuleTarget {
  readonly input: TargetInput;
  readonly Id: string;
  readonly Arn: string;
  readonly DeadLetterConfig?: { readonly Arn?: string };
  readonly RoleArn?: string;
  readonly SqsParameters?: { readonly MessageGroupId?: string };
}

type DeclaredTarget = Omit<RuleTarget, 'input'> & TargetInputProps;

/** A rule of the simulated stacks. */
export class Rule {
  public readonly logicalId: string;
  public readonly path: string;
  public readonly name: string;
  public readonly arn: string;
  /** The ARN of the bus that it listens to. */
  public readonly bus: string;
  public readonly targets: readonly RuleTarget[];
  /** Undefined for a rule that only runs on a schedule. */
  public readonly pattern?: EventPattern;
  /** The fields that every event has that it hears, with the values of which such an event has one. */
  public readonly requires: ReadonlyMap<string, ReadonlySet<Scalar>>;
  /** Why the rule hears nothing whatever its pattern says, on whatever bus. */
  public readonly inactiveReason?: string;

  /** Throws if EventBridge would refuse the pattern, or the input of a target. */
  constructor(public readonly resource: ResourceInstance) {
    this.logicalId = resource.logicalId;
    this.path = resource.path;
    this.name = resource.name;
    this.arn = resource.arn;
    this.bus = busArn(resource.stack.environment, resource.property('EventBusName'));
    this.targets = (resource.property('Targets') ?? []).map((target: DeclaredTarget) => ({ ...target, input: this.inputOf(target) }));
    this.pattern = this.compile(resource.property('EventPattern'));
    this.requires = this.pattern?.requires() ?? new Map();
    this.inactiveReason = this.inactiveReasonOf();
  }

  /** Whether the rule hears an event that comes to its bus. */
  public matches(event: IndexedEvent): boolean {
    return this.inactiveReason === undefined && this.pattern!.matches(event);
  }

  private compile(pattern: unknown): EventPattern | undefined {
    if (pattern === undefined) {
      return undefined;
    }
    try {
      return new EventPattern(typeof pattern === 'string' ? JSON.parse(pattern) : pattern);
    } catch (error) {
      throw new Error(`rule ${this.path}: EventBridge refuses the event pattern: ${(error as Error).message}`);
    }
  }

  private inputOf(target: DeclaredTarget): TargetInput {
    try {
      return targetInput(target, this);
    } catch (error) {
      throw new Error(`rule ${this.path}: EventBridge refuses the input of target ${target.Id}: ${(error as Error).message}`);
    }
  }

  private inactiveReasonOf(): string | undefined {
    if (this.resource.property('State') === 'DISABLED') {
      return 'the rule is disabled';
    }
    return this.pattern === undefined ? 'the rule has no event pattern' : undefined;
  }
}
