import { partsOfArn } from './arn';
import { isBus } from './bus';
import type { TargetInputProps } from '../input/target-input-props';
import { hasInvented, hasUnknown, isMark, partsOf, readable } from '../values/unknown';

/** A target as it is declared in `AWS::Events::Rule`. */
export interface DeclaredTarget extends TargetInputProps {
  readonly Id: string;
  readonly Arn: string;
  readonly RoleArn?: string;
  readonly DeadLetterConfig?: { readonly Arn?: string };
  readonly RetryPolicy?: { readonly MaximumRetryAttempts?: unknown; readonly MaximumEventAgeInSeconds?: unknown };
  readonly SqsParameters?: { readonly MessageGroupId?: string };
}

/** A rule as it is declared. */
export interface DeclaredRule {
  readonly name: string;
  readonly description?: unknown;
  /** The event pattern as JSON. */
  readonly pattern?: string;
  readonly schedule?: unknown;
  readonly state?: unknown;
  readonly targets: readonly DeclaredTarget[];
}

/**
 * Fixed limits of EventBridge, and an adjustable quota.
 *
 * @see https://docs.aws.amazon.com/eventbridge/latest/APIReference/API_PutRule.html
 * @see https://docs.aws.amazon.com/eventbridge/latest/APIReference/API_PutTargets.html
 * @see https://docs.aws.amazon.com/eventbridge/latest/userguide/eb-quota.html
 */
const MAX_TARGETS = 5;
const MAX_PATTERN_LENGTH = 4096;
const PATTERN_QUOTA = 2048;
const MAX_DESCRIPTION_LENGTH = 512;
const MAX_GROUP_LENGTH = 100;
const RETRIES = [0, 185] as const;
const AGE = [60, 86_400] as const;
const STATES = ['ENABLED', 'DISABLED', 'ENABLED_WITH_ALL_CLOUDTRAIL_MANAGEMENT_EVENTS'];
const NAME = /^[.\-_A-Za-z0-9]{1,64}$/;

/** Of a name with a part that is not known before the deployment, the known parts decide. */
function isName(name: string): boolean {
  return NAME.test(readable(name)) || (hasInvented(name) && partsOf(name).every((part) => isMark(part) || NAME.test(part)));
}

/** Why EventBridge refuses a rule, whatever its pattern and its inputs. */
export function violatedLimits({ name, description, pattern, schedule, state, targets }: DeclaredRule): string[] {
  const ids = targets.map(({ Id }) => readable(String(Id)));
  const repeated = ids.find((id, at) => ids.indexOf(id) !== at);
  return [
    ...when(!isName(name), `the name ${JSON.stringify(readable(name))} is not 1 to 64 letters, digits, periods, hyphens or underscores`),
    ...when(typeof description === 'string' && !hasInvented(description) && readable(description).length > MAX_DESCRIPTION_LENGTH, `the description is longer than ${MAX_DESCRIPTION_LENGTH} characters`),
    ...when(typeof state === 'string' && !hasInvented(state) && !STATES.includes(readable(state)), `the state ${shown(state)} is not one of ${STATES.join(', ')}`),
    ...when(pattern === undefined && schedule === undefined, 'it has neither an event pattern nor a schedule'),
    ...when((pattern?.length ?? 0) > MAX_PATTERN_LENGTH, `the event pattern has ${pattern?.length} characters, and EventBridge accepts at most ${MAX_PATTERN_LENGTH}`),
    ...when(targets.length > MAX_TARGETS, `it has ${targets.length} targets, and EventBridge accepts at most ${MAX_TARGETS}`),
    ...when(repeated !== undefined, `it has several targets with the id ${repeated}`),
    ...targets.flatMap((target) => ofTarget(target).map((problem) => `target ${readable(String(target.Id))} ${problem}`)),
  ];
}

/** What is assumed of an adjustable quota. */
export function assumedQuotas({ pattern = '' }: DeclaredRule): string[] {
  return when(pattern.length > PATTERN_QUOTA && pattern.length <= MAX_PATTERN_LENGTH,
    `the quota of characters in an event pattern, which is ${PATTERN_QUOTA}, was raised: the pattern has ${pattern.length}`);
}

function ofTarget(target: DeclaredTarget): string[] {
  const { Id, Arn, RoleArn, Input, InputPath, InputTransformer, RetryPolicy, SqsParameters } = target;
  const group = SqsParameters?.MessageGroupId;
  const given = (values: object) => Object.entries(values).filter(([, value]) => value !== undefined).map(([key]) => key).join(' and ');
  const deadLetters = target.DeadLetterConfig?.Arn;
  const forLogs = partsOfArn(String(Arn))?.service === 'logs' ? given({ RoleArn, Input, InputPath }) : '';
  const forBus = isBus(String(Arn)) ? given({ Input, InputPath, InputTransformer, RetryPolicy }) : '';
  return [
    ...when(Id === undefined || !isName(String(Id)), 'has an id that is not 1 to 64 letters, digits, periods, hyphens or underscores'),
    ...when(!isArn(Arn), `has no ARN, got ${shown(Arn)}`),
    ...when(RoleArn !== undefined && !isArn(RoleArn), `has a RoleArn that is no ARN, got ${shown(RoleArn)}`),
    ...when(deadLetters !== undefined && !isArn(deadLetters), `has a dead-letter queue without an ARN, got ${shown(deadLetters)}`),
    ...outOfRange('MaximumRetryAttempts', RetryPolicy?.MaximumRetryAttempts, RETRIES),
    ...outOfRange('MaximumEventAgeInSeconds', RetryPolicy?.MaximumEventAgeInSeconds, AGE),
    ...when(typeof group === 'string' && !hasInvented(group) && readable(group).length > MAX_GROUP_LENGTH, `has a message group of more than ${MAX_GROUP_LENGTH} characters`),
    ...when(forLogs !== '', `is a log group, which does not support ${forLogs}`),
    ...when(forBus !== '', `is an event bus, which does not support ${forBus}`),
  ];
}

/** Of a text that is not known before the deployment, what precedes its first unknown value decides. The reference to a queue is its URL, for example. */
function isArn(value: unknown): boolean {
  if (typeof value !== 'string' || partsOfArn(value) !== undefined || !hasUnknown(value)) {
    return typeof value === 'string' && partsOfArn(value) !== undefined;
  }
  const parts = partsOf(value);
  const known = parts.slice(0, parts.findIndex(isMark)).join('');
  return known.startsWith('arn:') || 'arn:'.startsWith(known);
}

function shown(value: unknown): string {
  return readable(JSON.stringify(value) ?? 'nothing');
}

function outOfRange(property: string, value: unknown, [min, max]: readonly [number, number]): string[] {
  const isKnown = typeof value === 'number' || (typeof value === 'string' && !hasUnknown(value));
  const number = Number(value);
  return when(isKnown && !(Number.isInteger(number) && number >= min && number <= max), `has a ${property} of ${value}, and EventBridge accepts whole numbers from ${min} to ${max}`);
}

function when(isProblem: boolean, problem: string): string[] {
  return isProblem ? [problem] : [];
}
