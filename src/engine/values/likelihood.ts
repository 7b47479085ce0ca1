/** How certain the answer to a question is, in ascending order of "yes". */
export enum Likelihood {
  NO,
  /** No where unresolved values have their likely value, such as the default of a parameter. */
  UNLIKELY,
  UNKNOWN,
  /** Yes where unresolved values have their likely value. */
  LIKELY,
  YES,
}

/** Whether all answers are yes. */
export function allOf(answers: readonly Likelihood[]): Likelihood {
  return Math.min(Likelihood.YES, ...answers);
}

/** Whether any answer is yes. */
export function anyOf(answers: readonly Likelihood[]): Likelihood {
  return Math.max(Likelihood.NO, ...answers);
}

/** The opposite answer. */
export function not(answer: Likelihood): Likelihood {
  return Likelihood.YES - answer;
}

/** An answer that is certain. */
export function certain(isYes: boolean): Likelihood {
  return isYes ? Likelihood.YES : Likelihood.NO;
}
