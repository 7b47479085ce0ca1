import { idOf, resource, sendThrough } from './alert-app';
import type { BreakableTemplate } from './alert-app';

/** Breaks or changes a template. */
export type Sabotage = (template: BreakableTemplate) => void;

export const TOPIC_POLICY = 'AWS::SNS::TopicPolicy';
export const QUEUE_POLICY = 'AWS::SQS::QueuePolicy';
export const PERMISSION = 'AWS::Lambda::Permission';
export const KEY = 'AWS::KMS::Key';

export const RULES = 'arn:aws:events:eu-west-1:111122223333:rule/';

/** The one statement of a policy that is for EventBridge. */
export function statementIn(template: BreakableTemplate, type: string, start: string): any {
  const { Properties } = resource(template, type, start);
  return (Properties.PolicyDocument ?? Properties.KeyPolicy).Statement.find(({ Principal }: any) => Principal.Service === 'events.amazonaws.com');
}

/** Takes the statements for EventBridge out of a policy. */
export function withoutEventBridge(template: BreakableTemplate, type: string, start: string): void {
  const { Properties } = resource(template, type, start);
  const document = Properties.PolicyDocument ?? Properties.KeyPolicy;
  document.Statement = document.Statement.filter(({ Principal }: any) => Principal.Service !== 'events.amazonaws.com');
}

/** Adds a Deny for everybody. */
export function deny(template: BreakableTemplate, type: string, start: string, statement: object = {}): void {
  const { Properties } = resource(template, type, start);
  (Properties.PolicyDocument ?? Properties.KeyPolicy).Statement.push({ Sid: 'Locked', Effect: 'Deny', Principal: '*', Action: '*', Resource: '*', ...statement });
}

/** Gives a resource a condition that does not hold. */
export function withoutExisting(template: BreakableTemplate, type: string, start: string): void {
  template.Conditions = { Never: { 'Fn::Equals': ['a', 'b'] } };
  resource(template, type, start).Condition = 'Never';
}

/** The template has no construct paths, so that resources are shown by their logical ids: puts these into a sentence. */
export function withIds(sentence: string): string {
  const found: { [name: string]: string } = {};
  sendThrough((template) => {
    for (const [name, type] of [
      ['TopicPolicy', TOPIC_POLICY], ['QueuePolicy', QUEUE_POLICY], ['TopicKey', KEY], ['QueueKey', KEY], ['Topic', 'AWS::SNS::Topic'],
      ['Queue', 'AWS::SQS::Queue'], ['OnCall', 'AWS::Lambda::Function'], ['DeadPolicy', QUEUE_POLICY], ['DeadKey', KEY], ['Dead', 'AWS::SQS::Queue'],
    ]) {
      found[name] = idOf(template, type, name);
    }
  });
  return sentence.replace(/\b(?:Topic|Queue|Dead)(?:Policy|Key)?\b|\bOnCall\b/g, (name) => found[name]);
}
