import type { SimulatedDelivery } from '../../engine/simulation/simulated-delivery';
import type { SimulatedSubscriber } from '../../engine/simulation/simulated-subscriber';

/** The description of one delivery: one line, and the details below it. */
export function linesOfDelivery(delivery: SimulatedDelivery): string[] {
  const { rulePath, targetType, targetPath, reason, errorCode, deadLetter, problems, assumptions } = delivery;
  const fate = deadLetter === undefined ? 'lost' : `in the dead-letter queue ${deadLetter.queuePath}`;
  return [
    `${rulePath} -> ${targetType} ${targetPath}${reason === undefined ? '' : `: ${[fate, ...errorCode === undefined ? [] : [errorCode]].join(', ')}: ${reason}`}`,
    ...[...problems.map((problem) => `problem: ${problem}`), ...assumptions.map(assumed), ...subscriberLines(delivery)].map((line) => `  ${line}`),
  ];
}

function subscriberLines({ subscribers, targetType, target, targetArn, reason }: SimulatedDelivery): string[] {
  const lines = subscribers.flatMap((subscriber) => [lineOf(subscriber), ...subscriber.assumptions.map(assumed)]);
  // Others may subscribe to a topic that is not part of the app.
  const isOwnTopic = targetType === 'SNS' && target !== targetArn;
  if (!isOwnTopic || reason !== undefined || subscribers.some(({ received }) => received)) {
    return lines;
  }
  return [...lines, `no subscriber was notified: ${subscribers.length === 0 ? 'the topic has no subscription' : 'no subscription of the topic takes the message'}`];
}

function lineOf({ protocol, endpointPath, received, reason }: SimulatedSubscriber): string {
  return received ? `notified: ${protocol} ${endpointPath}` : `not notified: ${protocol} ${endpointPath}: ${reason}`;
}

function assumed(assumption: string): string {
  return `assumed: ${assumption}`;
}
