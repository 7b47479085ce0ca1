import { Aspects } from 'aws-cdk-lib';
import * as events from 'aws-cdk-lib/aws-events';
import type { IConstruct } from 'constructs';
import { freshId } from './fresh-id';
import type { Given } from './given';
import type { Twist } from './twist';
import { DaemonTaskStartImpairedRule, EcsEventPattern, EcsEventRule } from '../../src';

const ANY = { kinds: ['topic', 'queue', 'function'], origins: ['L2', 'L1', 'spelled', 'imported'], when: 'after' } as const;

function everyRule(visit: (rule: events.CfnRule) => void): Twist['apply'] {
  return ({ app }) => Aspects.of(app).add({
    visit: (node: IConstruct) => {
      if (node instanceof events.CfnRule) {
        visit(node);
      }
    },
  });
}

function ruleOf({ rule }: Given): events.CfnRule {
  return rule!.rules[0].node.defaultChild as events.CfnRule;
}

/** Twists of the rule. */
export const RULE_TWISTS: { readonly [name: string]: Twist } = {
  'an Aspect that disables rules': { ...ANY, apply: everyRule((rule) => { rule.state = 'DISABLED'; }) },
  'an Aspect that moves rules to another bus': { ...ANY, apply: everyRule((rule) => { rule.eventBusName = 'central'; }) },
  'an override that removes the targets': { ...ANY, apply: (given) => ruleOf(given).addPropertyDeletionOverride('Targets') },
  'an override that replaces the pattern': { ...ANY, apply: (given) => ruleOf(given).addPropertyOverride('EventPattern', { 'source': ['aws.ecs'], 'detail-type': ['ECS Unknown'] }) },
  'an override that adds a refused pattern': { ...ANY, apply: (given) => ruleOf(given).addPropertyOverride('EventPattern.detail.containers', [{ exitCode: [137] }]) },
  'an override with too many retries': { ...ANY, apply: (given) => ruleOf(given).addPropertyOverride('Targets.0.RetryPolicy', { MaximumRetryAttempts: 200 }) },
  'an override with a refused input': {
    ...ANY,
    apply: (given) => {
      ruleOf(given).addPropertyOverride('Targets.0.Input', '{}');
      ruleOf(given).addPropertyOverride('Targets.0.InputPath', '$.detail');
    },
  },
  'an override to the ARN of something that does not exist': { ...ANY, apply: (given) => ruleOf(given).addPropertyOverride('Targets.0.Arn', 'arn:aws:sqs:eu-west-1:111122223333:gone') },
  'an override to another account': { ...ANY, apply: (given) => ruleOf(given).addPropertyOverride('Targets.0.Arn', 'arn:aws:sqs:eu-west-1:444455556666:theirs') },
  'the same target again': {
    ...ANY,
    isErrorThough: true,
    apply: ({ rule, recipient: { arn } }) => [1, 2].forEach(() => rule!.addTarget({ bind: () => ({ arn }) })),
  },
  'a second construct for the same events': {
    ...ANY,
    apply: ({ ruleScope, recipient }) => {
      new EcsEventRule(ruleScope, freshId(ruleScope, 'Second'), {
        pattern: EcsEventPattern.anyOf(EcsEventPattern.daemonServiceAction(), EcsEventPattern.serviceAction()),
        targets: [{ bind: () => ({ arn: recipient.arn }) }],
      });
    },
  },
  'a second construct with the same rule name': {
    ...ANY,
    isErrorThough: true,
    apply: (given) => {
      ruleOf(given).name = 'alerts';
      new DaemonTaskStartImpairedRule(given.ruleScope, freshId(given.ruleScope, 'Second'), { ruleName: 'alerts', targets: [{ bind: () => ({ arn: given.recipient.arn }) }] });
    },
  },
  'another rule before': {
    ...ANY,
    when: 'before',
    apply: ({ ruleScope, recipients }) => {
      const { arn } = recipients[0];
      new DaemonTaskStartImpairedRule(ruleScope, freshId(ruleScope, 'Before'), { clusterNames: ['other'], targets: [{ bind: () => ({ arn }) }] });
    },
  },
};

