import { partsOfArn } from './arn';
import { assuming, AUTHORIZED, Cause, ErrorCode, refused } from './authorization';
import type { Authorization } from './authorization';
import { evaluateAccess } from './caller';
import type { Caller } from './caller';
import type { ResourceIndex, Resources } from './resources';
import { SourceVisibility } from '../policy/policy-request';
import type { ResourceInstance } from '../template/resource-instance';
import { allOf, anyOf, Likelihood } from '../values/likelihood';
import { hasUnknown } from '../values/unknown';

/** The policies of an account and Region, which are about all its log groups. The custom resource is that of the CDK. */
const POLICIES: ResourceIndex = {
  types: ['AWS::Logs::ResourcePolicy', 'Custom::CloudwatchLogResourcePolicy'],
  keysOf: ({ stack: { environment: { account, region } } }) => `${account} ${region}`,
};

/** What writing an event needs. AWS documents that only the second action takes conditions on the source. */
const ACTIONS = [
  { action: 'logs:CreateLogStream', visibility: SourceVisibility.HIDDEN },
  { action: 'logs:PutLogEvents', visibility: SourceVisibility.VISIBLE },
];

/**
 * Whether EventBridge can write to a log group: by the resource policies of CloudWatch Logs, because log groups are no targets for roles.
 *
 * @see https://docs.aws.amazon.com/eventbridge/latest/userguide/eb-use-resource-based.html#eb-cloudwatchlogs-permissions
 */
export function authorizeLogGroup(arn: string, caller: Caller, resources: Resources): Authorization {
  const { account, region } = partsOfArn(arn)!;
  const policies = resources.by(POLICIES, `${account} ${region}`);
  const documents = policies.map(documentOf);
  const owned = resources.withArn(arn.replace(/:\*$/, ''));
  const results = ACTIONS.flatMap(({ action, visibility }) => documents.map((document) => ({
    action, ...evaluateAccess(caller, document, { action, resource: `${arn.replace(/:\*$/, '')}:*`, owner: account, visibility }),
  })));
  const ofAction = (wanted: string) => results.filter(({ action }) => action === wanted);
  const denied = results.find((result) => result.denied === Likelihood.YES);
  const likelihood = allOf(ACTIONS.map(({ action }) => anyOf(ofAction(action).map((result) => result.likelihood))));
  if (denied === undefined && likelihood >= Likelihood.LIKELY) {
    return AUTHORIZED;
  }
  const name = resources.nameOf(arn);
  if (denied !== undefined || (owned !== undefined && owned.stack.macros.length === 0 && likelihood === Likelihood.NO)) {
    const why = denied?.why ?? results[0]?.why ?? 'there is none';
    return refused(ErrorCode.NO_PERMISSIONS, Cause.LOGS, `no resource policy of CloudWatch Logs in the app allows ${caller.name} to write to ${name}: ${why}`, {
      concerned: owned, policies, isDenied: denied !== undefined,
    });
  }
  return assuming(Cause.LOGS, `a resource policy of CloudWatch Logs allows ${caller.name} to write to ${name}`, { arn, policies, holder: owned });
}

function documentOf(policy: ResourceInstance): unknown {
  if (policy.type === 'AWS::Logs::ResourcePolicy') {
    return policy.propertyIfKnown('PolicyDocument');
  }
  // The call of the SDK that the custom resource makes: JSON in JSON.
  const call = policy.propertyIfKnown('Create') as unknown;
  try {
    const { parameters } = JSON.parse(String(call)) as { readonly parameters?: { readonly policyDocument?: unknown } };
    return parameters?.policyDocument;
  } catch {
    return hasUnknown(String(call)) ? call : undefined;
  }
}
