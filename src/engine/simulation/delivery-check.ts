import { partsOfArn } from './arn';
import { inTurn, outcomeOf } from './authorization';
import type { Authorization, Outcome } from './authorization';
import { isBus } from './bus';
import { authorizeBus } from './bus-authorization';
import { authorizeDeadLetters } from './dead-lettering';
import type { Resources } from './resources';
import type { Rule, RuleTarget } from './rule';
import { notifySubscribers } from './subscribers';
import type { SubscriberOutcome } from './subscribers';
import { acceptsInput, authorizeTarget } from './target-authorization';
import type { RenderedInput } from '../input/rendered-input';
import { resultFor } from '../policy/conditions';
import type { Comparison } from '../policy/policy-request';

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

/**
 * Answers whether events are delivered, for the resources of one deployment. What rules have in common, such as a target that allows all rules of its
 * account, is evaluated once.
 */
export class DeliveryCheck {
  private readonly known = new Map<string, Known[]>();

  constructor(public readonly resources: Resources) {}

  /** Whether an event of a rule is delivered to a target. */
  public target(rule: Rule, target: RuleTarget, event: Record<string, unknown>): TargetOutcome {
    const input = target.input(event);
    const authorization = inTurn(
      () => acceptsInput(target, input, this.resources),
      () => (isBus(target.Arn) ? authorizeBus(rule, target, event, this.resources) : this.authorization(rule, target)),
    );
    const isNotified = authorization.refusal === undefined && partsOfArn(target.Arn)?.service === 'sns';
    return {
      ...authorization,
      outcome: outcomeOf(authorization),
      input,
      subscribers: isNotified ? notifySubscribers(target.Arn, input.body, event.time, this.resources) : [],
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
    const authorization = this.once(key, rule, (compared) => authorizeDeadLetters(rule, target, this.resources, compared));
    return authorization && { ...authorization, outcome: outcomeOf(authorization) };
  }

  /** Evaluates an authorization unless another rule has the same one: a rule in the same place of which the ARN compares in the same way. */
  private once(question: string, rule: Rule, evaluate: (compared: Comparison[]) => Authorization | undefined): Authorization | undefined {
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
}

function comparesAlike({ operator, key, wanted, likelihood, isDoubtful }: Comparison, arn: string): boolean {
  return resultFor(operator, key, wanted, { values: [arn], isDoubtful }).likelihood === likelihood;
}
