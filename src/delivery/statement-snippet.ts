import { Stack, Token } from 'aws-cdk-lib';
import type * as iam from 'aws-cdk-lib/aws-iam';
import { RegionInfo } from 'aws-cdk-lib/region-info';
import type { IConstruct } from 'constructs';
import { envOf } from './same-environment';

/** A policy statement as JSON to paste, with real values where they are known and `${AWS::Region}` where they are not. */
export function statementSnippet(resource: IConstruct, statement: iam.PolicyStatement): string {
  return inPlace(resource, JSON.stringify(toSubNotation(Stack.of(resource).resolve(statement.toStatementJson()))));
}

/** A text with real values where they are known. */
export function textSnippet(resource: IConstruct, text: string): string {
  return inPlace(resource, textOf(toSubNotation(Stack.of(resource).resolve(text))));
}

/** An import knows by its ARN where it is, whatever its stack knows. */
function inPlace(resource: IConstruct, text: string): string {
  const { account, region } = envOf(resource);
  const partition = Token.isUnresolved(region) ? undefined : RegionInfo.get(region).partition;
  const known = { AccountId: account, Region: region, Partition: partition };
  return Object.entries(known).reduce((result, [name, value]) =>
    value === undefined || Token.isUnresolved(value) ? result : result.replaceAll(`\${AWS::${name}}`, value), text);
}

/** Intrinsic functions in the notation of `Fn::Sub`, which people read more easily than JSON. */
export function toSubNotation(value: unknown): unknown {
  if (Array.isArray(value)) {
    return value.map(toSubNotation);
  }
  if (typeof value !== 'object' || value === null) {
    return value;
  }
  const [[key, argument], ...others] = Object.entries(value);
  if (others.length === 0) {
    switch (key) {
      case 'Ref': return `\${${argument}}`;
      case 'Fn::GetAtt': return `\${${(argument as string[]).join('.')}}`;
      case 'Fn::ImportValue': return `\${${toSubNotation(argument)}}`;
      case 'Fn::GetStackOutput': return `\${${argument.StackName}.${argument.OutputName}}`;
      case 'Fn::Join': return (toSubNotation(argument[1]) as unknown[]).map(textOf).join(argument[0]);
      default:
    }
  }
  return Object.fromEntries(Object.entries(value).map(([name, inner]) => [name, toSubNotation(inner)]));
}

/** What has no notation of its own stays JSON. */
function textOf(value: unknown): string {
  return typeof value === 'string' ? value : JSON.stringify(value);
}
