import { Token } from 'aws-cdk-lib';
import { isLookupPlaceholder } from '../validation/names';
import { ValidationError, show } from '../validation/validation-error';

const MAX_NAME_LENGTH = 64;
const MAX_DESCRIPTION_LENGTH = 512;

/** Which of the rules of a construct: the part of the pattern, and the group of five targets. */
export interface RulePlace {
  readonly part: number;
  readonly group: number;
}

/**
 * The id of a rule within its construct. It depends on its place only, not on how many rules there are: a logical id never changes
 * when a cluster or a target is added.
 */
export function ruleId({ part, group }: RulePlace): string {
  return `Rule${part === 0 ? '' : part + 1}${group === 0 ? '' : `Targets${group + 1}`}`;
}

/**
 * The physical name of a rule: the first has the name as given, further parts of the pattern are `name-2`, `name-3`, …, further groups of targets
 * `name-targets-2` or `name-2-targets-2`, … Like the id, it depends on the place only: a name never moves to another logical id, which CloudFormation
 * would refuse or do by deleting a rule.
 */
export function physicalName(name: string | undefined, { part, group }: RulePlace): string | undefined {
  if (name === undefined) {
    return undefined;
  }
  const full = [name, ...part === 0 ? [] : [part + 1], ...group === 0 ? [] : ['targets', group + 1]].join('-');
  if (isLookupPlaceholder(name)) {
    // The CDK refuses the slashes of the placeholder, and synthesizes again before anything is deployed.
    return full.replace(/[^.\-_A-Za-z0-9]/g, '-').slice(0, MAX_NAME_LENGTH);
  }
  if (!Token.isUnresolved(full) && !/^[.\-_A-Za-z0-9]{1,64}$/.test(full)) {
    throw new ValidationError({
      prop: 'ruleName',
      problem: `expected 1 to ${MAX_NAME_LENGTH} letters, digits, dots, hyphens and underscores, got ${show(full)}${full.length > MAX_NAME_LENGTH ? ` with ${full.length} characters` : ''}`,
      resolution: full === name || full.length <= MAX_NAME_LENGTH
        ? `${full.length > MAX_NAME_LENGTH ? 'Shorten the name' : full === '' ? 'Pass a name' : 'Replace the other characters, such as spaces'}, or omit it`
        : 'The pattern or the targets require several rules, and each needs its own name: shorten the name, or omit it',
    });
  }
  return full;
}

/** Fails for a description that EventBridge refuses at deployment. */
export function checkDescription(description: string | undefined): void {
  if (description !== undefined && !Token.isUnresolved(description) && description.length > MAX_DESCRIPTION_LENGTH) {
    throw new ValidationError({ prop: 'description', problem: `expected up to ${MAX_DESCRIPTION_LENGTH} characters, got ${description.length}`, resolution: 'Shorten it' });
  }
}
