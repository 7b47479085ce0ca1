import type { IConstruct } from 'constructs';

/** Something that is probably not meant, or that its reader should know. Rules annotate it; every one can be acknowledged by its id. */
export interface Finding {
  readonly level: 'warning' | 'info';
  readonly id: string;
  readonly message: string;
  /** The finding counts only for rules in the stack of this resource. */
  readonly dependsOn?: IConstruct;
}
