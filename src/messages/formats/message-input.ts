import { Lazy } from 'aws-cdk-lib';
import * as events from 'aws-cdk-lib/aws-events';
import { ValidationError, pathOf } from '../../validation/validation-error';
import { checkInputsOf } from '../checks/check-input';
import { inputTransformer } from '../content/placeholder';
import type { Report } from '../content/report';
import { reportOn } from '../content/report';
import { MatchedEvents } from '../matched-events/matched-events';

/** EventBridge's fixed quota, in characters. */
const MAX_TEMPLATE_LENGTH = 8192;

/** A message about the events that a rule matches. It reads the pattern of the rule that binds it at synthesis, so later changes of the pattern count. */
export abstract class MessageInput extends events.RuleTargetInput {
  /** The message as JSON, or as lines of it, with marks for the values of the event. */
  protected abstract render(report: Report, matched: MatchedEvents): string;

  public bind(rule: events.IRuleRef): events.RuleTargetInputProperties {
    checkInputsOf(rule);
    const rendered = () => {
      const matched = MatchedEvents.of(rule);
      return inputTransformer(this.render(reportOn(matched, rule), matched));
    };
    return {
      inputTemplate: Lazy.uncachedString({ produce: () => checkLength(rule, rendered().template) }),
      inputPathsMap: Lazy.uncachedAny({ produce: () => rendered().paths }) as unknown as Record<string, string>,
    };
  }
}

/** Fails for a template that EventBridge refuses at deployment. */
function checkLength(rule: events.IRuleRef, template: string): string {
  if (template.length > MAX_TEMPLATE_LENGTH) {
    throw new ValidationError({
      prop: 'message',
      problem: `its template has ${template.length} characters, and EventBridge accepts at most ${MAX_TEMPLATE_LENGTH}`,
      resolution: 'Shorten the texts that you gave to EcsEventMessage, such as titlePrefix, runbook and additionalFields',
    }, pathOf(rule));
  }
  return template;
}
