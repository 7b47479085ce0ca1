import { CfnResource } from 'aws-cdk-lib';
import type { Stage } from 'aws-cdk-lib';
import { Outcome } from '../../src/engine/simulation/authorization';
import { isDefaultBus } from '../../src/engine/simulation/bus';
import { DeliveryCheck } from '../../src/engine/simulation/delivery-check';
import { Resources } from '../../src/engine/simulation/resources';
import { Rule } from '../../src/engine/simulation/rule';
import type { RuleTarget } from '../../src/engine/simulation/rule';
import { SynthesizedApp } from '../../src/testing/synthesized/synthesized-app';
import type { ValidatedRule } from '../../src/validation/validated-rule';
import { witnessesForFilter } from '../../src/validation/witnesses/filter-witnesses';
import { Witnesses } from '../../src/validation/witnesses/witnesses';

/** A finding, acknowledged or not. */
export interface Reported {
  readonly path: string;
  readonly text: string;
}

/** Something that receives nothing, and the constructs that a finding about it may be at. */
interface Undelivered {
  readonly what: string;
  readonly paths: readonly string[];
}

/** Where stacks that do not specify their environment are deployed. What fails in one of them only is not known. */
const WORLDS = [{}, { account: '444455556666', region: 'eu-west-1' }];

/** What the templates of an app do not deliver for any witness, although nothing is reported about it. */
export function undeliveredIn(app: Stage, rules: readonly ValidatedRule[], reported: readonly Reported[]): string[] {
  const [first, ...others] = WORLDS.map((world) => inWorld(app, rules, world));
  return first
    .filter(({ what }) => others.every((world) => world.some((other) => other.what === what)))
    .filter(({ paths }) => !reported.some((finding) => paths.some((concerned) => isAbout(finding, concerned))))
    .map(({ what }) => what);
}

function isAbout({ path, text }: Reported, concerned: string): boolean {
  return path === concerned || path.startsWith(`${concerned}/`) || text.includes(concerned);
}

function inWorld(app: Stage, rules: readonly ValidatedRule[], world: object): Undelivered[] {
  const resources = new Resources(new SynthesizedApp(app, world).deployments);
  const check = new DeliveryCheck(resources);
  const instances = new Map(resources.ofType('AWS::Events::Rule').map((instance) => [instance.path, instance]));
  return rules.filter(({ owner }) => owner?.isEnabled !== false).flatMap(({ rule: construct, owner }) => {
    const resource = CfnResource.isCfnResource(construct) ? construct : construct.node.defaultChild;
    const instance = resource && instances.get(resource.node.path.replace(/\/Resource$/, ''));
    return instance === undefined ? [] : ofRule(new Rule(instance), owner, check, resources);
  });
}

function ofRule(rule: Rule, owner: ValidatedRule['owner'], check: DeliveryCheck, resources: Resources): Undelivered[] {
  const paths = [rule.path, ...owner === undefined ? [] : [owner.construct.node.path]];
  const isUnmatched = owner !== undefined && !owner.isOnCustomBus && !isDefaultBus(rule.bus);
  if (rule.refusal !== undefined || rule.isDisabled || isUnmatched) {
    return [{ what: `${rule.path}: ${rule.refusal ?? rule.inactiveReason ?? rule.bus}`, paths }];
  }
  // A rule without targets is reported when it is created, by a warning that tests acknowledge.
  const witnesses = [...new Witnesses(rule)];
  return rule.targets.flatMap((target) => [
    ...ofTarget(rule, target, witnesses, check, resources, paths),
    ...ofDeadLetters(rule, target, check, resources, paths),
  ]);
}

function ofTarget(
  rule: Rule,
  target: RuleTarget,
  witnesses: readonly Record<string, unknown>[],
  check: DeliveryCheck,
  resources: Resources,
  rulePaths: readonly string[],
): Undelivered[] {
  const outcomes = witnesses.map((event) => check.target(rule, target, event));
  const subscriptions = new Map(outcomes.flatMap((outcome) => outcome.subscribers).map(({ subscription }) => [subscription.path, subscription]));
  for (const subscription of subscriptions.values()) {
    outcomes.push(...[...witnessesForFilter(rule, target, subscription, witnesses)].map((event) => check.target(rule, target, event)));
  }
  const arrived = outcomes.filter(({ outcome }) => outcome !== Outcome.UNDELIVERED);
  const name = resources.nameOf(target.Arn);
  if (outcomes.length > 0 && arrived.length === 0) {
    return [{ what: `${rule.path}: ${name}: ${outcomes[0].refusal?.reason}`, paths: [name, ...rulePaths] }];
  }
  const subscribers = arrived.flatMap((outcome) => outcome.subscribers);
  const isNotified = subscribers.length === 0 || subscribers.some(({ outcome }) => outcome !== Outcome.UNDELIVERED);
  const paths = [name, ...rulePaths, ...subscribers.map(({ subscription }) => subscription.path)];
  return isNotified ? [] : [{ what: `${rule.path}: the subscribers of ${name}: ${subscribers[0].refusal?.reason}`, paths }];
}

function ofDeadLetters(rule: Rule, target: RuleTarget, check: DeliveryCheck, resources: Resources, rulePaths: readonly string[]): Undelivered[] {
  const reason = check.deadLetters(rule, target)?.refusal?.reason;
  const name = resources.nameOf(target.DeadLetterConfig?.Arn ?? '');
  return reason === undefined ? [] : [{ what: `${rule.path}: the dead-letter queue ${name}: ${reason}`, paths: [name, ...rulePaths] }];
}
