import { partsOfArn } from './arn';
import { assuming, AUTHORIZED, Cause, ErrorCode, refused } from './authorization';
import type { Assumption, Authorization } from './authorization';
import { evaluateAccess, withAllowingRole } from './caller';
import type { Access, Caller } from './caller';
import type { ResourceIndex, Resources } from './resources';
import { SourceVisibility } from '../policy/policy-request';
import type { ContextValue } from '../policy/policy-request';
import type { ResourceInstance } from '../template/resource-instance';
import { Likelihood } from '../values/likelihood';
import { differs } from '../values/text-match';
import { hasUnknown } from '../values/unknown';

/** The actions on a key that sending something encrypted needs. */
const ACTIONS = ['kms:Decrypt', 'kms:GenerateDataKey'];

/** Keys by everything that they can be called, except for their aliases. */
const KEYS: ResourceIndex = { types: ['AWS::KMS::Key', 'AWS::KMS::ReplicaKey'], keysOf: (key) => [key.name, key.arn] };
const ALIASES: ResourceIndex = { types: ['AWS::KMS::Alias'], keysOf: (alias) => [alias.name, alias.arn] };

/** Whether the key that a topic or a queue is encrypted with allows a caller to use it. */
export function authorizeByKey(encrypted: ResourceInstance, caller: Caller, resources: Resources): Authorization {
  const id = encrypted.propertyIfKnown('KmsMasterKeyId') as unknown;
  if (typeof id !== 'string' || id === '') {
    return AUTHORIZED;
  }
  const [managed] = /alias\/aws\/\w+$/.exec(id) ?? [];
  if (managed !== undefined) {
    return authorizeByManagedKey(managed, encrypted, caller);
  }
  const key = keyOf(id, encrypted, resources);
  if (key === undefined) {
    return assuming(Cause.KEY, `the key ${id} of ${encrypted.path} is not part of the app: it allows ${caller.name} to use it`, { arn: id, holder: encrypted });
  }
  const name = `the key ${key.path} of ${encrypted.path}`;
  const unusable = whyUnusable(key);
  if (unusable !== undefined) {
    return refused(ErrorCode.NO_PERMISSIONS, Cause.UNUSABLE_KEY, `${name} ${unusable}`, { concerned: key });
  }
  const assumptions = new Map<string, Assumption>();
  let unknown: Authorization | undefined;
  for (const action of ACTIONS) {
    const policy: unknown = key.propertyIfKnown('KeyPolicy');
    const access: Access = {
      action,
      resource: key.arn,
      owner: key.stack.environment.account,
      isKey: true,
      visibility: isHidden(encrypted, caller) ? SourceVisibility.HIDDEN : SourceVisibility.VISIBLE,
      context: keyContext(encrypted, caller),
    };
    const result = evaluateAccess(caller, policy, access);
    const { role } = caller;
    const leavesItToRole = () => evaluateAccess(withAllowingRole(caller), policy, access).likelihood >= Likelihood.LIKELY;
    if (role !== undefined && result.likelihood < Likelihood.LIKELY && leavesItToRole()) {
      return result.likelihood === Likelihood.NO
        ? refused(ErrorCode.NO_PERMISSIONS, Cause.ROLE, `${caller.name} is not allowed to perform ${action} on ${name}: ${result.why}`, { concerned: role.resource })
        : assuming(Cause.ROLE, `${caller.name} allows ${action} on ${name}: ${result.why}`, { arn: role.arn });
    }
    if (result.likelihood === Likelihood.NO) {
      const hidden = isHidden(encrypted, caller) ? ' (for an encrypted topic, conditions on aws:SourceArn and aws:SourceAccount are never met)' : '';
      const isDenied = result.denied === Likelihood.YES;
      return refused(ErrorCode.NO_PERMISSIONS, Cause.KEY, `${name} does not allow ${caller.name} to perform ${action}: ${result.why}${hidden}`, { concerned: key, isDenied });
    }
    if (result.likelihood < Likelihood.LIKELY) {
      unknown ??= assuming(Cause.KEY, `${name} allows ${caller.name} to perform ${action}: ${result.why}`, {
        arn: key.arn, holder: encrypted, isDenied: result.denied > Likelihood.UNLIKELY,
      });
    }
    result.assumptions.forEach((text) => assumptions.set(text, { text, cause: Cause.KEY, isDecisive: false, arn: key.arn, holder: encrypted }));
  }
  return unknown ?? { assumptions: [...assumptions.values()] };
}

/**
 * Whether the key of something outside of the app allows a caller to use it. The policy of a topic or a queue that allows EventBridge was written for it, and so was
 * that of the key. A role may use the topic or queue without either, and then the key is unknown.
 */
export function authorizeByForeignKey(arn: string, { name, role }: Caller): Authorization {
  return role === undefined
    ? AUTHORIZED
    : assuming(Cause.KEY, `${arn} is not encrypted with a customer-managed key, or the key allows ${name} to use it`, { arn });
}

/**
 * The keys that AWS manages allow the principals of their account, and no service. AWS documents that for Amazon SQS only.
 *
 * @see https://docs.aws.amazon.com/AWSSimpleQueueService/latest/SQSDeveloperGuide/sqs-key-management.html
 */
function authorizeByManagedKey(managed: string, encrypted: ResourceInstance, { name, role }: Caller): Authorization {
  const isForeign = role === undefined ? Likelihood.YES : differs(role.account, encrypted.stack.environment.account);
  if (isForeign === Likelihood.YES) {
    return refused(ErrorCode.NO_PERMISSIONS, Cause.MANAGED_KEY, `${encrypted.path} is encrypted with the AWS managed key ${managed}, which ${name} is not allowed to use`, { concerned: encrypted });
  }
  return isForeign >= Likelihood.UNKNOWN || managed !== 'alias/aws/sqs'
    ? assuming(Cause.MANAGED_KEY, `the AWS managed key ${managed} of ${encrypted.path} allows ${name} to use it`, { arn: managed, holder: encrypted })
    : AUTHORIZED;
}

/** Why topics and queues cannot be encrypted with a key, whatever its policy allows. */
function whyUnusable(key: ResourceInstance): string | undefined {
  if (isFalse(key.propertyIfKnown('Enabled'))) {
    return 'is disabled';
  }
  const spec = key.propertyIfKnown('KeySpec') ?? 'SYMMETRIC_DEFAULT';
  const usage = key.propertyIfKnown('KeyUsage') ?? 'ENCRYPT_DECRYPT';
  const isSymmetric = [spec, 'SYMMETRIC_DEFAULT'].includes('SYMMETRIC_DEFAULT') && spec === 'SYMMETRIC_DEFAULT' && usage === 'ENCRYPT_DECRYPT';
  return isSymmetric || hasUnknown(`${spec}${usage}`) ? undefined : `is no symmetric encryption key (${spec}, ${usage})`;
}

function isFalse(value: unknown): boolean {
  return value === false || value === 'false';
}

/** With EventBridge, Amazon SNS does not pass to AWS KMS on behalf of which rule it uses the key of a topic. */
function isHidden({ type }: ResourceInstance, { service }: Caller): boolean {
  return type === 'AWS::SNS::Topic' && service?.principal === 'events.amazonaws.com';
}

/**
 * The encryption context of Amazon SNS and Amazon SQS.
 *
 * @see https://docs.aws.amazon.com/sns/latest/dg/sns-server-side-encryption.html
 * @see https://docs.aws.amazon.com/AWSSimpleQueueService/latest/SQSDeveloperGuide/sqs-server-side-encryption.html
 */
function keyContext(encrypted: ResourceInstance, { name, role }: Caller): Map<string, ContextValue> {
  const isTopic = encrypted.type === 'AWS::SNS::Topic';
  const assumption = role === undefined && isTopic
    ? `${name} uses the key of ${encrypted.path} with the encryption context aws:sns:topicArn, as Amazon SNS does: AWS does not document it for ${name}`
    : undefined;
  const { region } = encrypted.stack.environment;
  return new Map<string, ContextValue>([
    [`kms:encryptioncontext:${isTopic ? 'aws:sns:topicarn' : 'aws:sqs:arn'}`, { values: [encrypted.arn], assumption }],
    ...(role === undefined ? [] : [
      ['kms:viaservice', { values: [`${isTopic ? 'sns' : 'sqs'}.${region}.amazonaws.com`] }],
      ['kms:calleraccount', { values: [role.account] }],
    ] as [string, ContextValue][]),
  ]);
}

/** Names and aliases mean the account and Region of what is encrypted. */
function keyOf(id: string, encrypted: ResourceInstance, resources: Resources): ResourceInstance | undefined {
  const isNear = ({ stack }: ResourceInstance) => id.startsWith('arn:') || isSameEnvironment(stack.environment, encrypted.stack.environment);
  const alias = resources.by(ALIASES, id).find(isNear);
  const name = alias === undefined ? id : String(alias.propertyIfKnown('TargetKeyId'));
  return resources.by(KEYS, name).find(isNear) ?? resources.by(KEYS, partsOfArn(name)?.resource.replace(/^key\//, '') ?? name).find(isNear);
}

type Environment = ResourceInstance['stack']['environment'];

function isSameEnvironment(one: Environment, other: Environment): boolean {
  return one.account === other.account && one.region === other.region;
}
