import { ArnFormat, CfnResource, Reference, Stack, Tokenization } from 'aws-cdk-lib';
import type * as cloudwatch from 'aws-cdk-lib/aws-cloudwatch';
import * as iam from 'aws-cdk-lib/aws-iam';
import type { IConstruct } from 'constructs';
import { statementSnippet } from './statement-snippet';
import type { AppResources } from '../validation/deployed/app-resources';
import type { LocatedFinding } from '../validation/findings/finding';

/**
 * Whether the topics of an alarm let CloudWatch publish. The first explicit policy of a topic takes away what its owner's services were allowed, and
 * `SnsAction` adds nothing to it. Of topics from elsewhere nothing is known, and nothing is said.
 */
export function checkAlarmActions(alarm: cloudwatch.Alarm, resources: AppResources): LocatedFinding[] {
  // Resolved they would not say of which stack they are.
  const { alarmActionArns = [] } = alarm as unknown as { readonly alarmActionArns?: readonly string[] };
  return alarmActionArns.flatMap((arn) => {
    const topic = resourceNamedBy(arn, 'AWS::SNS::Topic');
    if (!topic) {
      return [];
    }
    const policies = resources.naming('AWS::SNS::TopicPolicy', 'Topics', alarm, arn);
    const shut = policies.filter((policy) => !letsCloudWatchIn(resources.property(policy, 'PolicyDocument')));
    return [
      ...shut.map((policy) => unmatched(alarm, `${policy.node.path} does not let CloudWatch publish to ${topic.node.path}`, publishStatement(alarm, arn))),
      ...checkKeyOf(topic, alarm, resources),
    ];
  });
}

function checkKeyOf(topic: CfnResource, alarm: IConstruct, resources: AppResources): LocatedFinding[] {
  const rendered = JSON.stringify(resources.property(topic, 'KmsMasterKeyId')) ?? '';
  if (rendered.includes('alias/aws/sns')) {
    return [unmatched(alarm, `${topic.node.path} is encrypted with alias/aws/sns, which CloudWatch may not use and whose policy nobody can change`)];
  }
  const key = resourceNamedBy((topic as { readonly kmsMasterKeyId?: string }).kmsMasterKeyId, 'AWS::KMS::Key');
  return key && !letsCloudWatchIn(resources.property(key, 'KeyPolicy'))
    ? [unmatched(alarm, `the policy of the key ${key.node.path} of ${topic.node.path} does not let CloudWatch use it`, keyStatement())]
    : [];
}

function unmatched(alarm: IConstruct, cause: string, statement?: iam.PolicyStatement): LocatedFinding {
  const cure = statement
    ? `CloudWatch needs this statement in it, or nobody hears the alarm: ${statementSnippet(alarm, statement)}`
    : 'Nobody hears the alarm: use a customer-managed key.';
  return { level: 'warning', id: 'cdk-ecs-event-rules:alarmTopicAccessDenied', at: alarm, message: `${cause}. ${cure}` };
}

/** Whether a statement allows something to CloudWatch or to everybody, under whatever conditions. */
function letsCloudWatchIn(document: unknown): boolean {
  const { Statement = [] } = (document ?? {}) as { readonly Statement?: object };
  const statements = [Statement].flat() as { readonly Effect?: string; readonly Principal?: unknown }[];
  return statements.some(({ Effect, Principal }) => Effect === 'Allow' && /cloudwatch\.amazonaws\.com|"\*"/.test(JSON.stringify(Principal)));
}

/** As AWS writes it down: https://repost.aws/knowledge-center/cloudwatch-receive-sns-for-alarm-trigger */
function publishStatement(alarm: IConstruct, topicArn: string): iam.PolicyStatement {
  const alarms = Stack.of(alarm).formatArn({ service: 'cloudwatch', resource: 'alarm', resourceName: '*', arnFormat: ArnFormat.COLON_RESOURCE_NAME });
  return new iam.PolicyStatement({ principals: [cloudWatch()], actions: ['sns:Publish'], resources: [topicArn], conditions: { ArnLike: { 'aws:SourceArn': alarms } } });
}

/** As AWS writes it down: https://repost.aws/knowledge-center/cloudwatch-configure-alarm-sns */
function keyStatement(): iam.PolicyStatement {
  return new iam.PolicyStatement({ principals: [cloudWatch()], actions: ['kms:Decrypt', 'kms:GenerateDataKey*'], resources: ['*'] });
}

function cloudWatch(): iam.ServicePrincipal {
  return new iam.ServicePrincipal('cloudwatch.amazonaws.com');
}

/** The resource of the app that a token refers to, if it is of this type. */
function resourceNamedBy(token: string | undefined, type: string): CfnResource | undefined {
  const resolvable = token === undefined ? undefined : Tokenization.reverse(token, { failConcat: false });
  const target = Reference.isReference(resolvable) ? resolvable.target : undefined;
  return target && CfnResource.isCfnResource(target) && target.cfnResourceType === type ? target : undefined;
}
