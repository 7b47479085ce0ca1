import { Stack } from 'aws-cdk-lib';
import * as iam from 'aws-cdk-lib/aws-iam';
import type { IConstruct } from 'constructs';
import { partitionOf } from '../../validation/stack-partition';

/** EventBridge, as resource policies name it. */
export function eventBridge(): iam.ServicePrincipal {
  return new iam.ServicePrincipal('events.amazonaws.com');
}

/**
 * The ARN of every rule of the account and Region of a resource.
 *
 * Every rule adds the identical statement, and the CDK collapses identical statements: policies stay of constant size, and a resource
 * in another stack does not refer back to the rule.
 */
export function everyRuleOf(owner: IConstruct): string {
  return Stack.of(owner).formatArn({ partition: partitionOf(owner), service: 'events', resource: 'rule', resourceName: '*' });
}

/** The conditions of statements that let the rules of the owner's account in. */
export function fromRulesOf(owner: IConstruct): Record<string, Record<string, string>> {
  return {
    StringEquals: { 'aws:SourceAccount': Stack.of(owner).account },
    ArnLike: { 'aws:SourceArn': everyRuleOf(owner) },
  };
}
