import { Stack, Token } from 'aws-cdk-lib';
import type { CfnResource } from 'aws-cdk-lib';
import type * as events from 'aws-cdk-lib/aws-events';
import type { IConstruct } from 'constructs';
import type { DeliveryContext, DeployedRule } from './delivery-context';
import { Rule } from '../../engine/simulation/rule';
import { environmentOf } from '../../engine/template/environment';
import { hasUnknown, readable } from '../../engine/values/unknown';
import type { LocatedFinding } from '../findings/finding';
import { errorFinding } from '../findings/finding';
import { ifKnown } from '../findings/guarded';
import type { ValidatedRule } from '../validated-rule';

/** Checks that no two rules of one bus have the same name: CloudFormation refuses the second one. */
export function checkNames({ rules, deployed }: DeliveryContext, siblings: () => readonly ValidatedRule[]): LocatedFinding[] {
  const named = rules.filter(({ rule }) => rule.resource.declared.Properties?.Name !== undefined && !hasUnknown(rule.arn.split(':').pop()!));
  if (named.length === 0) {
    return [];
  }
  const others = new Map<string, string[]>();
  for (const resource of deployed.resources.ofType('AWS::Events::Rule').filter((rule) => ifKnown(() => rule.declared.Properties?.Name) !== undefined)) {
    add(others, ifKnown(() => readable(new Rule(resource).arn)), resource.path);
  }
  siblings().forEach(({ rule }) => add(others, ifKnown(() => literalArn(rule)), rule.node.path));
  return named.flatMap((one) => same(one, others.get(readable(one.rule.arn)) ?? []));
}

function same({ rule, construct }: DeployedRule, paths: readonly string[]): LocatedFinding[] {
  const others = paths.filter((path) => path !== rule.path && path !== construct.node.path);
  return others.length === 0 ? [] : [{
    ...errorFinding(construct, {
      prop: 'ruleName',
      problem: `${others.join(', ')} has the same name, ${readable(rule.name)}, on the same event bus`,
      resolution: 'Give each rule a different name, or omit the names',
    }),
    rules: [construct],
  }];
}

function add(paths: Map<string, string[]>, arn: string | undefined, path: string): void {
  if (arn !== undefined) {
    paths.set(arn, [...paths.get(arn) ?? [], path]);
  }
}

/** The ARN of a rule in a Stage that is synthesized at another time, so that only what is literal can be read. */
function literalArn(rule: IConstruct): string | undefined {
  const { name, eventBusName = 'default' } = ((rule.node.defaultChild ?? rule) as CfnResource as events.CfnRule);
  const { account, region } = Stack.of(rule);
  const isLiteral = ![name, eventBusName, account, region].some((value) => value === undefined || Token.isUnresolved(value));
  const path = eventBusName === 'default' ? name : `${eventBusName}/${name}`;
  return isLiteral ? `arn:${environmentOf(account, region).partition}:events:${region}:${account}:rule/${path}` : undefined;
}
