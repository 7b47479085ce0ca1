import { RefusedError } from '../values/refused-error';

/** The event pattern is not valid: EventBridge refuses to create the rule. */
export class PatternError extends RefusedError {
  constructor(path: string, message: string) {
    super(path === '' ? message : `${path}: ${message}`);
    this.name = 'PatternError';
  }
}

/** A value as it stands in the pattern, shortened. */
export function quoted(value: unknown): string {
  const text = JSON.stringify(value) ?? String(value);
  return text.length > 80 ? `${text.slice(0, 77)}…` : text;
}

/** Whether the value is a JSON object: neither an array nor null. */
export function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
