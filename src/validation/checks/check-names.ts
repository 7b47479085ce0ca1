import { Stack, Token } from 'aws-cdk-lib';
import type { CfnResource } from 'aws-cdk-lib';
import type * as events from 'aws-cdk-lib/aws-events';
import type { IConstruct } from 'constructs';
import type { DeliveryContext, DeployedRule } from './delivery-context';
import { Rule } from '../../engine/simulation/rule';
import { environmentOf } from '../../engine/template/environment';
import type { ResourceInstance } from '../../engine/template/resource-instance';
import type { StackInstance } from '../../engine/template/stack-instance';
import { Likelihood } from '../../engine/values/likelihood';
import { hasUnknown, readable } from '../../engine/values/unknown';
import type { LocatedFinding } from '../findings/finding';
import { errorFinding, warningFinding } from '../findings/finding';
import { ifKnown } from '../findings/guarded';
import type { ValidatedRule } from '../validated-rule';

/** A rule with a name of its user. */
interface NamedRule {
  readonly path: string;
  readonly arn: string;
  /** The stack of the rule, not nested; undefined in another Stage. */
  readonly stack?: StackInstance;
}

/** Checks that no two rules of one bus have the same name: CloudFormation refuses the second one. */
export function checkNames({ rules, deployed }: DeliveryContext, siblings: () => readonly ValidatedRule[]): LocatedFinding[] {
  const named = rules.filter(({ rule }) => rule.resource.declared.Properties?.Name !== undefined);
  if (named.length === 0) {
    return [];
  }
  const byArn = new Map<string, NamedRule[]>();
  const add = (path: string, arn: string | undefined, stack?: StackInstance) => {
    if (arn !== undefined) {
      byArn.set(readable(arn), [...byArn.get(readable(arn)) ?? [], { path, arn, stack }]);
    }
  };
  for (const resource of deployed.resources.ofType('AWS::Events::Rule').filter((rule) => ifKnown(() => rule.declared.Properties?.Name) !== undefined)) {
    add(resource.path, ifKnown(() => new Rule(resource).arn), rootOf(resource));
  }
  siblings().forEach(({ rule }) => add(rule.node.path, ifKnown(() => literalArn(rule))));
  return named.flatMap((one) => {
    const same = byArn.get(readable(one.rule.arn)) ?? [];
    return namesakes(one, same.filter(({ path }) => path !== one.rule.path && path !== one.construct.node.path));
  });
}

function namesakes({ rule, construct }: DeployedRule, others: readonly NamedRule[]): LocatedFinding[] {
  const own = { path: rule.path, arn: rule.arn, stack: rootOf(rule.resource) };
  const pathsThat = (like: Likelihood) => others.filter((other) => sameness(own, other) === like).map(({ path }) => path);
  const [certain, possible] = [pathsThat(Likelihood.YES), pathsThat(Likelihood.UNKNOWN)];
  const problem = (paths: readonly string[], where: string) => `${paths.join(', ')} has the same name, ${readable(rule.name)}, on the same event bus${where}`;
  if (certain.length > 0) {
    return [{ ...errorFinding(construct, { prop: 'ruleName', problem: problem(certain, ''), resolution: RESOLUTION }), rules: [construct] }];
  }
  return possible.length === 0 ? [] : [{
    ...warningFinding(construct, 'cdk-ecs-event-rules:ruleNameMayBeTaken', `ruleName: ${problem(possible,
      ' if both stacks are deployed to one account and Region, which they do not specify')}. ${RESOLUTION}. Acknowledge the warning if they are deployed to different ones.`),
    rules: [construct],
  }];
}

const RESOLUTION = 'Give each rule a different name, or omit the names';

/** Whether two rules with ARNs that look the same have the same one. */
function sameness(one: NamedRule, other: NamedRule): Likelihood {
  const isSameStack = one.stack === other.stack;
  if (hasUnknown(nameIn(one.arn)) || hasUnknown(nameIn(other.arn))) {
    // The same parameter has the same value; two parameters may have different ones.
    return isSameStack && one.arn === other.arn ? Likelihood.YES : Likelihood.NO;
  }
  // Two stacks that do not specify their environment may be those of two environments.
  return isSameStack || !(hasUnknown(one.arn) || hasUnknown(other.arn)) ? Likelihood.YES : Likelihood.UNKNOWN;
}

/** The name of a rule, after that of its bus. */
function nameIn(arn: string): string {
  return arn.split(':').slice(5).join(':');
}

function rootOf({ stack }: ResourceInstance): StackInstance {
  let root = stack as StackInstance;
  while (root.nesting.parent !== undefined) {
    root = root.nesting.parent;
  }
  return root;
}

/** The ARN of a rule in a Stage that is synthesized at another time, so that only what is literal can be read. */
function literalArn(rule: IConstruct): string | undefined {
  const { name, eventBusName = 'default' } = ((rule.node.defaultChild ?? rule) as CfnResource as events.CfnRule);
  const { account, region } = Stack.of(rule);
  const isLiteral = ![name, eventBusName, account, region].some((value) => value === undefined || Token.isUnresolved(value));
  const path = eventBusName === 'default' ? name : `${eventBusName}/${name}`;
  return isLiteral ? `arn:${environmentOf(account, region).partition}:events:${region}:${account}:rule/${path}` : undefined;
}
