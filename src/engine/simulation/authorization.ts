/** Why a delivery is refused. */
export interface ErrorFinding {
  /** As EventBridge names it in a dead letter. */
  readonly errorCode: string;
  /** A sentence without its full stop. */
  readonly reason: string;
}

/** Whether something lets a delivery in. */
export interface Authorization {
  /** Absent if it is let in. */
  readonly denial?: ErrorFinding;
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
export const AUTHORIZED: Authorization = { assumptions: [] };

/** Not let in. */
export function denied(errorCode: string, reason: string): Authorization {
  return { denial: { errorCode, reason }, assumptions: [] };
}

/** Let in, if something is so that is not known. */
export function assuming(assumption: string): Authorization {
  return { assumptions: [assumption] };
}

/** One check after the other, up to the first that refuses. */
export function inTurn(...checks: readonly (() => Authorization)[]): Authorization {
  const assumptions: string[] = [];
  for (const check of checks) {
    const authorization = check();
    if (authorization.denial !== undefined) {
      return authorization;
    }
    assumptions.push(...authorization.assumptions);
  }
  return { assumptions };
}
