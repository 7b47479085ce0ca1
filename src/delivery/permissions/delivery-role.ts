import { createHash } from 'node:crypto';
import { PhysicalName, Stack } from 'aws-cdk-lib';
import * as iam from 'aws-cdk-lib/aws-iam';
import type { IConstruct } from 'constructs';
import { everyRuleOf } from './statements';
import { ROLE_PATH } from '../../validation/findings/statement-snippet';
import { acknowledge, acknowledgeFindings } from '../acknowledge';
import { spelledOut } from '../identity/spelled-out';

const REASON = 'It allows one action on one resource, and what AWS documents for its key: nothing else could share a managed policy.';

/**
 * The role that EventBridge assumes to deliver to one resource of another account. The rules of a stack share it.
 *
 * Its permissions are part of the role: a separate policy would be created after the rule, which refers to the role only.
 *
 * @see https://docs.aws.amazon.com/eventbridge/latest/userguide/eb-service-cross-account.html
 * @see https://docs.aws.amazon.com/eventbridge/latest/userguide/cross-service-confused-deputy-prevention.html
 */
export class DeliveryRole extends iam.Role {
  /** The role of the stack of a rule for the resource with an ARN. */
  public static of(rule: IConstruct, arn: string): DeliveryRole {
    const stack = Stack.of(rule);
    const hash = createHash('sha256').update(spelledOut(arn, rule).text ?? arn).digest('hex').slice(0, 8).toUpperCase();
    const id = `EcsEventRole${hash}`;
    return (stack.node.tryFindChild(id) as DeliveryRole | undefined) ?? new DeliveryRole(stack, id, new iam.PolicyDocument());
  }

  private constructor(scope: Stack, id: string, private readonly permissions: iam.PolicyDocument) {
    super(scope, id, {
      assumedBy: new iam.ServicePrincipal('events.amazonaws.com', {
        conditions: { StringEquals: { 'aws:SourceAccount': scope.account }, ArnLike: { 'aws:SourceArn': everyRuleOf(scope) } },
      }),
      description: 'Allows EventBridge to send events of Amazon ECS to another account.',
      inlinePolicies: { Send: permissions },
      path: ROLE_PATH,
      roleName: PhysicalName.GENERATE_IF_NEEDED,
    });
    const packs = ['HIPAA.Security', 'NIST.800.53.R4', 'NIST.800.53.R5', 'PCI.DSS.321'].map((pack) => `${pack}-IAMNoInlinePolicy`);
    acknowledge(this, [...packs, 'AwsSolutions-IAM5'], REASON);
  }

  /** Adds a permission to the policy that is part of the role. */
  public addToPrincipalPolicy(statement: iam.PolicyStatement): iam.AddToPrincipalPolicyResult {
    this.permissions.addStatements(statement);
    const wildcards = [
      ...statement.actions.map((action) => `Action::${action}`),
      ...statement.resources.map((resource) => `Resource::${spelledOut(resource, this).text?.replace(/\$\{([^}]*)\}/g, '<$1>')}`),
    ].filter((each) => each.endsWith('*'));
    acknowledgeFindings(this, wildcards.map((wildcard) => `AwsSolutions-IAM5[${wildcard}]`), REASON);
    return { statementAdded: true };
  }

  /** Has the CDK generate a name that is known before the deployment, as for any role that another account refers to. */
  public fixName(): void {
    (this as unknown as { _enableCrossEnvironment?(): void })._enableCrossEnvironment?.();
  }
}
