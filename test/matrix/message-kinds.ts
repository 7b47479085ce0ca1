import { EventField, RuleTargetInput } from 'aws-cdk-lib/aws-events';
import { EcsEventMessage } from '../../src';

/** What a message promises of a value of the event. */
export enum Form {
  /** The value stands in it as it is, quotes and line breaks included. */
  TEXT = 'text',
  /** It is JSON, whatever the value is. */
  JSON = 'JSON',
}

/** A kind of message that a target can be given. */
export interface MessageKind {
  readonly name: string;
  readonly form: Form;
  /** Several lines are no JSON document, and a function takes nothing else. */
  readonly isForFunctions: boolean;
  /**
   * The message; none for the event as AWS sent it.
   *
   * @param says a path that every event carries
   */
  message?(says: string): RuleTargetInput;
}

/** Every kind of message. Each says something of the event: a FIFO queue drops what it has seen in the last five minutes. */
export const MESSAGE_KINDS: readonly MessageKind[] = [
  { name: 'Event', form: Form.JSON, isForFunctions: true },
  { name: 'Text', form: Form.TEXT, isForFunctions: false, message: () => EcsEventMessage.text({ titlePrefix: 'matrix', runbook: 'https://wiki.example.com/ecs?a=1&b=2' }) },
  { name: 'StockText', form: Form.TEXT, isForFunctions: true, message: (says) => RuleTargetInput.fromText(`At ${EventField.time}: ${EventField.fromPath(says)}`) },
  { name: 'StockLines', form: Form.TEXT, isForFunctions: false, message: (says) => RuleTargetInput.fromMultilineText(`At ${EventField.time}\n${EventField.fromPath(says)}`) },
  {
    name: 'StockObject',
    form: Form.JSON,
    isForFunctions: true,
    message: (says) => RuleTargetInput.fromObject({ at: EventField.time, from: { account: EventField.account }, says: EventField.fromPath(says), about: EventField.fromPath('$.resources') }),
  },
  { name: 'StockPath', form: Form.JSON, isForFunctions: true, message: () => RuleTargetInput.fromEventPath('$.detail') },
];
