import { partsOfArn } from './arn';
import { Cause, inTurn, Outcome, outcomeOf } from './authorization';
import type { Assumption, Authorization } from './authorization';
import { isBus } from './bus';
import { authorizeBus } from './bus-authorization';
import { authorizeDeadLetters } from './dead-lettering';
import type { Resources } from './resources';
import { Rule } from './rule';
import type { RuleTarget } from './rule';
import { notifySubscribers } from './subscribers';
import type { SubscriberOutcome } from './subscribers';
import { acceptsInput, authorizeTarget } from './target-authorization';
import type { RenderedInput } from '../input/rendered-input';
import { resultFor } from '../policy/conditions';
import type { Comparison } from '../policy/policy-request';
import { describeWorld } from '../template/worlds';
import type { World } from '../template/worlds';

/** Whether something is delivered, and why not. */
export interface Verdict extends Authorization {
  readonly outcome: Outcome;
}

/** Whether one event of a rule is delivered to one of its targets, and to the subscriptions behind it. */
export interface TargetOutcome extends Verdict {
  /** What the target receives. */
  readonly input: RenderedInput;
  /** The subscriptions of a topic; none if it is not reached. */
  readonly subscribers: readonly SubscriberOutcome[];
}

/** An authorization, and the comparisons of the ARN of the rule that it depends on. */
interface Known {
  readonly compared: readonly Comparison[];
  readonly authorization?: Authorization;
}

/** The same check in another world. */
interface OtherWorld {
  readonly world: World;
  readonly check: DeliveryCheck;
}

/**
 * Answers whether events are delivered, for the resources of one deployment. What rules have in common, such as a target that allows all rules of its
 * account, is evaluated once. What is refused is evaluated in every world in which the conditions of the templates differ: what is refused in some of
 * them only is unknown.
 */
export class DeliveryCheck {
  private readonly answers = new WeakMap<Rule, Map<string, Authorization | undefined>>();
  private readonly known = new Map<string, Known[]>();
  private knownWorlds?: readonly OtherWorld[];

  /** @param isDefault whether the resources are those of the default world */
  constructor(public readonly resources: Resources, private readonly isDefault = true) {}

  /** Whether an event of a rule is delivered to a target. */
  public target(rule: Rule, target: RuleTarget, event: Record<string, unknown>): TargetOutcome {
    const input = target.input(event);
    const here = inTurn(
      () => acceptsInput(target, input, this.resources),
      () => (isBus(target.Arn) ? authorizeBus(rule, target, event, this.resources) : this.authorization(rule, target)),
    );
    const authorization = this.unlessAllowedInAnotherWorld(here, rule, target, (check, other, to) => check.target(other, to, event));
    const isNotified = authorization.refusal === undefined && partsOfArn(target.Arn)?.service === 'sns';
    const subscribers = isNotified ? notifySubscribers(target.Arn, input.body, event.time, this.resources) : [];
    return {
      ...authorization,
      outcome: outcomeOf(authorization),
      input,
      subscribers: subscribers.map((subscriber) => this.subscriber(subscriber, rule, target, event)),
    };
  }

  /** Whether a target accepts what a rule sends, whatever the event. Not for event buses, whose policies depend on the event. */
  public authorization(rule: Rule, target: RuleTarget): Authorization {
    const { Arn, RoleArn, SqsParameters } = target;
    const key = JSON.stringify(['target', Arn, RoleArn, SqsParameters?.MessageGroupId]);
    return this.once(key, rule, (compared) => authorizeTarget(rule, target, this.resources, compared))!;
  }

  /** Whether the dead-letter queue of a target takes what could not be delivered; undefined if the target has none. */
  public deadLetters(rule: Rule, target: RuleTarget): Verdict | undefined {
    const key = JSON.stringify(['dead letters', target.DeadLetterConfig?.Arn]);
    const here = this.once(key, rule, (compared) => authorizeDeadLetters(rule, target, this.resources, compared));
    const authorization = here && this.unlessAllowedInAnotherWorld(here, rule, target, (check, other, to) => check.deadLetters(other, to));
    return authorization && { ...authorization, outcome: outcomeOf(authorization) };
  }

  private subscriber(here: SubscriberOutcome, rule: Rule, target: RuleTarget, event: Record<string, unknown>): SubscriberOutcome {
    const authorization = this.unlessAllowedInAnotherWorld(here, rule, target, (check, other, to) => (
      check.target(other, to, event).subscribers.find(({ subscription }) => subscription.path === here.subscription.path)));
    return authorization === here ? here : { ...here, ...authorization, refusal: undefined, outcome: Outcome.UNKNOWN };
  }

  /** Evaluates an authorization once for each rule: several targets share a dead-letter queue, and several events go to one target. */
  private once(question: string, rule: Rule, evaluate: (compared: Comparison[]) => Authorization | undefined): Authorization | undefined {
    const answers = this.answers.get(rule) ?? new Map<string, Authorization | undefined>();
    this.answers.set(rule, answers);
    if (!answers.has(question)) {
      answers.set(question, this.asAnotherRule(question, rule, evaluate));
    }
    return answers.get(question);
  }

  /** Evaluates an authorization unless another rule has the same one: a rule in the same place of which the ARN compares in the same way. */
  private asAnotherRule(question: string, rule: Rule, evaluate: (compared: Comparison[]) => Authorization | undefined): Authorization | undefined {
    const { account, region } = rule.resource.stack.environment;
    const key = `${account} ${region} ${question}`;
    const candidates = this.known.get(key) ?? [];
    const same = candidates.find(({ compared }) => compared.every((comparison) => comparesAlike(comparison, rule.arn)));
    if (same !== undefined) {
      return same.authorization;
    }
    const compared: Comparison[] = [];
    const authorization = evaluate(compared);
    // The reason of a refusal, and what does not exist, are about this rule.
    if (authorization?.refusal === undefined) {
      this.known.set(key, [...candidates, { compared, authorization }]);
    }
    return authorization;
  }

  /** An authorization, or an assumption if it is refused in this world and not in another one. */
  private unlessAllowedInAnotherWorld(
    here: Authorization, rule: Rule, target: RuleTarget, ask: (check: DeliveryCheck, rule: Rule, target: RuleTarget) => Authorization | undefined,
  ): Authorization {
    const { refusal } = here;
    if (refusal === undefined || !this.isDefault) {
      return here;
    }
    const at = rule.targets.indexOf(target);
    const otherWorld = this.otherWorlds().find(({ check }) => {
      const resource = this.resources.counterpart(rule.resource, check.resources);
      const other = resource && new Rule(resource);
      const to = other?.targets[at];
      const authorization = to && ask(check, other!, to);
      return authorization !== undefined && authorization.refusal === undefined;
    });
    if (otherWorld === undefined) {
      return here;
    }
    const assumption: Assumption = {
      text: `${describeWorld(otherWorld.world)}: otherwise ${refusal.reason}`, cause: Cause.VALUE, isDecisive: true, holder: refusal.concerned, policies: refusal.policies,
    };
    return { assumptions: [assumption] };
  }

  private otherWorlds(): readonly OtherWorld[] {
    this.knownWorlds ??= this.resources.worlds.others.map((world) => ({ world, check: new DeliveryCheck(this.resources.inWorld(world), false) }));
    return this.knownWorlds;
  }
}

function comparesAlike({ operator, key, wanted, likelihood, isUncertain }: Comparison, arn: string): boolean {
  return resultFor(operator, key, wanted, { values: [arn], isUncertain }).likelihood === likelihood;
}
