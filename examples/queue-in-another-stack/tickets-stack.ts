import type { StackProps } from 'aws-cdk-lib';
import { Stack } from 'aws-cdk-lib';
import * as kms from 'aws-cdk-lib/aws-kms';
import * as sqs from 'aws-cdk-lib/aws-sqs';
import type { Construct } from 'constructs';

/** The queue of the help desk, encrypted with a customer-managed key. It does not depend on its senders. */
export class TicketsStack extends Stack {
  public readonly queue: sqs.Queue;

  constructor(scope: Construct, id: string, props?: StackProps) {
    super(scope, id, props);
    const encryptionMasterKey = new kms.Key(this, 'Key', { enableKeyRotation: true });
    this.queue = new sqs.Queue(this, 'Tickets', { encryptionMasterKey, enforceSSL: true });
  }
}
