import * as cdk from 'aws-cdk-lib';
import type { Finding } from './finding';
import type { KeptTemplate } from './kept-templates';

/** The validator of the CDK. The oldest aws-cdk-lib that the library works with has none, and no type for it. */
type Validator = new () => { validate(context: { stackTemplates: StackTemplate[] }): { violations: Violation[] } };
interface StackTemplate {
  readonly stackConstructPath: string;
  readonly templatePath: string;
}
interface Violation {
  readonly ruleName: string;
  readonly description: string;
  readonly severity: string;
  readonly violatingResources: { readonly resourceLogicalId?: string; readonly templatePath: string }[];
}

/** Errors and warnings of the validator that the CDK runs at the end of every synthesis, asked without a synthesis. */
export async function cdkValidator(templates: readonly KeptTemplate[]): Promise<Finding[]> {
  const byFile = new Map(templates.map((template) => [template.file, template]));
  const { CloudFormationValidatePlugin } = cdk as unknown as { CloudFormationValidatePlugin: Validator };
  const stackTemplates = [...byFile.keys()].map((file) => ({ stackConstructPath: file, templatePath: file }));
  const { violations } = new CloudFormationValidatePlugin().validate({ stackTemplates });
  return violations.flatMap(({ ruleName, description, violatingResources }) => violatingResources.map(({ resourceLogicalId = '', templatePath }) => {
    const template = byFile.get(templatePath)!;
    return { rule: ruleName, message: `${resourceLogicalId} ${description}`, template, type: template.types.get(resourceLogicalId) };
  }));
}
