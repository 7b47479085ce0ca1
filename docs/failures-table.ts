import { code, table } from './markdown';
import { FAILURES } from '../src/events/failures';

/** The failures, their events, and the reasons for their severities. */
export function failuresTable(): string {
  return table(['Failure', 'Severity', 'Events', 'Reason for the severity'], FAILURES.map(({ name, severity, optIn, selects, why }) =>
    [code(name), `${severity.toLowerCase()}${optIn ? ', opt-in' : ''}`, selects, why]));
}
