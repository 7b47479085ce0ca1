import type { KeptTemplate } from './kept-templates';

/** What a validator holds against a template. */
export interface Finding {
  /** The rule, by the validator's own name for it. */
  readonly rule: string;
  readonly message: string;
  readonly template: KeptTemplate;
  /** The type of the resource, if it is about one. */
  readonly type?: string;
}

/** Somebody who judges templates: everything above information. */
export type TemplateValidator = (templates: readonly KeptTemplate[]) => Promise<Finding[]>;
