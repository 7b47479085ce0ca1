import type { CfnResource, IResolvable } from 'aws-cdk-lib';
import { Lazy, Stack, Token } from 'aws-cdk-lib';
import type * as iam from 'aws-cdk-lib/aws-iam';
import { property, setProperty } from '../identity/property';

/** A policy document as the user wrote it down. AWS takes a single statement without a list, too. */
interface PolicyJson {
  readonly Statement?: unknown;
}

/**
 * Adds a statement to the policy document that a resource has, of whatever kind: of this or another copy of the CDK, JSON, or a token.
 *
 * @param name the property that holds the document, in lower camel case
 * @param initial the document if there is none yet
 */
export function addStatement(resource: CfnResource, name: string, statement: iam.PolicyStatement, initial?: iam.PolicyDocument): void {
  const document = property(resource, name) ?? initial;
  if (isPolicyDocument(document)) {
    document.addStatements(statement);
    setProperty(resource, name, document);
  } else {
    const changed = Token.isUnresolved(document) ? lazily(document, statement, resource) : added((document ?? {}) as PolicyJson, statement, resource);
    setProperty(resource, name, changed);
  }
}

/** What only AWS can read, such as `AWS::Include`, is left as it is. */
function lazily(document: unknown, statement: iam.PolicyStatement, resource: CfnResource): IResolvable {
  return Lazy.uncachedAny({
    produce: (context) => {
      const resolved = context.resolve(document) as PolicyJson;
      return resolved?.Statement === undefined ? resolved : added(resolved, statement, resource);
    },
  });
}

/** By what it offers, not by its class: the document may come from another copy of the CDK. */
function isPolicyDocument(document: unknown): document is iam.PolicyDocument {
  return typeof (document as Partial<iam.PolicyDocument> | undefined)?.addStatements === 'function';
}

function added(document: PolicyJson, statement: iam.PolicyStatement, resource: CfnResource): PolicyJson {
  const { Statement: existing } = document;
  const json: unknown = statement.toStatementJson();
  if (Token.isUnresolved(existing)) {
    return { ...document, Statement: Lazy.uncachedAny({ produce: (context) => [context.resolve(existing), json].flat() }) };
  }
  const stack = Stack.of(resource);
  const statements = [existing ?? []].flat();
  const text = JSON.stringify(stack.resolve(json));
  return statements.some((other) => JSON.stringify(stack.resolve(other)) === text) ? document : { ...document, Statement: [...statements, json] };
}
