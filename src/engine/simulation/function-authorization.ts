import { AUTHORIZED, assuming, NO_PERMISSIONS, denied } from './authorization';
import type { Authorization } from './authorization';
import { requestOf } from './caller';
import type { Caller } from './caller';
import type { ResourceIndex, Resources } from './resources';
import { checkPolicy } from '../policy/policy-document';
import type { PolicyStatement } from '../policy/policy-statement';
import type { ResourceInstance } from '../template/resource-instance';

const PERMISSIONS: ResourceIndex = { types: ['AWS::Lambda::Permission'], keysOf: functionArnOf };

/** Whether a function, or a version or alias of one, may be invoked by a caller: by its permissions. Those of the function are not those of its versions. */
export function authorizeFunction(arn: string, caller: Caller, resources: Resources): Authorization {
  const permissions = resources.by(PERMISSIONS, arn);
  const Statement = permissions.map((permission) => statementOf(permission, arn));
  const { isAllowed, why } = checkPolicy({ Statement }, requestOf(caller, 'lambda:InvokeFunction', arn));
  if (isAllowed) {
    return AUTHORIZED;
  }
  // A version of a function of the app may have been published elsewhere; only its permissions count.
  const owned = resources.withArn(arn) ?? resources.withArn(unqualified(arn));
  if (owned === undefined) {
    return assuming(`the permissions of ${arn} are not part of the app: they let ${caller.name} invoke it`);
  }
  const reason = permissions.length === 0 ? 'it has no permission' : why;
  return denied(NO_PERMISSIONS, `${resources.nameOf(arn)} may not be invoked by ${caller.name}: ${reason}`);
}

/** The statement that AWS Lambda makes of a permission. */
function statementOf(permission: ResourceInstance, arn: string): PolicyStatement {
  const property = (name: string) => permission.property(name) as unknown;
  const principal = String(property('Principal'));
  const conditions = {
    ArnLike: defined({ 'aws:SourceArn': property('SourceArn') }),
    StringEquals: defined({
      'aws:SourceAccount': property('SourceAccount'),
      'aws:PrincipalOrgID': property('PrincipalOrgID'),
      'lambda:EventSourceToken': property('EventSourceToken'),
    }),
  };
  return {
    Sid: permission.path,
    Effect: 'Allow',
    Principal: principal.includes('.') ? { Service: principal } : { AWS: principal },
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

function unqualified(arn: string): string {
  return arn.split(':').slice(0, 7).join(':');
}
