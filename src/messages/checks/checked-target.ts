import type { IConstruct } from 'constructs';
import type { InputTemplate } from './input-template';
import type { KnownFields } from '../matched-events/known-fields';
import type { Destination } from '../../delivery/destinations';
import type { Judgement } from '../../delivery/finding';
import { refused } from '../../delivery/finding';

/** A target of a rule that gets something else than the event. */
export interface JudgedTarget {
  readonly rule: IConstruct;
  readonly id: string;
  /** What it gets; undefined where nothing of it is known at synthesis. */
  readonly template?: InputTemplate;
  /** Where in the event that is, if it gets a part of the event as it is. */
  readonly inputPath?: string;
  readonly fields: KnownFields;
  readonly destination: Destination;
}

/** A judgement that stops synthesis. */
export function wrong({ rule, id }: JudgedTarget, problem: string, wayOut: string): Judgement {
  return refused(rule, { prop: `message of ${id}`, problem, wayOut });
}

/** A judgement that can be acknowledged by its id. */
export function doubtful(target: JudgedTarget, id: string, message: string): Judgement {
  return { level: 'warning', id, at: target.rule, message: `message of ${target.id}: ${message}` };
}
