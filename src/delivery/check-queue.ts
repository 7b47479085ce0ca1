import type * as sqs from 'aws-cdk-lib/aws-sqs';
import { checkKey } from './check-key';
import { checkPolicies } from './check-policies';
import { estimatedBytes } from './estimated-bytes';
import { queueKeyStatement, queueStatement } from './permissions/statements';
import type { AppResources } from '../validation/deployed/app-resources';
import { resourceOf } from '../validation/deployed/app-resources';
import type { LocatedFinding } from '../validation/findings/finding';
import { errorFinding } from '../validation/findings/finding';

/** The quotas of Amazon SQS, fixed. */
const MAX_STATEMENTS = 20;
const MAX_POLICY_BYTES = 8192;

/** A policy document, as far as it is counted. */
interface PolicyJson {
  readonly Statement: readonly unknown[];
}

/** Whether what EventBridge sends to a queue arrives; dead letters too. */
export function checkQueue(queue: sqs.IQueue, resources: AppResources): LocatedFinding[] {
  const policies = resources.naming('AWS::SQS::QueuePolicy', 'Queues', queue, queue.queueUrl);
  return [
    ...checkKey(queue, resources, { what: 'queue', awsManagedKey: 'alias/aws/sqs', statement: queueKeyStatement(queue) }),
    ...checkPolicies(queue, resources, { what: 'queue', policies, statement: queueStatement(queue) }),
    ...checkDeduplication(queue, resources),
    ...policies.slice(0, 1).flatMap((policy) => checkSize(queue, resources.property(policy, 'PolicyDocument') as PolicyJson)),
  ];
}

/** EventBridge gives no deduplication id, so a FIFO queue has to make one of the content. */
function checkDeduplication(queue: sqs.IQueue, resources: AppResources): LocatedFinding[] {
  const owned = resourceOf(queue);
  // What is known at deployment only, is an object here.
  return !queue.fifo || !owned || resources.property(owned, 'ContentBasedDeduplication') ? [] : [errorFinding(queue, {
    prop: 'contentBasedDeduplication',
    problem: 'found none on a FIFO queue, which refuses what EventBridge sends: a rule cannot give a deduplication id',
    resolution: 'Set contentBasedDeduplication: true',
  })];
}

/** The targets of aws-events-targets add a statement a rule. */
function checkSize(queue: sqs.IQueue, document: PolicyJson): LocatedFinding[] {
  const statements = document.Statement.length;
  const bytes = estimatedBytes(queue, document);
  return statements <= MAX_STATEMENTS && bytes <= MAX_POLICY_BYTES ? [] : [errorFinding(queue, {
    prop: 'policy of the queue',
    problem: `it has ${statements} statements and about ${bytes} bytes, Amazon SQS takes ${MAX_STATEMENTS} statements and ${MAX_POLICY_BYTES} bytes`,
    resolution: 'targets.SqsQueue adds a statement for each rule: use SqsSendMessage of cdk-ecs-event-rules, which needs one for all of them',
  })];
}
