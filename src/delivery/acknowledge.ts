import type { CfnResource } from 'aws-cdk-lib';
import type { IConstruct } from 'constructs';

/**
 * Says why rules of cdk-nag do not apply to a resource, in metadata, which is all that cdk-nag reads: this library does not depend on it.
 *
 * Version 2 reads the template, version 3 what `Validations.of(…).acknowledge()` leaves in the tree. It leaves a prefix there too, spelled
 * differently from version to version of the CDK; without one, every version 3 understands it.
 *
 * @see https://github.com/cdklabs/cdk-nag/blob/main/MIGRATION.md
 */
export function acknowledge(resource: IConstruct, rules: readonly string[], reason: string): void {
  const deployed = resource.node.defaultChild as CfnResource;
  deployed.addMetadata('cdk_nag', { rules_to_suppress: rules.map((id) => ({ id, reason })) });
  acknowledgeFindings(resource, rules, reason);
}

/** The same for version 3 alone, which has an id for each finding of a rule, such as a wildcard in a policy. */
export function acknowledgeFindings(resource: IConstruct, ids: readonly string[], reason: string): void {
  ids.forEach((id) => resource.node.defaultChild!.node.addMetadata('aws:cdk:acknowledged-rules', { [id]: reason }));
}
