import { App } from 'aws-cdk-lib';
import type { testing } from '../../src';

/** An app that bundles no function: who is notified does not depend on their code. */
export function appWithoutBundles(): App {
  return new App({ context: { 'aws:cdk:bundling-stacks': [] } });
}

/** Who is notified of an event, such as `SNS Chat/Channel`; and who is not although a rule wanted it, with the reason. */
export function notifiedBy({ delivered, undelivered }: testing.SimulationOutcome): string[] {
  return [
    ...delivered.map(({ targetType, targetPath }) => `${targetType} ${targetPath}`),
    ...undelivered.map(({ targetType, targetPath, reason }) => `not ${targetType} ${targetPath}: ${reason}`),
  ];
}
