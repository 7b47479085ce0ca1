/** Why a delivery is refused. */
export interface Refusal {
  /** As EventBridge names it in a dead letter. */
  readonly errorCode: string;
  /** A sentence without its full stop. */
  readonly reason: string;
}

/** Whether something lets a delivery in. */
export interface Admission {
  /** Absent if it is let in. */
  readonly refusal?: Refusal;
  /** What is not part of the app and taken to be as it should. */
  readonly assumptions: readonly string[];
}

/** An input transformer gives no JSON where it should. */
export const INVALID_JSON = 'INVALID_JSON';
/** The permission to do something is missing. */
export const NO_PERMISSIONS = 'NO_PERMISSIONS';
/** The resource does not exist. */
export const NO_RESOURCE = 'NO_RESOURCE';
/** The service that is called holds the request to be wrong. */
export const SDK_CLIENT_ERROR = 'SDK_CLIENT_ERROR';

/** Let in, nothing assumed. */
export const ADMITTED: Admission = { assumptions: [] };

/** Not let in. */
export function refused(errorCode: string, reason: string): Admission {
  return { refusal: { errorCode, reason }, assumptions: [] };
}

/** Let in, if something is so that is not known. */
export function assuming(assumption: string): Admission {
  return { assumptions: [assumption] };
}

/** One check after the other, up to the first that refuses. */
export function inTurn(...checks: readonly (() => Admission)[]): Admission {
  const assumptions: string[] = [];
  for (const check of checks) {
    const admission = check();
    if (admission.refusal !== undefined) {
      return admission;
    }
    assumptions.push(...admission.assumptions);
  }
  return { assumptions };
}
