import type { Composition } from './composition';
import { deliveriesOf } from './deliveries';
import { findingsOf } from './findings';
import { TWISTS } from './twists';

/** What an app has to show in addition. */
export interface Expectation {
  /** Whether synthesis has to report something (`true`), or must not report an error and something has to arrive (`false`). */
  readonly isReported?: boolean;
  /** Whether an error may be reported. */
  readonly isCertain?: boolean;
}

/**
 * Where an app breaks the promise: what is not delivered is reported; without a report it is delivered, or it is not known; and an error is reported
 * only if something is not delivered.
 */
export function violationsOf(composition: Composition, { isReported, isCertain = true }: Expectation = {}): string[] {
  const deliveries = deliveriesOf(composition);
  const findings = findingsOf(composition);
  const errors = findings.filter(({ level }) => level === 'error').map(({ text }) => text);
  if (deliveries === undefined) {
    // It cannot be created, so there has to be an error of this library: anything else is a fault of the library or of the test.
    return errors.some(isOfLibrary) ? [] : [`cannot be created: ${errors.join('; ') || 'only without validation'}`];
  }
  const undelivered = deliveries.filter(({ outcome }) => outcome === 'undelivered');
  return [
    ...findings.length > 0 ? [] : undelivered.map(({ recipient, reasons }) => `silent: ${recipient} receives nothing: ${reasons.join('; ') || 'no rule sends to it'}`),
    ...isCertain && (undelivered.length > 0 || isReported || isErrorThough(composition)) ? [] : errors.map((text) => `false error: ${text}`),
    ...isReported && findings.length === 0 ? ['nothing is reported'] : [],
    ...isReported === false ? undelivered.map(({ recipient, reasons }) => `not delivered: ${recipient}: ${reasons.join('; ')}`) : [],
  ];
}

function isErrorThough({ recipients }: Composition): boolean {
  return recipients.some(({ twists }) => twists.some((name) => TWISTS[name].isErrorThough));
}

/** Errors of this library begin with the path of the construct and a prop. */
function isOfLibrary(text: string): boolean {
  return /\[[^\]]+\] [^:]+: /.test(text);
}
