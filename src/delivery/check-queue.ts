import type * as sqs from 'aws-cdk-lib/aws-sqs';
import type { AppResources } from './app-resources';
import { resourceOf } from './app-resources';
import { estimatedBytes } from './estimated-bytes';
import { judgeKey } from './check-key';
import { judgePolicies } from './check-policies';
import type { Judgement } from './finding';
import { refused } from './finding';
import { queueKeyStatement, queueStatement } from './permissions/statements';

/** The quotas of Amazon SQS, fixed. */
const MAX_STATEMENTS = 20;
const MAX_POLICY_BYTES = 8192;

/** A policy document, as far as it is counted. */
interface PolicyJson {
  readonly Statement: readonly unknown[];
}

/** Whether what EventBridge sends to a queue arrives; dead letters too. */
export function judgeQueue(queue: sqs.IQueue, resources: AppResources): Judgement[] {
  const policies = resources.naming('AWS::SQS::QueuePolicy', 'Queues', queue, queue.queueUrl);
  return [
    ...judgeKey(queue, resources, { what: 'queue', awsManagedKey: 'alias/aws/sqs', statement: queueKeyStatement(queue) }),
    ...judgePolicies(queue, resources, { what: 'queue', policies, statement: queueStatement(queue) }),
    ...judgeDeduplication(queue, resources),
    ...policies.slice(0, 1).flatMap((policy) => judgeSize(queue, resources.property(policy, 'PolicyDocument') as PolicyJson)),
  ];
}

/** EventBridge gives no deduplication id, so a FIFO queue has to make one of the content. */
function judgeDeduplication(queue: sqs.IQueue, resources: AppResources): Judgement[] {
  const owned = resourceOf(queue);
  // What is known at deployment only, is an object here.
  return !queue.fifo || !owned || resources.property(owned, 'ContentBasedDeduplication') ? [] : [refused(queue, {
    prop: 'contentBasedDeduplication',
    problem: 'found none on a FIFO queue, which refuses what EventBridge sends: a rule cannot give a deduplication id',
    wayOut: 'Set contentBasedDeduplication: true',
  })];
}

/** The targets of aws-events-targets add a statement a rule. */
function judgeSize(queue: sqs.IQueue, document: PolicyJson): Judgement[] {
  const statements = document.Statement.length;
  const bytes = estimatedBytes(queue, document);
  return statements <= MAX_STATEMENTS && bytes <= MAX_POLICY_BYTES ? [] : [refused(queue, {
    prop: 'policy of the queue',
    problem: `it has ${statements} statements and about ${bytes} bytes, Amazon SQS takes ${MAX_STATEMENTS} statements and ${MAX_POLICY_BYTES} bytes`,
    wayOut: 'targets.SqsQueue adds a statement for each rule: use SqsSendMessage of cdk-ecs-event-rules, which needs one for all of them',
  })];
}
