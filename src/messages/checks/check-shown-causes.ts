import type * as events from 'aws-cdk-lib/aws-events';
import { DeliveryValidation } from '../../validation/delivery-validation';
import { warningFinding } from '../../validation/findings/finding';
import { wordingOf } from '../content/lines';
import { MatchedEvents, Presence } from '../matched-events/matched-events';

/**
 * Reports, when the Stage is synthesized, a cause that a chat notification cannot show. It shows a cause as a separate value if every event has it: what
 * EventBridge makes of a value that the event lacks, and what Amazon Q Developer makes of an empty one, is unknown.
 */
export function checkShownCauses(rule: events.IRuleRef): void {
  DeliveryValidation.of(rule).addCheck(rule, () => unshownCauses(MatchedEvents.of(rule)).map((path) => warningFinding(rule, 'cdk-ecs-event-rules:causeNotShownInChat',
    `some events of this rule have ${path} and others lack it, so the chat notification does not show it.`
    + ` Use dividedByPresence('${path}') of the pattern, which creates a rule for each, or a pattern that requires the field.`)));
}

/** The paths of causes that only some events have. Events that report no failure count for nothing. */
function unshownCauses(matched: MatchedEvents): string[] {
  const failures = matched.kinds.filter(({ event }) => event?.type !== 'INFO');
  const causes = failures.flatMap((kind) => wordingOf(kind)?.facts.filter(({ cause }) => cause === 'text') ?? []).map(({ path }) => path);
  return [...new Set(causes)].filter((path) => matched.presence(path) === Presence.SOMETIMES);
}
