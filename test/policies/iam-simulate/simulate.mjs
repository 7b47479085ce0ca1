// Reads simulations as JSON from the standard input, one a line, and writes what iam-simulate says of each.
import { createInterface } from 'node:readline';
import { runSimulation } from '@cloud-copilot/iam-simulate';

for await (const line of createInterface({ input: process.stdin })) {
  const { resultType, overallResult, result, errors } = await runSimulation(JSON.parse(line), {});
  // Anything but one result for one resource is no answer to what was asked.
  console.log(JSON.stringify(resultType === 'single' ? { result: overallResult, ignoredContextKeys: result.ignoredContextKeys } : { error: errors ?? resultType }));
}
