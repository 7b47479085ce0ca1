import { AUTHORIZED, assuming, NO_PERMISSIONS, denied } from './authorization';
import type { Authorization } from './authorization';
import { requestOf } from './caller';
import type { Caller } from './caller';
import type { ResourceIndex, Resources } from './resources';
import { checkPolicy } from '../policy/policy-document';
import type { ResourceInstance } from '../template/resource-instance';

/** What a service has to do with a key to send something that is encrypted with it. */
const ACTIONS = ['kms:Decrypt', 'kms:GenerateDataKey'];

/** Keys by everything that they can be called but their aliases. */
const KEYS: ResourceIndex = { types: ['AWS::KMS::Key', 'AWS::KMS::ReplicaKey'], keysOf: (key) => [key.name, key.arn] };
const ALIASES: ResourceIndex = { types: ['AWS::KMS::Alias'], keysOf: (alias) => [alias.name, alias.arn] };

/** Whether the key that a topic or a queue is encrypted with lets a caller use it. */
export function authorizeByKey(encrypted: ResourceInstance, caller: Caller, resources: Resources, isAnonymous = false): Authorization {
  const id = encrypted.property('KmsMasterKeyId') as unknown;
  if (typeof id !== 'string' || id === '') {
    return AUTHORIZED;
  }
  const [managed] = /alias\/aws\/\w+$/.exec(id) ?? [];
  if (managed !== undefined) {
    return denied(NO_PERMISSIONS, `${encrypted.path} is encrypted with the AWS-managed key ${managed}, which ${caller.name} may not use`);
  }
  const key = keyOf(id, encrypted, resources);
  if (key === undefined) {
    return assuming(`the key ${id} of ${encrypted.path} is not part of the app: it lets ${caller.name} use it`);
  }
  const of = `the key ${key.path} of ${encrypted.path}`;
  if (key.property('Enabled') === false) {
    return denied(NO_PERMISSIONS, `${of} is disabled`);
  }
  for (const action of ACTIONS) {
    const { isAllowed, why } = checkPolicy(key.property('KeyPolicy'), requestOf(caller, action, key.arn, isAnonymous));
    if (!isAllowed) {
      const anonymous = isAnonymous ? ' (for an encrypted topic, conditions on aws:SourceArn and aws:SourceAccount never hold)' : '';
      return denied(NO_PERMISSIONS, `${of} does not let ${caller.name} do ${action}: ${why}${anonymous}`);
    }
  }
  return AUTHORIZED;
}

/** Names and aliases mean the account and Region of what is encrypted. */
function keyOf(id: string, encrypted: ResourceInstance, resources: Resources): ResourceInstance | undefined {
  const isNear = ({ stack }: ResourceInstance) => id.startsWith('arn:') || isSameEnvironment(stack.environment, encrypted.stack.environment);
  const alias = resources.by(ALIASES, id).find(isNear);
  const name = alias === undefined ? id : String(alias.property('TargetKeyId'));
  return resources.by(KEYS, name).find(isNear);
}

type Environment = ResourceInstance['stack']['environment'];

function isSameEnvironment(one: Environment, other: Environment): boolean {
  return one.account === other.account && one.region === other.region;
}
