import { Token } from 'aws-cdk-lib';
import { ValidationError, show } from './validation-error';

/** What a name may look like, and how a person would say it. */
interface NameRule {
  readonly regex: RegExp;
  readonly allowed: string;
  /** Why no event has anything else. */
  readonly resolution: string;
}

const ECS_NAME: NameRule = { regex: /^[A-Za-z0-9_-]{1,255}$/, allowed: 'up to 255 letters, digits, hyphens and underscores', resolution: 'No resource can have this name, so no event would match' };
const ACCOUNT: NameRule = { regex: /^\d{12}$/, allowed: 'an account id of 12 digits, as a string', resolution: 'No account has this ID, so no event would match' };
const REGION: NameRule = { regex: /^[a-z]{2,}(-[a-z]+)+-\d{1,2}$/, allowed: 'a Region such as eu-west-1', resolution: 'No Region has this name, so no event would match' };

/** A name of a cluster, service, daemon, capacity provider or task-definition family. Tokens pass: they are known at deployment only. */
export function checkEcsName(prop: string, name: string): string {
  return check(prop, name, ECS_NAME);
}

export function checkAccount(prop: string, account: string): string {
  return check(prop, account, ACCOUNT);
}

export function checkRegion(prop: string, region: string): string {
  return check(prop, region, REGION);
}

/** Whether a literal text has the form of an account or a Region. */
export function isPlace(kind: 'account' | 'region', text: string): boolean {
  return (kind === 'account' ? ACCOUNT : REGION).regex.test(text);
}

/** What the CDK returns for a value that it looks up later, such as `ssm.StringParameter.valueFromLookup()`: it synthesizes again after the lookup. */
export function isLookupPlaceholder(value: unknown): boolean {
  return typeof value === 'string' && value.startsWith('dummy-value-for-');
}

/** Whether a text is known now: neither a token nor a placeholder of a lookup. */
export function isLiteral(value: unknown): value is string {
  return typeof value === 'string' && !Token.isUnresolved(value) && !isLookupPlaceholder(value);
}

/** More than any name has. A regular expression that backtracks over megabytes ends in a stack overflow. */
const MAX_LENGTH = 255;

function check(prop: string, value: string, rule: NameRule): string {
  if (typeof value === 'string' && (Token.isUnresolved(value) || isLookupPlaceholder(value) || (value.length <= MAX_LENGTH && rule.regex.test(value)))) {
    return value;
  }
  const problem = `expected ${rule.allowed}, got ${show(value)}`;
  if (typeof value === 'string' && value.startsWith('arn:')) {
    throw new ValidationError({ prop, problem, resolution: 'Pass the name without the ARN, or import the resource by its ARN and pass the construct' });
  }
  throw new ValidationError({ prop, problem, resolution: rule.resolution });
}
