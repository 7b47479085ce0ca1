import { BRAND, show } from '../validation/show';
import { ValidationError } from '../validation/validation-error';

/**
 * Marks a member of a value class. By a registered symbol, not by `instanceof`: a member of another copy of the library, which an app can load
 * by accident, is a member too.
 */
export function markMember(member: object, className: string): void {
  Object.defineProperty(member, brandOf(className), { value: true });
}

/** Throws an error if a value is not a member of a value class. TypeScript finds it at compile time, JavaScript and Python do not. */
export function checkMember(prop: string, value: unknown, className: string): void {
  if (typeof value !== 'object' || value === null || !(brandOf(className) in value)) {
    throw new ValidationError({
      prop,
      problem: `expected a member of ${className}, got ${show(value)}`,
      resolution: `Use a constant or a factory method of ${className}`,
    });
  }
}

function brandOf(className: string): symbol {
  return Symbol.for(`${BRAND}${className}`);
}
