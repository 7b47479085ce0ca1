import type { Aws } from './aws';
import type { DeployedStack } from './deployed-stack';

/** A message at the end of its way. */
export interface Arrived {
  readonly body: string;
  /** The attributes of the message, such as `ERROR_CODE` of a dead letter. */
  readonly attributes: { readonly [name: string]: string };
}

/** Takes everything out of a queue of a stack. */
export async function arrivedIn(stack: DeployedStack, queue: string): Promise<Arrived[]> {
  return takeAll(stack.aws, stack.physicalId('AWS::SQS::Queue', queue));
}

/** Takes everything out of a queue. */
export async function takeAll(aws: Aws, QueueUrl: string): Promise<Arrived[]> {
  const arrived: Arrived[] = [];
  for (;;) {
    const { Messages = [] } = await aws.call('sqs', 'ReceiveMessage', { QueueUrl, MaxNumberOfMessages: 10, MessageAttributeNames: ['All'] });
    if (Messages.length === 0) {
      return arrived;
    }
    for (const { Body, MessageAttributes = {} } of Messages) {
      const attributes = Object.entries<any>(MessageAttributes).map(([name, { StringValue }]) => [name, StringValue]);
      arrived.push({ body: Body, attributes: Object.fromEntries(attributes) });
    }
    const Entries = Messages.map(({ ReceiptHandle }: { ReceiptHandle: string }, i: number) => ({ Id: String(i), ReceiptHandle }));
    await aws.call('sqs', 'DeleteMessageBatch', { QueueUrl, Entries });
  }
}

/** Takes out of its log what a function received that logs it, as JSON. */
export async function receivedBy(stack: DeployedStack, handler?: string): Promise<string[]> {
  return (await invocationsOf(stack, handler)).flat().map(decodeURIComponent);
}

/** Takes out of its log what a function said each time it was invoked. */
export async function invocationsOf(stack: DeployedStack, handler?: string): Promise<string[][]> {
  const logGroupName = `/aws/lambda/${stack.physicalId('AWS::Lambda::Function', handler)}`;
  const { logGroups } = await stack.aws.call('logs', 'DescribeLogGroups', { logGroupNamePrefix: logGroupName });
  if (logGroups.length === 0) {
    // It was never invoked.
    return [];
  }
  const lines: string[] = [];
  let nextToken: string | undefined;
  do {
    const page = await stack.aws.call('logs', 'FilterLogEvents', { logGroupName, ...nextToken === undefined ? {} : { nextToken } });
    lines.push(...page.events.map(({ message }: { message: string }) => message));
    nextToken = page.nextToken;
  } while (nextToken !== undefined);
  await stack.aws.call('logs', 'DeleteLogGroup', { logGroupName });
  const invocations: string[][] = [];
  for (const line of lines) {
    if (line.startsWith('START ')) {
      invocations.push([]);
    } else if (!/^(END|REPORT|INIT_START) /.test(line)) {
      invocations.at(-1)!.push(line);
    }
  }
  return invocations;
}

/**
 * A body in a form that can be compared. JSON objects are the same whatever the order of their keys, the space between them and the escapes in
 * them; everything else, such as every text, is compared byte for byte.
 */
export function comparable(body: string): string {
  return body.startsWith('{') || body.startsWith('[') ? JSON.stringify(sorted(JSON.parse(body))) : body;
}

function sorted(value: unknown): unknown {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) {
    return Array.isArray(value) ? value.map(sorted) : value;
  }
  return Object.fromEntries(Object.entries(value).sort(([one], [other]) => (one < other ? -1 : 1)).map(([key, inner]) => [key, sorted(inner)]));
}
