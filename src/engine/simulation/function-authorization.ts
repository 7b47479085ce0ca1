import { partsOfArn } from './arn';
import { AUTHORIZED, assuming, Cause, ErrorCode, inTurn, refused } from './authorization';
import type { Authorization } from './authorization';
import type { Caller } from './caller';
import { authorizeByPolicy, policiesIn } from './resource-policy';
import type { ResourceIndex, Resources } from './resources';
import { contextOf } from '../policy/policy-request';
import type { PolicyStatement } from '../policy/policy-statement';
import type { ResourceInstance } from '../template/resource-instance';
import { hasUnknown } from '../values/unknown';

const PERMISSIONS: ResourceIndex = { types: ['AWS::Lambda::Permission'], keysOf: (permission) => [functionArnOf(permission), ...nameInAnyPlace(permission)] };
/** @see https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-lambda-resourcepolicy.html */
const POLICIES: ResourceIndex = { types: ['AWS::Lambda::ResourcePolicy'], keysOf: (policy) => policy.property('ResourceArn') };
const CONFIGURATIONS: ResourceIndex = { types: ['AWS::Lambda::EventInvokeConfig'], keysOf: functionArnOf };

/**
 * Services do not invoke functions through their URL, and the type of authentication is a key of requests to a URL only.
 *
 * @see https://docs.aws.amazon.com/lambda/latest/dg/urls-auth.html
 * @see https://docs.aws.amazon.com/service-authorization/latest/reference/list_awslambda.html
 */
const WITHOUT_URL = contextOf({ 'lambda:InvokedViaFunctionUrl': ['false'], 'lambda:FunctionUrlAuthType': [] });

/**
 * Whether a function, or a version or alias of one, can be invoked by a caller: by its resource policy, which replaces permissions, or by its
 * permissions. Those of the function are not those of its versions.
 */
export function authorizeFunction(arn: string, caller: Caller, resources: Resources): Authorization {
  const permissions = functionPermissions(arn, resources);
  const policies = resources.by(POLICIES, arn);
  // A version of a function of the app may be published outside of the app; only its permissions count.
  const owned = resources.withArn(arn) ?? resources.withArn(unqualified(arn));
  const question = {
    resource: arn,
    action: 'lambda:InvokeFunction',
    owner: partsOfArn(arn)!.account,
    caller,
    owned,
    cause: Cause.PERMISSION,
    context: WITHOUT_URL,
    withoutPolicy: `has no permission that allows ${caller.name} to invoke it`,
  };
  if (policies.length > 0) {
    return inTurn(
      () => authorizeByPolicy({ ...question, sources: policiesIn(policies) }, resources),
      () => mixture(arn, policies, permissions, owned),
    );
  }
  const document = { Statement: permissions.map((permission) => statementOf(permission, arn)) };
  const sources = permissions.length === 0 ? [] : [{ name: 'the resource policy', resources: permissions, document }];
  return authorizeByPolicy({ ...question, sources, isPartial: true }, resources);
}

/**
 * A function without concurrency accepts events, and drops them.
 *
 * @see https://docs.aws.amazon.com/lambda/latest/dg/invocation-async-error-handling.html
 */
export function hasConcurrency(arn: string, resources: Resources): Authorization {
  const target = resources.withArn(unqualified(arn));
  if (target === undefined || String(target.propertyIfKnown('ReservedConcurrentExecutions')) !== '0') {
    return AUTHORIZED;
  }
  const own = target.propertyIfKnown('DeadLetterConfig')?.TargetArn ?? onFailure(arn, resources);
  const fate = own === undefined ? 'drops it' : `sends it to ${resources.nameOf(String(own))}`;
  return refused(ErrorCode.NO_PERMISSIONS, Cause.CONCURRENCY, `${target.path} has a reserved concurrency of 0: AWS Lambda accepts the event and ${fate}`, {
    concerned: target, isDropped: true,
  });
}

function onFailure(arn: string, resources: Resources): unknown {
  const [configuration] = resources.by(CONFIGURATIONS, unqualified(arn));
  return configuration?.propertyIfKnown('DestinationConfig')?.OnFailure?.Destination;
}

/** A policy and permissions of one function. */
function mixture(
  arn: string, policies: readonly ResourceInstance[], permissions: readonly ResourceInstance[], holder?: ResourceInstance,
): Authorization {
  if (permissions.length === 0) {
    return AUTHORIZED;
  }
  const text = `the resource policy ${policies[0].path} replaces the permissions ${permissions.map(({ path }) => path).join(', ')}`;
  return assuming(Cause.REPLACED, text, { arn, holder, isDecisive: false, policies: [...policies, ...permissions] });
}

/** The permissions of a function, or of a version or an alias of one. */
export function functionPermissions(arn: string, resources: Resources): readonly ResourceInstance[] {
  return [...new Set([...resources.by(PERMISSIONS, arn), ...resources.by(PERMISSIONS, nameIn(arn))])];
}

/** The statement that AWS Lambda creates for a permission. */
export function statementOf(permission: ResourceInstance, arn: string): PolicyStatement {
  const property = (name: string) => permission.propertyIfKnown(name) as unknown;
  const principal = String(property('Principal'));
  // The name of a role may have a period, too.
  const isService = principal.includes('.') && !principal.startsWith('arn:');
  const conditions = {
    ArnLike: defined({ 'aws:SourceArn': property('SourceArn') }),
    StringEquals: defined({
      'aws:SourceAccount': property('SourceAccount'),
      'aws:PrincipalOrgID': property('PrincipalOrgID'),
      'lambda:EventSourceToken': property('EventSourceToken'),
      'lambda:FunctionUrlAuthType': property('FunctionUrlAuthType'),
    }),
    Bool: defined({ 'lambda:InvokedViaFunctionUrl': property('InvokedViaFunctionUrl') }),
  };
  return {
    Sid: permission.path,
    Effect: 'Allow',
    Principal: isService ? { Service: principal } : { AWS: principal },
    Action: property('Action'),
    Resource: arn,
    Condition: conditions,
  };
}

function defined(values: { readonly [key: string]: unknown }): object {
  return Object.fromEntries(Object.entries(values).filter(([, value]) => value !== undefined));
}

/** Permissions name a function by its ARN, by its name or by something between, with or without a qualifier. */
function functionArnOf(permission: ResourceInstance): string {
  const name = String(permission.property('FunctionName'));
  const { account, region, partition } = permission.stack.environment;
  if (name.startsWith('arn:')) {
    return name;
  }
  const [owner, rest] = name.includes(':function:') ? name.split(':function:') : [account, name];
  return `arn:${partition}:lambda:${region}:${owner}:function:${rest}`;
}

/** A stack that does not specify its account or Region may name a function that is imported by its ARN. */
function nameInAnyPlace(permission: ResourceInstance): string[] {
  const { account, region } = permission.stack.environment;
  const arn = functionArnOf(permission);
  return hasUnknown(account + region) && hasUnknown(arn) ? [nameIn(arn)] : [];
}

/** The name of a function, with its qualifier. */
function nameIn(arn: string): string {
  return arn.split(':').slice(6).join(':');
}

function unqualified(arn: string): string {
  return arn.split(':').slice(0, 7).join(':');
}
