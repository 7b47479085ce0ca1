import { Lazy, Stack, Token } from 'aws-cdk-lib';
import type { CfnResource } from 'aws-cdk-lib';
import type * as iam from 'aws-cdk-lib/aws-iam';

/** A policy document as the user wrote it down. AWS takes a single statement without a list, too. */
interface PolicyJson {
  readonly Statement?: unknown;
}

/**
 * A policy document with a statement added to it.
 *
 * @param document of any kind: of this or another copy of the CDK, JSON, or a token
 * @param resource the resource whose policy it is
 */
export function withStatement(document: unknown, statement: iam.PolicyStatement, resource: CfnResource): unknown {
  if (isPolicyDocument(document)) {
    document.addStatements(statement);
    return document;
  }
  // What only AWS can read, such as `AWS::Include`, is left as it is.
  return Token.isUnresolved(document)
    ? Lazy.uncachedAny({
      produce: (context) => {
        const resolved = context.resolve(document) as PolicyJson;
        return resolved?.Statement === undefined ? resolved : added(resolved, statement, resource);
      },
    })
    : added((document ?? { Version: '2012-10-17' }) as PolicyJson, statement, resource);
}

/** By what it offers, not by its class: the document may come from another copy of the CDK. */
function isPolicyDocument(document: unknown): document is iam.PolicyDocument {
  return typeof (document as Partial<iam.PolicyDocument> | undefined)?.addStatements === 'function';
}

function added(document: PolicyJson, statement: iam.PolicyStatement, resource: CfnResource): PolicyJson {
  const stack = Stack.of(resource);
  const statements = [document.Statement ?? []].flat();
  const json: unknown = statement.toStatementJson();
  const text = JSON.stringify(stack.resolve(json));
  return statements.some((other) => JSON.stringify(stack.resolve(other)) === text) ? document : { ...document, Statement: [...statements, json] };
}
