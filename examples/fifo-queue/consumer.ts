/** The parts of the JSON message that are used here. */
interface DeploymentEnded {
  readonly schemaVersion: string;
  readonly eventName: string;
  readonly summary: string;
  readonly serviceArn: string;
}

/** The event that AWS Lambda receives from a queue, and its response. */
interface SqsBatch {
  readonly Records: readonly { readonly messageId: string; readonly body: string }[];
}
interface SqsBatchResponse {
  readonly batchItemFailures: readonly { readonly itemIdentifier: string }[];
}

export async function handler({ Records }: SqsBatch): Promise<SqsBatchResponse> {
  for (const [at, { body }] of Records.entries()) {
    try {
      await updateTicket(JSON.parse(body));
    } catch (error) {
      console.error(error);
      // This message and all later ones are retried, so that none overtakes the one that failed.
      return { batchItemFailures: Records.slice(at).map(({ messageId }) => ({ itemIdentifier: messageId })) };
    }
  }
  return { batchItemFailures: [] };
}

async function updateTicket({ eventName, summary, serviceArn }: DeploymentEnded): Promise<void> {
  const state = eventName === 'SERVICE_DEPLOYMENT_FAILED' ? 'open' : 'closed';
  const ticket = new URL(encodeURIComponent(serviceArn), process.env.TICKETS_URL);
  const response = await fetch(ticket, { method: 'PUT', body: JSON.stringify({ state, summary }) });
  if (!response.ok) {
    throw new Error(`could not set the ticket of ${serviceArn} to ${state}: ${response.status}`);
  }
}
