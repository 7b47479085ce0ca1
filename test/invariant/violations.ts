import type { Composition } from './composition';
import { deliveriesOf } from './deliveries';
import type { Delivery } from './deliveries';
import { findingsOf } from './findings';
import type { Finding } from './findings';
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
  const errors = findings.filter(({ level }) => level === 'error');
  if (deliveries === undefined) {
    // It cannot be created, so there has to be an error of this library: anything else is a fault of the library or of the test.
    return errors.some(isOfLibrary) ? [] : [`cannot be created: ${errors.map(({ text }) => text).join('; ') || 'only without validation'}`];
  }
  const undelivered = deliveries.filter(({ outcome }) => outcome === 'undelivered');
  return [
    ...undelivered.filter((delivery) => !findings.some((finding) => concerns(finding, delivery)))
      .map(({ recipient, reasons }) => `silent: ${recipient} receives nothing: ${reasons.join('; ') || 'no rule sends to it'}; found ${findings.map(({ path, text }) => `${path} ${text}`).join('; ')}`),
    ...isCertain && (undelivered.length > 0 || isReported || isErrorThough(composition)) ? [] : errors.map(({ path, text }) => `false error: ${path} ${text}`),
    ...isReported && findings.length === 0 ? ['nothing is reported'] : [],
    ...isReported === false ? undelivered.map(({ recipient, reasons }) => `not delivered: ${recipient}: ${reasons.join('; ')}`) : [],
  ];
}

function isErrorThough({ recipients }: Composition): boolean {
  return recipients.some(({ twists }) => twists.some((name) => TWISTS[name].isErrorThough));
}

/** Warnings about a rule as a whole: it sends nothing to any target. */
const OF_RULE = /disables the rule|puts the rule on the event bus|removes targets|EventBridge rejects it|it could not be validated/;

/** Whether a finding is about a recipient that receives nothing: about the recipient, its target, or the rule as a whole, which fails at its first error. */
function concerns({ level, path, text }: Finding, { concerned, targetIds }: Delivery): boolean {
  const isRule = path.includes('/Alert');
  return concerned.some((name) => path === name || path.startsWith(`${name}/`) || path.includes(`/${name}`) || text.includes(name))
    || (isRule && (level === 'error' || OF_RULE.test(text) || targetIds.some((id) => text.includes(`target ${id}: `) || text.includes(`message of ${id}: `))));
}

/** Errors of this library begin with the path of the construct and a prop. */
function isOfLibrary({ path, text }: Finding): boolean {
  return path !== '' && /^[^:]+: /.test(text);
}
