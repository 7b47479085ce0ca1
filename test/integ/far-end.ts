import type { DeployedStack } from './deployed-stack';

/** A message at the end of its way. */
export interface Arrived {
  readonly body: string;
  /** The attributes of the message, such as `ERROR_CODE` of a dead letter. */
  readonly attributes: { readonly [name: string]: string };
}

/** Takes everything out of a queue. */
export async function arrivedIn(stack: DeployedStack, queue: string): Promise<Arrived[]> {
  const QueueUrl = stack.physicalId('AWS::SQS::Queue', queue);
  const arrived: Arrived[] = [];
  for (;;) {
    const { Messages = [] } = await stack.aws.call('sqs', 'ReceiveMessage', { QueueUrl, MaxNumberOfMessages: 10, MessageAttributeNames: ['All'] });
    if (Messages.length === 0) {
      return arrived;
    }
    for (const { Body, ReceiptHandle, MessageAttributes = {} } of Messages) {
      const attributes = Object.entries<any>(MessageAttributes).map(([name, { StringValue }]) => [name, StringValue]);
      arrived.push({ body: Body, attributes: Object.fromEntries(attributes) });
      await stack.aws.call('sqs', 'DeleteMessage', { QueueUrl, ReceiptHandle });
    }
  }
}

/** What a function of the matrix has received since it was deployed, as JSON. */
export async function receivedBy(stack: DeployedStack, handler: string = ''): Promise<string[]> {
  const logGroupName = `/aws/lambda/${stack.physicalId('AWS::Lambda::Function', handler)}`;
  const received: string[] = [];
  let nextToken: string | undefined;
  do {
    const page = await stack.aws.call('logs', 'FilterLogEvents', { logGroupName, ...nextToken === undefined ? {} : { nextToken } })
      .catch((error: Error) => {
        // It was never invoked.
        if (error.message.includes('ResourceNotFoundException')) {
          return { events: [] };
        }
        throw error;
      });
    received.push(...page.events.map(({ message }: { message: string }) => message));
    nextToken = page.nextToken;
  } while (nextToken !== undefined);
  // The other lines are those that AWS Lambda adds.
  return received.filter((line) => !/^(START|END|REPORT|INIT_START) /.test(line)).map(decodeURIComponent);
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
