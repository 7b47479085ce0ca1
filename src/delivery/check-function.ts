import type { CfnResource } from 'aws-cdk-lib';
import type * as lambda from 'aws-cdk-lib/aws-lambda';
import { estimatedBytes } from './estimated-bytes';
import { everyRuleOf } from './permissions/event-bridge';
import { isLatest } from './resource-kinds';
import { textSnippet } from './statement-snippet';
import type { AppResources } from '../validation/deployed/app-resources';
import { errorFinding } from '../validation/findings/finding';
import type { LocatedFinding } from '../validation/findings/finding';

/** The quota of AWS Lambda, fixed. */
const MAX_POLICY_BYTES = 20480;

/** Whether EventBridge may invoke a function, judged by the permissions that are there. */
export function checkFunction(handler: lambda.IFunction, resources: AppResources): LocatedFinding[] {
  const names = [handler.functionArn, handler.functionName];
  const permissions = [...new Set(names.flatMap((name) => resources.naming('AWS::Lambda::Permission', 'FunctionName', handler, name)))];
  const ours = permissions.filter((permission) => resources.property(permission, 'Principal') === 'events.amazonaws.com');
  if (isLatest(handler)) {
    return [{
      level: 'warning',
      id: 'cdk-ecs-event-rules:functionWithoutPermission',
      at: handler,
      message: 'this is the version $LATEST, and AWS Lambda adds no permission to that: EventBridge may never invoke it. Use the function itself as the target, which is $LATEST too,'
        + ' or a published version or an alias.',
    }];
  }
  if (ours.length === 0) {
    return [{
      level: 'warning',
      id: 'cdk-ecs-event-rules:functionWithoutPermission',
      at: handler,
      message: 'no permission lets EventBridge invoke this function, and none can be added from here. Add it, or it is never invoked:'
        + ` aws lambda add-permission --function-name ${textSnippet(handler, handler.functionArn)} --statement-id AllowEcsEventRules`
        + ` --action lambda:InvokeFunction --principal events.amazonaws.com --source-account ${textSnippet(handler, handler.stack.account)}`
        + ` --source-arn '${textSnippet(handler, everyRuleOf(handler))}'`,
    }];
  }
  const statements = permissions.map((permission) => statementOf(handler, permission, resources));
  const bytes = estimatedBytes(handler, { Version: '2012-10-17', Id: 'default', Statement: statements });
  return bytes <= MAX_POLICY_BYTES ? [] : [errorFinding(handler, {
    prop: 'permissions of the function',
    problem: `its ${permissions.length} permissions make a policy of about ${bytes} bytes, AWS Lambda takes ${MAX_POLICY_BYTES}`,
    resolution: 'targets.LambdaFunction adds a permission for each rule: use LambdaInvoke of cdk-ecs-event-rules, which needs one for all of them',
  })];
}

/** The statement that AWS Lambda makes of a permission. */
function statementOf(handler: lambda.IFunction, permission: CfnResource, resources: AppResources) {
  const property = (name: string) => resources.property(permission, name);
  return {
    Sid: `${handler.stack.stackName}-${permission.node.id}-${'x'.repeat(12)}`,
    Effect: 'Allow',
    Principal: { Service: property('Principal') },
    Action: property('Action'),
    Resource: handler.stack.resolve(handler.functionArn),
    Condition: { ArnLike: { 'AWS:SourceArn': property('SourceArn') } },
  };
}
