import { Annotations, Stack, Token } from 'aws-cdk-lib';
import type { IConstruct } from 'constructs';
import type { PatternJson } from '../patterns/condition';
import type { Environment } from '../patterns/environment';
import { parseArn } from '../patterns/environment';
import type { Finding } from '../patterns/finding';

/** Says what is probably not meant, now and, for what can still change, at synthesis. Every annotation can be acknowledged by its id. */
export function annotateFindings(rule: IConstruct, findings: readonly Finding[], environment: Environment, patterns: readonly PatternJson[], targetCount: () => number): void {
  [...findings, ...foreignArns(environment, patterns)]
    .filter(({ dependsOn }) => dependsOn === undefined || Stack.of(dependsOn) === Stack.of(rule))
    .forEach((finding) => annotate(rule, finding));
  // Not an error, and not known before synthesis: targets may be added later.
  rule.node.addValidation({
    validate: () => {
      if (targetCount() === 0) {
        annotate(rule, { level: 'warning', id: 'cdk-ecs-event-rules:ruleWithoutTarget', message: 'targets: the rule has none, so nobody is told. Add one by targets or addTarget().' });
      }
      return [];
    },
  });
}

function annotate(rule: IConstruct, { level, id, message }: Finding): void {
  const annotations = Annotations.of(rule);
  if (level === 'warning') {
    annotations.addWarningV2(id, message);
  } else {
    annotations.addInfoV2(id, message);
  }
}

/** Literal ARNs of elsewhere: their events reach this bus only if somebody forwards them. */
function foreignArns(environment: Environment, patterns: readonly PatternJson[]): Finding[] {
  const arns = new Set<string>();
  patterns.forEach(({ account, region, ...pattern }) => JSON.stringify(pattern, (_key, value) => {
    const parsed = typeof value === 'string' ? parseArn(value) : undefined;
    if (parsed && ((account === undefined && differs(parsed.account, environment.account)) || (region === undefined && differs(parsed.region, environment.region)))) {
      arns.add(value);
    }
    return value;
  }));
  return arns.size === 0 ? [] : [{
    level: 'warning',
    id: 'cdk-ecs-event-rules:foreignArn',
    message: `clusters, services or daemons of another account or Region than ${environment.account}/${environment.region}: ${[...arns].join(', ')}.`
      + ' Their events reach this bus only if they are forwarded to it. If they are, say so by accounts or regions.',
  }];
}

function differs(found: string, own: string): boolean {
  return found !== '' && !Token.isUnresolved(own) && found !== own;
}
