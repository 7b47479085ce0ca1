import type { CfnParameter } from 'aws-cdk-lib';
import { CfnResource, Reference, Stack, Token, Tokenization } from 'aws-cdk-lib';
import type { IConstruct } from 'constructs';
import { AppIndex } from './app-index';
import { property } from './property';
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
  const followed = (construct: IConstruct | undefined, name: string) => construct && follow(property(construct, name), construct);
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
    case 'export': return followed(AppIndex.of(scope).exported(spelling.name), 'value');
    case 'parameter': return followed(AppIndex.of(scope).ofType('AWS::SSM::Parameter').find((one) => property(one, 'name') === spelling.name), 'value');
    case 'resource': return AppIndex.of(scope).ofType(NAMED[spelling.service]?.[0]).find((one) => isNamed(one, spelling));
    default: return undefined;
  }
}

/** The resource that a token refers to. */
export function referredResource(value: unknown): CfnResource | undefined {
  const token = Tokenization.reverse(value, { failConcat: false });
  return Reference.isReference(token) && CfnResource.isCfnResource(token.target) ? token.target : undefined;
}

/** A parameter of a template that takes its value from an SSM parameter, as the dynamic reference that it amounts to. */
function defaultOf(target: IConstruct): string | undefined {
  const { type, default: name } = target as Partial<CfnParameter>;
  return type?.startsWith('AWS::SSM::Parameter::Value') && typeof name === 'string' ? `{{resolve:ssm:${name}}}` : undefined;
}

function isNamed(resource: CfnResource, { service, name, account, region }: Spelling & { kind: 'resource' }): boolean {
  const stack = Stack.of(resource);
  const isSame = (one: string | undefined, other: string) => one === undefined || Token.isUnresolved(other) || one === other;
  return spelledOut(property(resource, NAMED[service][1]), resource).text === name && isSame(account, stack.account) && isSame(region, stack.region);
}
