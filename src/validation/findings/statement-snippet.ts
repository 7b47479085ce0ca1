// The statements that the library adds, and those that findings show. `delivery` adds them as statements of the CDK.

/** A policy statement as JSON, its fields in the order of the CDK. */
export interface Statement {
  readonly Action: string | readonly string[];
  readonly Condition?: { readonly [operator: string]: { readonly [key: string]: string } };
  readonly Effect: 'Allow';
  readonly Principal: { readonly Service: string } | { readonly AWS: string };
  readonly Resource: string;
}

/** Where the rules of a statement are. Values that are not known before the deployment are written as in `Fn::Sub`. */
export interface StatementPlace {
  readonly account: string;
  readonly region: string;
  readonly partition: string;
}

/** The path of the roles that the library creates, by which policies of other accounts name them: CloudFormation shortens the names of stacks in generated names. */
export const ROLE_PATH = '/cdk-ecs-event-rules/';

const EVENT_BRIDGE = { Service: 'events.amazonaws.com' };
const CLOUDWATCH = { Service: 'cloudwatch.amazonaws.com' };
const KEY_ACTIONS = ['kms:Decrypt', 'kms:GenerateDataKey*'];

/** The ARN of every rule of an account and Region. */
export function everyRule({ account, region, partition }: StatementPlace): string {
  return `arn:${partition}:events:${region}:${account}:rule/*`;
}

/** Allows EventBridge to send messages to a queue. */
export function queueStatement(queueArn: string, rules: StatementPlace): Statement {
  const Condition = { StringEquals: { 'aws:SourceAccount': rules.account }, ArnLike: { 'aws:SourceArn': everyRule(rules) } };
  return { Action: 'sqs:SendMessage', Condition, Effect: 'Allow', Principal: EVENT_BRIDGE, Resource: queueArn };
}

/** Allows EventBridge to publish to a topic. AWS supports no conditions there. */
export function topicStatement(topicArn: string): Statement {
  return { Action: 'sns:Publish', Effect: 'Allow', Principal: EVENT_BRIDGE, Resource: topicArn };
}

/** Allows EventBridge to use the key of a queue. */
export function queueKeyStatement({ account }: Pick<StatementPlace, 'account'>): Statement {
  return { Action: KEY_ACTIONS, Condition: { StringEquals: { 'aws:SourceAccount': account } }, Effect: 'Allow', Principal: EVENT_BRIDGE, Resource: '*' };
}

/** Allows EventBridge to use the key of a topic. With a condition on `aws:SourceArn` or `aws:SourceAccount`, every delivery to an encrypted topic fails. */
export function topicKeyStatement(): Statement {
  return { Action: KEY_ACTIONS, Effect: 'Allow', Principal: EVENT_BRIDGE, Resource: '*' };
}

/**
 * Allows CloudWatch to publish to the topic of an alarm.
 *
 * @see https://repost.aws/knowledge-center/cloudwatch-receive-sns-for-alarm-trigger
 */
export function alarmStatement(topicArn: string, { account, region, partition }: StatementPlace): Statement {
  const Condition = { ArnLike: { 'aws:SourceArn': `arn:${partition}:cloudwatch:${region}:${account}:alarm:*` } };
  return { Action: 'sns:Publish', Condition, Effect: 'Allow', Principal: CLOUDWATCH, Resource: topicArn };
}

/**
 * Allows CloudWatch to use the key of the topic of an alarm.
 *
 * @see https://repost.aws/knowledge-center/cloudwatch-configure-alarm-sns
 */
export function alarmKeyStatement(): Statement {
  return { Action: KEY_ACTIONS, Effect: 'Allow', Principal: CLOUDWATCH, Resource: '*' };
}

/** The role of a target, as the policies of another account name it. */
export interface RoleNames {
  readonly account: string;
  readonly partition: string;
  /** The ARN if it is known before the deployment, otherwise a pattern for its path. */
  readonly pattern?: string;
}

/** The roles that the library creates in an account. */
export function rolesBelow(account: string, partition: string, path: string = ROLE_PATH): string {
  return `arn:${partition}:iam::${account}:role${path}*`;
}

/** Allows a role of an account to do something. By a condition: a policy whose principal is a role is refused as long as the role does not exist. */
export function roleStatement(Action: Statement['Action'], Resource: string, { account, partition, pattern }: RoleNames): Statement {
  const Condition = pattern === undefined ? undefined : { ArnLike: { 'aws:PrincipalArn': pattern } };
  return { Action, ...Condition && { Condition }, Effect: 'Allow', Principal: { AWS: `arn:${partition}:iam::${account}:root` }, Resource };
}

/** Allows a role to use the key of a topic or a queue. */
export function roleKeyStatement(role: RoleNames): Statement {
  return roleStatement(KEY_ACTIONS, '*', role);
}

/** The same for the accounts of an organization. */
export function ofOrganization({ Action, Effect, Resource }: Statement, { account, partition, pattern = `arn:${partition}:iam::${account}:role/*` }: RoleNames): Statement {
  const Condition = {
    StringEquals: { 'aws:PrincipalOrgID': '<ID of the organization>' },
    ArnLike: { 'aws:PrincipalArn': pattern.replace(`::${account}:`, '::*:') },
  };
  return { Action, Condition, Effect, Principal: { AWS: '*' }, Resource };
}

/** A statement as JSON that can be added to a template: what is not known before the deployment as intrinsic functions. */
export function statementText(statement: Statement): string {
  return JSON.stringify(withIntrinsics(statement));
}

function withIntrinsics(value: unknown): unknown {
  if (typeof value === 'string') {
    return value.includes('${') ? intrinsicOf(value) : value;
  }
  return Array.isArray(value)
    ? value.map(withIntrinsics)
    : Object.fromEntries(Object.entries(value as object).map(([name, inner]) => [name, withIntrinsics(inner)]));
}

function intrinsicOf(text: string): object {
  const { template, imports } = withoutImports(text);
  const [first] = imports;
  if (first !== undefined) {
    const values = Object.fromEntries(imports.map((name, at) => [importedName(at), { 'Fn::ImportValue': withIntrinsics(name) }]));
    return template === `\${${importedName(0)}}` ? values[importedName(0)] : { 'Fn::Sub': [template, values] };
  }
  const [, inner = ''] = /^\$\{([^{}]*)\}$/.exec(text) ?? [];
  const [name, attribute] = inner.split('.');
  if (inner === '' || name.startsWith('AWS::')) {
    return { 'Fn::Sub': text };
  }
  return attribute === undefined ? { Ref: name } : { 'Fn::GetAtt': [name, attribute] };
}

/** `Fn::Sub` has no notation for imports: a text with variables in their place, and the names of the exports, which may contain pseudo parameters. */
function withoutImports(text: string): { readonly template: string; readonly imports: readonly string[] } {
  const imports: string[] = [];
  const template = text.replace(/\$\{import:((?:[^{}]|\{[^{}]*\})*)\}/g, (_match, name: string) => `\${${importedName(imports.push(name) - 1)}}`);
  return { template, imports };
}

function importedName(at: number): string {
  return `Import${at + 1}`;
}

/** A text in the notation of `Fn::Sub`; undefined for what it has no notation for. */
export function subNotationOf(value: unknown): string | undefined {
  const notation = toSubNotation(value);
  return typeof notation === 'string' ? notation : undefined;
}

/** Intrinsic functions in the notation of `Fn::Sub`, which people read more easily than JSON. */
export function toSubNotation(value: unknown): unknown {
  if (Array.isArray(value)) {
    return value.map(toSubNotation);
  }
  if (typeof value !== 'object' || value === null) {
    return value;
  }
  const [[key, argument], ...others] = Object.entries(value);
  if (others.length === 0) {
    switch (key) {
      case 'Ref': return `\${${argument}}`;
      case 'Fn::GetAtt': return `\${${[argument].flat().join('.')}}`;
      case 'Fn::ImportValue': return `\${import:${toSubNotation(argument)}}`;
      case 'Fn::Join': return joined(argument) ?? { [key]: argument };
      case 'Fn::Sub': return substituted(argument) ?? { [key]: argument };
      default:
    }
  }
  return Object.fromEntries(Object.entries(value).map(([name, inner]) => [name, toSubNotation(inner)]));
}

function joined([separator, list]: readonly [string, unknown]): string | undefined {
  const parts = Array.isArray(list) ? list.map(subNotationOf) : [undefined];
  return parts.includes(undefined) ? undefined : parts.join(separator);
}

function substituted(argument: unknown): string | undefined {
  const [text, variables] = (Array.isArray(argument) ? argument : [argument, {}]) as [string, Record<string, unknown>];
  const values = Object.entries(variables).map(([name, value]) => [name, subNotationOf(value)] as const);
  return values.some(([, value]) => value === undefined) ? undefined : values.reduce((whole, [name, value]) => whole.split(`\${${name}}`).join(value), text);
}
