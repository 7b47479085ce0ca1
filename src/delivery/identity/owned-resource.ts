import { CfnOutput, CfnParameter, CfnResource, Reference, Stack, Token, Tokenization } from 'aws-cdk-lib';
import type { IConstruct } from 'constructs';
import { spelledOut } from './spelled-out';
import type { Spelling } from './spelling';
import { parseSpelling } from './spelling';

/** The most steps from a spelling to its resource: a parameter with an export of an alias, … More of them are a circle. */
const MAX_STEPS = 8;

/** The types that can be found by their literal names, with the property that holds the name. */
const NAMED: { readonly [service: string]: readonly [type: string, property: string] } = {
  sns: ['AWS::SNS::Topic', 'topicName'],
  sqs: ['AWS::SQS::Queue', 'queueName'],
  lambda: ['AWS::Lambda::Function', 'functionName'],
  kms: ['AWS::KMS::Alias', 'aliasName'],
};

/**
 * The resource of the app behind one of its spellings: a token, a literal ARN, URL or name, the result of `formatArn()`, `Fn.importValue()` of an export of
 * the app, or an SSM parameter that the app creates. `undefined` for what is not part of the app.
 *
 * For use while constructs are created, when references between stacks are not rendered and no template can be evaluated. At synthesis, the engine
 * compares evaluated ARNs.
 *
 * @param scope where it is spelled
 */
export function ownedResource(value: unknown, scope: IConstruct, steps: number = MAX_STEPS): CfnResource | undefined {
  if (value === undefined || steps === 0) {
    return undefined;
  }
  const follow = (inner: unknown, there: IConstruct) => ownedResource(inner, there, steps - 1);
  const token = Tokenization.reverse(value, { failConcat: false });
  if (Reference.isReference(token)) {
    return CfnResource.isCfnResource(token.target) ? token.target : follow(defaultOf(token.target), token.target);
  }
  const { text, named } = spelledOut(value, scope);
  if (named !== undefined || text === undefined) {
    return named;
  }
  const spelling = parseSpelling(text, scope);
  switch (spelling?.kind) {
    case 'export': return found(scope, (one) => isOutput(one) && one.exportName === spelling.name ? follow(one.value, one) : undefined);
    case 'parameter': return found(scope, (one) => isOfType(one, 'AWS::SSM::Parameter') && property(one, 'name') === spelling.name ? follow(property(one, 'value'), one) : undefined);
    case 'resource': return found(scope, (one) => isNamed(one, spelling) ? one : undefined);
    default: return undefined;
  }
}

/** A parameter of a template that takes its value from an SSM parameter, as the dynamic reference that it amounts to. */
function defaultOf(target: IConstruct): string | undefined {
  const { type, default: name } = target as Partial<CfnParameter>;
  return type?.startsWith('AWS::SSM::Parameter::Value') && typeof name === 'string' ? `{{resolve:ssm:${name}}}` : undefined;
}

function isOutput(construct: IConstruct): construct is CfnOutput {
  return 'exportName' in construct && 'value' in construct;
}

export function isOfType(construct: IConstruct, type: string): construct is CfnResource {
  return CfnResource.isCfnResource(construct) && construct.cfnResourceType === type;
}

function isNamed(construct: IConstruct, { service, name, account, region }: Spelling & { kind: 'resource' }): construct is CfnResource {
  const [type, nameProperty] = NAMED[service] ?? [];
  if (type === undefined || !isOfType(construct, type) || spelledOut(property(construct, nameProperty), construct).text !== name) {
    return false;
  }
  const stack = Stack.of(construct);
  const isSame = (one: string | undefined, other: string) => one === undefined || Token.isUnresolved(other) || one === other;
  return isSame(account, stack.account) && isSame(region, stack.region);
}

/** A property of an L1 construct. */
function property(resource: CfnResource, name: string): unknown {
  return (resource as unknown as { readonly [name: string]: unknown })[name];
}

/** The first that is found in the app. */
function found(scope: IConstruct, find: (construct: IConstruct) => CfnResource | undefined): CfnResource | undefined {
  const search = (construct: IConstruct): CfnResource | undefined => {
    let result = find(construct);
    for (const child of result ? [] : construct.node.children) {
      result = result ?? search(child);
    }
    return result;
  };
  return search(scope.node.root);
}
