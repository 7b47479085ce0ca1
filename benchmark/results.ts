import type { Limits } from './limits';
import type { MatchingResult } from './matching';
import type { Measure, Way } from './measured-app';
import type { StackSize } from './stack-size';

/** All measurements of some apps of one size, in the order of the rounds. */
export interface Sized<T extends string> {
  readonly rules: number;
  readonly stacks: number;
  readonly measures: Readonly<Record<T, readonly Measure[]>>;
  readonly sizes: Readonly<Record<T, StackSize>>;
}

/** Everything that was measured. */
export interface Results {
  readonly machine: string;
  readonly versions: string;
  readonly date: string;
  /** The load average before and after. */
  readonly load: readonly [number, number];
  readonly sizes: readonly Sized<Way>[];
  /** The same apps where the CDK validates the template too. */
  readonly validated: readonly Sized<'library' | 'hand'>[];
  /** Few rules among many resources of other kinds. */
  readonly unrelated: Sized<'library' | 'hand'>;
  readonly limits: Readonly<Record<Way, Limits>>;
  readonly growth: readonly Sized<'own' | 'shared' | 'hand'>[];
  readonly matching: MatchingResult;
}
