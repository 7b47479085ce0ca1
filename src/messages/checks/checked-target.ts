import type { IConstruct } from 'constructs';
import type { InputTemplate } from './input-template';
import type { LocatedFinding } from '../../validation/findings/finding';
import { errorFinding } from '../../validation/findings/finding';
import type { KnownFields } from '../matched-events/known-fields';

/** A target of a rule that gets something else than the event. */
export interface CheckedTarget {
  readonly rule: IConstruct;
  readonly id: string;
  /** What it gets; undefined where nothing of it is known at synthesis. */
  readonly template?: InputTemplate;
  /** Where in the event that is, if it gets a part of the event as it is. */
  readonly inputPath?: string;
  readonly fields: KnownFields;
  /** The ARN of the target, as far as it is known. */
  readonly arn: string;
}

/** A finding that fails the synthesis. */
export function messageError({ rule, id }: CheckedTarget, problem: string, resolution: string): LocatedFinding {
  return { ...errorFinding(rule, { prop: `message of ${id}`, problem, resolution }), messageOf: id };
}

/** A finding that can be acknowledged by its id. */
export function messageWarning(target: CheckedTarget, id: string, message: string): LocatedFinding {
  return { level: 'warning', id, at: target.rule, message: `message of ${target.id}: ${message}`, messageOf: target.id };
}
