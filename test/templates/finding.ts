import type { KeptTemplate } from './kept-templates';

/** A finding of a validator in a template. */
export interface Finding {
  /** The rule, by the validator's own name for it. */
  readonly rule: string;
  readonly message: string;
  readonly template: KeptTemplate;
  /** The type of the resource, if it is about one. */
  readonly type?: string;
}

/** A validator of templates, which reports everything above information. */
export type TemplateValidator = (templates: readonly KeptTemplate[]) => Promise<Finding[]>;
