import type { ResourceInstance } from '../template/resource-instance';
import { readable } from '../values/unknown';

/** What a check is about. */
export enum Cause {
  /** The resource does not exist. */
  MISSING = 'missing',
  /** The resource is in another account or Region. */
  PLACE = 'place',
  /** The target takes nothing that a rule sends, such as a FIFO topic. */
  KIND = 'kind',
  /** The policy of a topic or a queue. */
  POLICY = 'policy',
  /** The policy of the key that a topic or a queue is encrypted with. */
  KEY = 'key',
  /** A key that AWS manages, of which the policy cannot be changed. */
  MANAGED_KEY = 'managedKey',
  /** A key that encrypts nothing, whatever its policy: disabled, or asymmetric. */
  UNUSABLE_KEY = 'unusableKey',
  /** Several policies of one topic or queue, of which the last one replaces the others. */
  SEVERAL_POLICIES = 'severalPolicies',
  /** The permissions of a function. */
  PERMISSION = 'permission',
  /** The role of a target. */
  ROLE = 'role',
  /** The policy of an event bus, or the buses that an event came from. */
  BUS = 'bus',
  /** The resource policies of CloudWatch Logs. */
  LOGS = 'logs',
  /** The message. */
  INPUT = 'input',
  /** The permissions of a function that its resource policy replaces. */
  REPLACED = 'replaced',
  /** A function that runs never. */
  CONCURRENCY = 'concurrency',
  /** A value that is not known before the deployment. */
  VALUE = 'value',
  /** Something that cannot be evaluated here. */
  UNEVALUATED = 'unevaluated',
}

/** Why a delivery is refused. */
export interface Refusal {
  /** As EventBridge names it in a dead letter; none if nothing is sent to a dead-letter queue. */
  readonly errorCode: string;
  /** A sentence without its full stop. */
  readonly reason: string;
  readonly cause: Cause;
  /** The resource that would have to change, if it is part of the app. */
  readonly concerned?: ResourceInstance;
  /** The resources with the policies that were evaluated. */
  readonly policies?: readonly ResourceInstance[];
  /** Whether a Deny refuses it, so that no further statement helps. */
  readonly isDenied?: boolean;
  /** Whether the target accepts the message and drops it: then EventBridge counts it as delivered. */
  readonly isDropped?: boolean;
}

/** Something that the engine cannot know. */
export interface Assumption {
  /** A sentence without its full stop. */
  readonly text: string;
  readonly cause: Cause;
  /** Whether the delivery depends on it. Otherwise it is about what AWS does not document in full. */
  readonly isDecisive: boolean;
  /** The ARN of the resource that it is about, such as an imported topic. */
  readonly arn?: string;
  /** The resource of the app that refers to it, such as the queue that an imported key encrypts. */
  readonly holder?: ResourceInstance;
  /** The resources with the policies that were evaluated. */
  readonly policies?: readonly ResourceInstance[];
  /** Whether a Deny may apply, so that no further statement helps. */
  readonly isDenied?: boolean;
}

/** Whether something allows a delivery. */
export interface Authorization {
  /** Absent if it is allowed. */
  readonly refusal?: Refusal;
  readonly assumptions: readonly Assumption[];
}

/** The three outcomes of a delivery. */
export enum Outcome {
  DELIVERED = 'DELIVERED',
  UNDELIVERED = 'UNDELIVERED',
  /** It depends on what is not part of the app, or not known before the deployment. */
  UNKNOWN = 'UNKNOWN',
}

/**
 * The error codes of dead letters.
 *
 * @see https://docs.aws.amazon.com/eventbridge/latest/userguide/eb-rule-dlq.html
 */
export enum ErrorCode {
  CROSS_ACCOUNT_INGESTION_FAILED = 'CROSS_ACCOUNT_INGESTION_FAILED',
  CROSS_REGION_INGESTION_FAILED = 'CROSS_REGION_INGESTION_FAILED',
  FAILED_TO_ASSUME_ROLE = 'FAILED_TO_ASSUME_ROLE',
  INVALID_JSON = 'INVALID_JSON',
  NO_PERMISSIONS = 'NO_PERMISSIONS',
  NO_RESOURCE = 'NO_RESOURCE',
  SDK_CLIENT_ERROR = 'SDK_CLIENT_ERROR',
  THIRD_ACCOUNT_HOP_DETECTED = 'THIRD_ACCOUNT_HOP_DETECTED',
}

/** Allowed, nothing assumed. */
export const AUTHORIZED: Authorization = { assumptions: [] };

/** Not allowed. */
export function refused(errorCode: ErrorCode, cause: Cause, reason: string, more: Partial<Refusal> = {}): Authorization {
  return { refusal: { ...more, errorCode, cause, reason: readable(reason) }, assumptions: [] };
}

/** Allowed, if something is so that is not known. */
export function assuming(cause: Cause, text: string, more: Partial<Assumption> = {}): Authorization {
  return { assumptions: [{ isDecisive: true, ...more, cause, text: readable(text) }] };
}

/** Several checks, one after the other, up to the first that refuses. */
export function inTurn(...checks: readonly (() => Authorization)[]): Authorization {
  const assumptions: Assumption[] = [];
  for (const check of checks) {
    const authorization = check();
    if (authorization.refusal !== undefined) {
      return authorization;
    }
    assumptions.push(...authorization.assumptions);
  }
  return { assumptions };
}

/** The outcome of an authorization. */
export function outcomeOf({ refusal, assumptions }: Authorization): Outcome {
  if (refusal !== undefined) {
    return Outcome.UNDELIVERED;
  }
  return assumptions.some(({ isDecisive }) => isDecisive) ? Outcome.UNKNOWN : Outcome.DELIVERED;
}
