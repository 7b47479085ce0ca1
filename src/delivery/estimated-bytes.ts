import { Stack, Token } from 'aws-cdk-lib';
import type { IConstruct } from 'constructs';

/** What AWS puts in the place of a reference, as long as it usually is. CloudFormation names a resource `<stack>-<logical id>-<12 characters>`. */
const ARN = 'arn:aws:lambda:eu-central-1:123456789012:function:';
const NAME_SUFFIX = '-'.repeat(14);
const PSEUDO: Record<string, string> = { 'AWS::AccountId': '123456789012', 'AWS::Region': 'eu-central-1', 'AWS::Partition': 'aws', 'AWS::URLSuffix': 'amazonaws.com' };

/** About how long a policy will be when it is deployed. Names that CloudFormation makes are not known before. */
export function estimatedBytes(scope: IConstruct, policy: unknown): number {
  return JSON.stringify(deployed(policy, stackNameOf(scope))).length;
}

function stackNameOf(scope: IConstruct): string {
  const { stackName } = Stack.of(scope);
  return Token.isUnresolved(stackName) ? 'nested-stack' : stackName;
}

function deployed(value: unknown, stackName: string): unknown {
  if (Array.isArray(value)) {
    return value.map((element) => deployed(element, stackName));
  }
  if (typeof value !== 'object' || value === null) {
    return value;
  }
  const [[intrinsic, argument], ...others] = [...Object.entries(value), ['', undefined]];
  if (others.length === 1) {
    switch (intrinsic) {
      case 'Ref': return PSEUDO[argument] ?? `${stackName}-${argument}${NAME_SUFFIX}`;
      case 'Fn::GetAtt': return `${ARN}${stackName}-${argument[0]}${NAME_SUFFIX}`;
      case 'Fn::ImportValue': return `${ARN}${stackName}${NAME_SUFFIX}`;
      case 'Fn::Join': return (deployed(argument[1], stackName) as unknown[]).join(argument[0]);
      default:
    }
  }
  return Object.fromEntries(Object.entries(value).map(([name, inner]) => [name, deployed(inner, stackName)]));
}
