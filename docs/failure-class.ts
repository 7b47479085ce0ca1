import { docstring, GENERATED } from './docstring';
import { FAILURES } from '../src/events/failures';
import type { FailureEntry } from '../src/events/failures';

/** The source of `EcsFailure`, whose members are the failures of the catalog. */
export function failureClass(): string {
  return `${GENERATED}
import { EcsFailureSeverity } from './ecs-failure-severity';
import type { FailureEntry } from '../events/failures';
import { FAILURES } from '../events/failures';
import { markMember } from '../filters/value-class';
import { nearest } from '../validation/nearest';
import { ValidationError, show } from '../validation/validation-error';

/**
 * A kind of failure of Amazon ECS, for \`EcsFailureAlerts\`.
 *
 * No event is of two kinds. Opt-in kinds are expected or frequent: \`EcsFailureAlerts\` matches them only if they are in \`includedFailures\`.
 */
export class EcsFailure {
${FAILURES.map(member).join('\n\n')}

  /**
   * Returns a failure by its value, such as \`TASK_PLACEMENT\`.
   *
   * Throws an error if there is no such failure.
   *
   * @param value the name of one of the constants
   */
  public static of(value: string): EcsFailure {
    const entry = FAILURES.find(({ name }) => name === value);
    if (!entry) {
      const names = FAILURES.map(({ name }) => name);
      const meant = nearest(String(value), names);
      throw new ValidationError({
        prop: 'EcsFailure.of',
        problem: \`expected a failure, got \${show(value)}\`,
        resolution: meant === undefined ? \`Use one of \${names.join(', ')}\` : \`Did you mean \${meant}?\`,
      });
    }
    return new EcsFailure(entry);
  }

  private constructor(private readonly entry: FailureEntry) {
    markMember(this, 'EcsFailure');
  }

  /** The name of the constant. */
  public get value(): string {
    return this.entry.name;
  }

  /** The severity, unless \`criticalFailures\` or \`warningFailures\` of \`EcsFailureAlerts\` change it. */
  public get severity(): EcsFailureSeverity {
    return EcsFailureSeverity.of(this.entry.severity);
  }

  /** Returns the name of the constant. */
  public toString(): string {
    return this.entry.name;
  }
}
`;
}

function member({ name, severity, optIn, means, selects }: FailureEntry): string {
  return [
    docstring('  ', `${means.slice(0, -1)} (${optIn ? 'opt-in, ' : ''}${severity.toLowerCase()}).`, `Events: ${selects}.`),
    `  public static readonly ${name} = EcsFailure.of('${name}');`,
  ].join('\n');
}
