import { Annotations, App, BootstraplessSynthesizer, Stack } from 'aws-cdk-lib';
import * as kms from 'aws-cdk-lib/aws-kms';
import { CONSTRUCTS } from './constructs';
import type { ConstructRow } from './constructs';
import { Ends } from './ends';
import { MESSAGE_KINDS } from './message-kinds';

/** The environment of the matrix: the account of servers that emulate AWS on this machine. */
export const MATRIX_ENV = { account: '000000000000', region: 'us-east-1' };

/** One stack of the matrix. */
export interface MatrixApp {
  /** Also the name of the stack. */
  readonly name: string;
  readonly construct: ConstructRow;
  readonly isEncrypted: boolean;
  readonly stack: Stack;
}

/**
 * Each construct × each kind of target × each kind of message, everything once without and once with a customer-managed key. A stack holds one
 * construct in every way in which it can be used. Made anew at every call, not synthesized; each stack is in a separate app, because an app is
 * synthesized as a whole.
 */
export function matrixApps(): MatrixApp[] {
  return CONSTRUCTS.flatMap((construct) => [false, true].map((isEncrypted) => {
    const name = `${construct.name}${isEncrypted ? 'Encrypted' : ''}`;
    const stack = new Stack(new App({ analyticsReporting: false }), name, { env: MATRIX_ENV, synthesizer: new BootstraplessSynthesizer() });
    Annotations.of(stack).acknowledgeWarning('cdk-ecs-event-rules:eventDeliveredTwice', 'every message is sent to every target');
    const ends = new Ends(stack, isEncrypted ? new kms.Key(stack, 'Key') : undefined);
    for (const { name: kind, isForFunctions, acknowledged, message } of MESSAGE_KINDS) {
      const made = construct.make(stack, kind, {
        targets: ends.targets(isForFunctions, { message: message?.(construct.says) }),
        deadLetterQueue: ends.deadLetterQueue,
      });
      if (acknowledged) {
        Annotations.of(made).acknowledgeWarning(acknowledged.id, acknowledged.why);
      }
    }
    return { name, construct, isEncrypted, stack };
  }));
}
