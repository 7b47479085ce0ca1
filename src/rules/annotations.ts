import { Annotations, Token } from 'aws-cdk-lib';
import type { IConstruct } from 'constructs';
import type { PatternJson } from '../patterns/conditions/condition';
import type { Environment } from '../patterns/references/environment';
import { parseArn } from '../patterns/references/environment';
import type { Finding } from '../validation/findings/finding';
import { annotate } from '../validation/findings/reporter';

const WITHOUT_TARGET: Finding = {
  level: 'warning',
  id: 'cdk-ecs-event-rules:ruleWithoutTarget',
  message: 'targets: the rule has no targets, so matching events are discarded. Add a target with targets or addTarget().',
};

/** Services and daemons for which a rule reported that it depends on them. */
const AWAITED = new WeakMap<IConstruct, IConstruct>();

/** Reports findings. Every annotation can be acknowledged by its id. Only the first rule reports an info about a service or a daemon. */
export function annotateFindings(rule: IConstruct, findings: readonly Finding[]): void {
  findings
    .filter(({ level, dependsOn }) => dependsOn === undefined || level !== 'info' || isFirst(rule, dependsOn))
    .forEach((finding) => annotate(rule, finding));
}

function isFirst(rule: IConstruct, awaited: IConstruct): boolean {
  const first = AWAITED.get(awaited) ?? rule;
  AWAITED.set(awaited, first);
  return first === rule;
}

/**
 * Warns of a construct that was created without targets. Not an error: targets may be added later, and `withdrawMissingTarget` takes the warning back.
 *
 * Reported at once, because an acknowledgement on the construct does not reach what the CDK learns only at synthesis.
 */
export function annotateMissingTarget(rule: IConstruct): void {
  annotate(rule, WITHOUT_TARGET);
}

/** Takes back the warning of `annotateMissingTarget`. */
export function withdrawMissingTarget(rule: IConstruct): void {
  Annotations.of(rule).acknowledgeWarning(WITHOUT_TARGET.id!);
}

/** Warns of what was added to a rule after it was made. On the rule within the construct, so that an acknowledgement on the construct reaches it. */
export function annotateAddedWildcards(rules: readonly IConstruct[]): void {
  rules.forEach((rule) => annotate(rule, {
    level: 'warning',
    id: 'cdk-ecs-event-rules:wildcardMatcher',
    message: 'addEventPattern() added a wildcard matcher. An event bus supports 30 rules with wildcard matchers, and this quota cannot be increased: further deployments to the bus fail.'
      + ' Use prefix or suffix instead.',
  }));
}

/** Literal ARNs and constructs of other environments: their events reach the default bus only if they are forwarded. */
export function crossEnvironmentArns(environment: Environment, patterns: readonly PatternJson[], constructs: readonly string[]): Finding[] {
  const arns = [...new Set([...crossEnvironmentArnsIn(environment, patterns), ...constructs])];
  return arns.length === 0 ? [] : [{
    level: 'warning',
    id: 'cdk-ecs-event-rules:crossEnvironmentArn',
    message: `clusters, services or daemons of another account or Region than ${environment.account}/${environment.region}: ${arns.join(', ')}.`
      + ' Their events reach this bus only if they are forwarded to it. If they are, set accounts or regions.',
  }];
}

/** The literal ARNs in patterns that neither are of an environment nor of an account and Region that the pattern names. */
export function crossEnvironmentArnsIn(environment: Environment, patterns: readonly PatternJson[]): string[] {
  const arns = new Set<string>();
  patterns.forEach(({ account, region, ...pattern }) => JSON.stringify(pattern, (key, value) => {
    if (key === 'anything-but') {
      return undefined;
    }
    const parsed = parseArn(value);
    const isCrossEnvironment = parsed && ((account === undefined && differs(parsed.account, environment.account))
      || (region === undefined && differs(parsed.region, environment.region)));
    if (isCrossEnvironment) {
      arns.add(value);
    }
    return value;
  }));
  return [...arns];
}

function differs(found: string, own: string): boolean {
  return found !== '' && !Token.isUnresolved(own) && found !== own;
}
