import { Stack } from 'aws-cdk-lib';
import type * as iam from 'aws-cdk-lib/aws-iam';
import type { IConstruct } from 'constructs';

/** A policy statement as JSON to paste, with real values where they are known and `${AWS::Region}` where they are not. */
export function pasteable(scope: IConstruct, statement: iam.PolicyStatement): string {
  return JSON.stringify(inWords(Stack.of(scope).resolve(statement.toStatementJson())));
}

/** A text with real values where they are known. */
export function pasteableText(scope: IConstruct, text: string): string {
  return String(inWords(Stack.of(scope).resolve(text)));
}

/** Intrinsic functions in the notation of `Fn::Sub`, which people read more easily than JSON. */
export function inWords(value: unknown): unknown {
  if (Array.isArray(value)) {
    return value.map(inWords);
  }
  if (typeof value !== 'object' || value === null) {
    return value;
  }
  const [[key, argument], ...others] = Object.entries(value);
  if (others.length === 0) {
    switch (key) {
      case 'Ref': return `\${${argument}}`;
      case 'Fn::GetAtt': return `\${${(argument as string[]).join('.')}}`;
      case 'Fn::ImportValue': return `\${${inWords(argument)}}`;
      case 'Fn::Join': return (inWords(argument[1]) as string[]).join(argument[0]);
      default:
    }
  }
  return Object.fromEntries(Object.entries(value).map(([name, inner]) => [name, inWords(inner)]));
}
