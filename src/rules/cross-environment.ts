import { Lazy, Reference, Stack, Tokenization } from 'aws-cdk-lib';
import type { CfnResource, IResolvable } from 'aws-cdk-lib';
import type * as events from 'aws-cdk-lib/aws-events';
import type * as sqs from 'aws-cdk-lib/aws-sqs';
import type { IConstruct } from 'constructs';
import { crossEnvironmentArnsIn } from './annotations';
import { targetsOf } from './rule-checks';
import { acknowledge } from '../delivery/acknowledge';
import { watch } from '../delivery/deliverable';
import { constructOf } from '../delivery/identity/construct-of';
import { grantDeadLetters } from '../delivery/permissions/grants';
import { envOf, sameEnvironment } from '../delivery/same-environment';
import type { PatternJson } from '../patterns/conditions/condition';
import { environmentOf, parseArn } from '../patterns/references/environment';
import { ValidationError } from '../validation/validation-error';

// A target in another account or Region: the CDK adds a target to the rule that forwards to the default bus there, and creates a mirror rule there that
// delivers.

/** Identifies the targets of a construct that are in another account or Region by their resources, so that no id changes when a target is added or moved. */
export class CrossEnvironmentIds {
  private readonly counts = new Map<string, number>();

  /** A function that returns the id of one target: the same for every rule of the construct that gets it. */
  public forTarget(): (resource: IConstruct) => string {
    let id: string | undefined;
    return (resource) => {
      id ??= this.next(resource.node.addr.slice(-12));
      return id;
    };
  }

  /** A resource may be the target several times, with different messages. */
  private next(resource: string): string {
    const count = (this.counts.get(resource) ?? 0) + 1;
    this.counts.set(resource, count);
    return count === 1 ? `Mirror${resource}` : `Mirror${resource}x${count}`;
  }
}

/** A target that a rule forwards to. */
interface Forwarded {
  /** The id under which the CDK adds the target that forwards, if the rule does not forward there yet. */
  readonly id: string;
  /** The resource of the target that is in another account or Region. */
  readonly resource: IConstruct;
  /** The queue for events that cannot be forwarded: without one, they are lost at once. */
  readonly queue?: sqs.IQueue;
}

/**
 * Gives the target that forwards, which is the CDK's own, a dead-letter queue and an id that only depends on where it forwards to.
 *
 * @throws ValidationError if the CDK has not added such a target
 */
export function completeForwarding(rule: events.Rule, { id, resource, queue }: Forwarded): void {
  const { account, region } = envOf(resource);
  const forwardId = `Forward-${account}-${region}`;
  const ids = targetsOf(rule).map((target) => target.id);
  if (!ids.includes(id) && !ids.includes(forwardId)) {
    throw new ValidationError({
      prop: 'targets',
      problem: `this version of aws-cdk-lib does not forward events to ${account}/${region} by a target of ${rule.node.path}, as earlier versions do`,
      resolution: 'Use an earlier version of aws-cdk-lib, and report this issue to cdk-ecs-event-rules',
    });
  }
  if (!ids.includes(id)) {
    return;
  }
  if (queue) {
    grantDeadLetters(queue, rule);
    watch(rule, queue);
  }
  const cfnRule = rule.node.defaultChild as events.CfnRule;
  const { targets } = cfnRule;
  cfnRule.targets = Lazy.uncachedAny({
    produce: (context) => (context.resolve(targets) as events.CfnRule.TargetProperty[] | undefined)
      ?.map((target) => target.id === id ? { ...target, id: forwardId, ...queue && { deadLetterConfig: { arn: queue.queueArn } } } : target),
  });
  acknowledgeForwardingRole(rule);
}

/**
 * Gives a mirror rule a logical id that depends on its target only. The id that the CDK gives it also depends on which rule of the construct forwards, which
 * changes when a target is added before it: CloudFormation would replace the mirror rule.
 */
export function stabilizeMirror(owner: IConstruct, part: number, id: string, mirror: events.Rule): void {
  const name = owner.node.id.replace(/[^A-Za-z0-9]/g, '');
  (mirror.node.defaultChild as events.CfnRule).overrideLogicalId(`${name}${part === 0 ? '' : part + 1}${id}${owner.node.addr.slice(-8)}`);
}

/** The props that name what patterns refer to. */
const NAME_PROPS: { readonly [type: string]: string } = { 'AWS::ECS::Cluster': 'clusterName', 'AWS::ECS::Service': 'serviceName', 'AWS::ECS::Daemon': 'daemonName' };

/**
 * Checks that the pattern of a rule can be rendered in another environment, where the CDK copies it to a mirror rule.
 *
 * @throws ValidationError if it refers to something without a name
 */
export function checkMirroredPattern(pattern: PatternJson, mirror: events.Rule, target: IConstruct): void {
  const stack = Stack.of(mirror);
  JSON.stringify(pattern, (_key, value: unknown) => {
    const tokens = typeof value === 'string' ? Tokenization.reverseString(value).tokens : [];
    const references = tokens.filter((token): token is Reference => Reference.isReference(token));
    const unnamed = references.find((token) => !sameEnvironment(token.target, mirror) && !isNamed(stack, token));
    if (unnamed !== undefined) {
      const resource = unnamed.target as CfnResource;
      const { account, region } = envOf(target);
      throw new ValidationError({
        prop: 'targets',
        problem: `${target.node.path} is in ${account}/${region}, where the rule that the CDK adds must name ${(constructOf(resource) ?? resource).node.path},`
          + ' which has a generated name',
        resolution: `Set ${NAME_PROPS[resource.cfnResourceType] ?? 'the name'} of it, for example to PhysicalName.GENERATE_IF_NEEDED`,
      });
    }
    return value;
  });
}

function isNamed(stack: Stack, token: IResolvable): boolean {
  try {
    return !/"Fn::GetAtt"|"Ref":"(?!AWS::)/.test(JSON.stringify(stack.resolve(token)));
  } catch {
    return false;
  }
}

/** The CDK lets a rule that forwards to another Region do so by a role, with an inline policy. */
function acknowledgeForwardingRole(rule: events.Rule): void {
  const policy = rule.node.tryFindChild('EventsRole')?.node.tryFindChild('DefaultPolicy');
  if (policy) {
    const rules = ['HIPAA.Security', 'NIST.800.53.R4', 'NIST.800.53.R5', 'PCI.DSS.321'].map((pack) => `${pack}-IAMNoInlinePolicy`);
    acknowledge(policy, rules, 'It lets this one rule put events on the bus that it forwards to: nothing else could share a managed policy.');
  }
}

/**
 * Excludes the events of its account or Region from a mirror rule, which is on the default bus there: they have separate alerts.
 *
 * By an override, because a mirror rule renders the pattern of the rule that it mirrors, whatever is added to its own.
 */
export function restrictToSourceEnvironment(rule: events.Rule, pattern: PatternJson, mirror: events.Rule): void {
  const [here, there] = [rule, mirror].map((one) => Stack.of(one));
  const dimension = here.account === there.account ? 'region' : 'account';
  if (pattern[dimension] === undefined && !isIdentified(pattern) && crossEnvironmentArnsIn(environmentOf(rule), [pattern]).length === 0) {
    (mirror.node.defaultChild as events.CfnRule).addPropertyOverride(`EventPattern.${dimension}`, [here[dimension]]);
  }
}

/** Whether every event that matches names something by its ARN, so that none of another account or Region matches. */
function isIdentified(pattern: PatternJson): boolean {
  return Object.values(pattern).some((value) => Array.isArray(value) ? value.every(isArn) : isIdentified(value as PatternJson));
}

function isArn(matcher: unknown): boolean {
  return parseArn(matcher) !== undefined || parseArn((matcher as { readonly prefix?: unknown } | null)?.prefix) !== undefined;
}
