import { assuming, AUTHORIZED, Cause, ErrorCode, inTurn, refused } from './authorization';
import type { Authorization } from './authorization';
import { evaluateAccess, withAllowingRole } from './caller';
import type { Access, Caller, RoleIdentity } from './caller';
import type { Resources } from './resources';
import { roleContext } from '../policy/policy-request';
import type { ResourceInstance } from '../template/resource-instance';
import { Likelihood } from '../values/likelihood';
import { differs } from '../values/text-match';

/** A policy of a resource, and where it comes from. */
export interface PolicySource {
  /** Its name in sentences. */
  readonly name: string;
  readonly resources: readonly ResourceInstance[];
  readonly document: unknown;
}

/** A question to the policies of a resource. */
export interface PolicyQuestion extends Access {
  readonly caller: Caller;
  readonly cause: Cause;
  /** The resource, if it is part of the app. */
  readonly owned?: ResourceInstance;
  /** The policies. The last one to be deployed replaces the others, so each has to allow the access. */
  readonly sources: readonly PolicySource[];
  /** Whether there can be more statements than those of the app. */
  readonly isPartial?: boolean;
  /** What is wrong if there is no policy. */
  readonly withoutPolicy: string;
}

/**
 * Whether the policies of a topic, a queue or a function allow an access, for a role together with the policies of the role: in its own account either of them
 * suffices, in another one it needs both.
 */
export function authorizeByPolicy(question: PolicyQuestion, resources: Resources): Authorization {
  const { resource: arn, caller, owner } = question;
  const { role } = caller;
  if (role === undefined) {
    return byPolicies(question, resources);
  }
  const ofRole = authorizeByIdentity(role, caller.name, question, resources.nameOf(arn));
  if (differs(role.account, owner) < Likelihood.UNKNOWN) {
    return ofRole.refusal?.isDenied || question.sources.length === 0 ? ofRole : byPolicies(question, resources, ofRole);
  }
  return inTurn(() => ofRole, () => byPolicies({ ...question, caller: withAllowingRole(caller) }, resources));
}

/** @param ofRole what the policies of a role decide unless those of the resource deny it */
function byPolicies(question: PolicyQuestion, resources: Resources, ofRole?: Authorization): Authorization {
  const { resource: arn, action, caller, cause, owned, sources, isPartial = false } = question;
  if (sources.length === 0) {
    return withoutAnyPolicy(question, resources);
  }
  const assumptions: string[] = [];
  // Each policy has to allow it: one that refuses decides, wherever it is among those that are not known.
  let unknown: Authorization | undefined;
  for (const source of sources) {
    const { likelihood, denied, why, assumptions: assumed } = evaluateAccess(caller, source.document, question);
    const isDenied = denied === Likelihood.YES;
    const about = { policies: source.resources, holder: owned, arn, isDenied: denied > Likelihood.UNLIKELY };
    if (likelihood < Likelihood.LIKELY && isPartial && !isDenied) {
      const outside = unlessComplete(question, resources);
      if (outside !== undefined) {
        return outside;
      }
    }
    const decidedByRole = denied > Likelihood.UNLIKELY ? undefined : ofRole;
    const others = sources.length === 1 ? '' : `; of its ${sources.length} policies the last one to be deployed replaces the others`;
    if (likelihood === Likelihood.NO) {
      const reason = `${source.name} of ${resources.nameOf(arn)} does not allow ${caller.name} to perform ${action}: ${why}${others}`;
      return decidedByRole ?? refused(ErrorCode.NO_PERMISSIONS, cause, reason, { concerned: owned, policies: source.resources, isDenied });
    }
    if (likelihood < Likelihood.LIKELY) {
      const ofPolicy = () => assuming(cause, `${source.name} of ${resources.nameOf(arn)} allows ${caller.name} to perform ${action}: ${why}`, about);
      unknown ??= decidedByRole?.refusal === undefined ? decidedByRole ?? ofPolicy() : ofPolicy();
    }
    assumptions.push(...assumed);
  }
  return unknown ?? { assumptions: assumptions.map((text) => ({ text, cause, isDecisive: false, arn, holder: owned })) };
}

function withoutAnyPolicy(question: PolicyQuestion, resources: Resources): Authorization {
  const { resource: arn, cause, owned, withoutPolicy } = question;
  return unlessComplete(question, resources) ?? refused(ErrorCode.NO_PERMISSIONS, cause, `${resources.nameOf(arn)} ${withoutPolicy}`, { concerned: owned });
}

/**
 * What is assumed of policies that are not in the templates: those of other apps, and those that macros add, as the connectors of AWS SAM do.
 *
 * @see https://docs.aws.amazon.com/serverless-application-model/latest/developerguide/managing-permissions-connectors.html
 */
function unlessComplete(question: PolicyQuestion, resources: Resources): Authorization | undefined {
  const { resource: arn, action, caller, cause, owned } = question;
  if (owned === undefined) {
    return outsideOfApp(question);
  }
  const [macro] = owned.stack.macros;
  return macro === undefined
    ? undefined
    : assuming(cause, `${macro}, which is not simulated, adds a policy to ${resources.nameOf(arn)} that allows ${caller.name} to perform ${action}`, { arn, holder: owned });
}

function authorizeByIdentity(role: RoleIdentity, roleName: string, { action, resource, context = new Map() }: Access, name: string): Authorization {
  const { likelihood, denied, why } = role.evaluate(action, resource, new Map([...roleContext(role.arn, role.account), ...context]));
  if (likelihood >= Likelihood.LIKELY) {
    return AUTHORIZED;
  }
  return likelihood === Likelihood.NO
    ? refused(ErrorCode.NO_PERMISSIONS, Cause.ROLE, why, { concerned: role.resource, isDenied: denied === Likelihood.YES })
    : assuming(Cause.ROLE, `${roleName} allows ${action} on ${name}: ${why}`, { arn: role.arn });
}

function outsideOfApp({ resource: arn, action, caller, cause }: PolicyQuestion): Authorization {
  return assuming(cause, `the policy of ${arn} is not part of the app: it allows ${caller.name} to perform ${action}`, { arn });
}

/** The policies that some resources hold as documents. */
export function policiesIn(policies: readonly ResourceInstance[]): PolicySource[] {
  return policies.map((policy) => ({ name: `the policy ${policy.path}`, resources: [policy], document: policy.propertyIfKnown('PolicyDocument') }));
}
