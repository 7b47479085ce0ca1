import { EventField, RuleTargetInput } from 'aws-cdk-lib/aws-events';
import { EcsEventMessage } from '../../src';

/** What a message promises of a value of the event. */
export enum Form {
  /** The value stands in it as it is, quotes and line breaks included. */
  TEXT = 'text',
  /** It is JSON, whatever the value is. */
  JSON = 'JSON',
}

/** A kind of message for a target. */
export interface MessageKind {
  readonly name: string;
  readonly form: Form;
  /** Several lines are no JSON document, and a function takes nothing else. */
  readonly isForFunctions: boolean;
  /** The warning that it deserves, which is known. */
  readonly acknowledged?: { readonly id: string; readonly why: string };
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
  {
    name: 'Text',
    form: Form.TEXT,
    isForFunctions: false,
    message: () => EcsEventMessage.text({
      titlePrefix: `matrix ${EventField.account}`, runbook: 'https://wiki.example.com/ecs?a=1&b=2', additionalFields: { Id: EventField.eventId },
    }),
  },
  {
    name: 'Chat',
    form: Form.JSON,
    isForFunctions: true,
    message: () => EcsEventMessage.chat({ environmentName: 'matrix', mentions: ['<!here>'], runbook: 'https://wiki.example.com/ecs?a=1&b=2', additionalFields: { team: 'a "b"', at: EventField.time } }),
  },
  { name: 'Json', form: Form.JSON, isForFunctions: true, message: () => EcsEventMessage.json({ titlePrefix: '<matrix>', additionalFields: { team: 'a "b"', at: EventField.time } }) },
  // One line of text is a JSON document as well, unless a value breaks it.
  {
    name: 'CdkText',
    form: Form.TEXT,
    isForFunctions: true,
    acknowledged: { id: 'cdk-ecs-event-rules:unescapedValueInString', why: 'what becomes of it at a function is what the matrix shows' },
    message: (says) => RuleTargetInput.fromText(`${EventField.eventId}: ${EventField.fromPath(says)}`),
  },
  { name: 'CdkLines', form: Form.TEXT, isForFunctions: false, message: (says) => RuleTargetInput.fromMultilineText(`${EventField.eventId}\n${EventField.fromPath(says)}`) },
  {
    name: 'CdkObject',
    form: Form.JSON,
    isForFunctions: true,
    message: (says) => RuleTargetInput.fromObject({
      id: EventField.eventId, from: { account: EventField.account }, says: EventField.fromPath(says), about: EventField.fromPath('$.resources'),
    }),
  },
  { name: 'CdkPath', form: Form.JSON, isForFunctions: true, message: () => RuleTargetInput.fromEventPath('$.detail') },
];
