/** The parts of the JSON message that are used here. */
interface PlacementFailure {
  readonly schemaVersion: string;
  readonly id: string;
  readonly summary: string;
  readonly clusterArn: string;
  readonly serviceArn: string;
  readonly reason: string;
  readonly runbook: string;
}

export async function handler({ id, summary, serviceArn, reason, runbook }: PlacementFailure): Promise<void> {
  const response = await fetch(process.env.PAGER_URL!, {
    method: 'POST',
    // EventBridge delivers an event at least once. The pager detects duplicates by the ID of the event.
    body: JSON.stringify({ deduplicationKey: id, title: summary, text: `${reason}\n${serviceArn}\n${runbook}` }),
  });
  if (!response.ok) {
    throw new Error(`the page was not sent: ${response.status}`);
  }
}
