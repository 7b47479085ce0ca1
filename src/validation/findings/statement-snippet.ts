// The statements that the library adds, and those that findings show. `delivery` adds them as statements of the CDK.

/** A policy statement as JSON, its fields in the order of the CDK. */
export interface Statement {
  readonly Action: string | readonly string[];
  readonly Condition?: { readonly [operator: string]: { readonly [key: string]: string } };
  readonly Effect: 'Allow';
  readonly Principal: { readonly Service: string };
  readonly Resource: string;
}

/** Where the rules of a statement are. Values that are not known before the deployment are written as in `Fn::Sub`. */
export interface StatementPlace {
  readonly account: string;
  readonly region: string;
  readonly partition: string;
}

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
      case 'Fn::ImportValue': return `\${${toSubNotation(argument)}}`;
      case 'Fn::Join': return (toSubNotation(argument[1]) as string[]).join(argument[0]);
      default:
    }
  }
  return Object.fromEntries(Object.entries(value).map(([name, inner]) => [name, toSubNotation(inner)]));
}
