import type { CfnResource } from 'aws-cdk-lib';
import type { IConstruct } from 'constructs';
import type { DeliveryContext } from './delivery-context';
import { partsOfArn } from '../../engine/simulation/arn';
import { Cause } from '../../engine/simulation/authorization';
import type { Refusal } from '../../engine/simulation/authorization';
import { cloudWatch } from '../../engine/simulation/caller';
import { authorizeTopic } from '../../engine/simulation/topic-authorization';
import type { ResourceInstance } from '../../engine/template/resource-instance';
import { hasUnknown } from '../../engine/values/unknown';
import type { DeployedStage } from '../deployed/deployed-stage';
import { placeOf } from '../deployed/places';
import type { LocatedFinding } from '../findings/finding';
import { warningFinding } from '../findings/finding';
import { alarmKeyStatement, alarmStatement, statementText } from '../findings/statement-snippet';
import type { WatchingAlarm } from '../validated-rule';

/**
 * Checks whether the topics of an alarm allow CloudWatch to publish. The first explicit policy of a topic replaces what its owner's services were allowed, and
 * `SnsAction` adds nothing to it; the library adds a statement to it when the alarm is created. Of topics outside of the app nothing is known, and nothing is reported.
 */
export function checkAlarm({ alarm, rules, queue }: WatchingAlarm, { deployed, rules: all }: DeliveryContext): LocatedFinding[] {
  const resource = deployed.instanceOf(alarm.node.defaultChild as CfnResource);
  const actions = resource?.propertyIfKnown('AlarmActions') as unknown;
  const queueResource = queue?.node.defaultChild as CfnResource | undefined;
  const queueArn = queueResource && deployed.instanceOf(queueResource)?.arn;
  const watched = all.filter(({ rule, construct }) => rules.includes(construct)
    || (rules.length === 0 && queueArn !== undefined && rule.targets.some(({ DeadLetterConfig }) => DeadLetterConfig?.Arn === queueArn)));
  return (Array.isArray(actions) ? actions as string[] : []).flatMap((arn) => {
    const isWatched = watched.some(({ rule }) => rule.targets.some(({ Arn }) => Arn === arn));
    return [
      ...isWatched ? [warningFinding(alarm, 'cdk-ecs-event-rules:alarmNotifiesWatchedTopic',
        `actions: the alarm watches the delivery to ${deployed.resources.nameOf(arn)} and notifies the same topic, so what keeps events from it can keep the alarm from it. Use another topic.`)] : [],
      ...access(alarm, resource, arn, deployed),
    ];
  });
}

function access(alarm: IConstruct, resource: ResourceInstance | undefined, arn: string, deployed: DeployedStage): LocatedFinding[] {
  const topic = partsOfArn(arn)?.service === 'sns' ? deployed.resources.withArn(arn) : undefined;
  if (resource === undefined || topic === undefined) {
    return [];
  }
  const { account } = resource.stack.environment;
  const { refusal, assumptions } = authorizeTopic(arn, cloudWatch(resource.arn, account), deployed.resources);
  const key = assumptions.find(({ cause, isDecisive }) => cause === Cause.KEY && isDecisive);
  if (refusal === undefined && key !== undefined) {
    return [warningFinding(alarm, 'cdk-ecs-event-rules:alarmTopicAccessDenied', `it cannot be verified before the deployment that ${key.text}.`
      + ` CloudWatch requires this statement in it, or alarm notifications are not delivered: ${statementText(alarmKeyStatement())}`)];
  }
  const topicArn = hasUnknown(arn) ? `\${${topic.logicalId}}` : arn;
  return refusal === undefined || (refusal.cause === Cause.POLICY && (refusal.policies ?? []).length === 0)
    ? []
    : [denied(alarm, refusal, statementText(refusal.cause === Cause.KEY ? alarmKeyStatement() : alarmStatement(topicArn, placeOf(resource.stack))))];
}

function denied(alarm: IConstruct, { reason, isDenied = false, cause }: Refusal, statement: string): LocatedFinding {
  const unusable: Partial<Record<Cause, string>> = { [Cause.MANAGED_KEY]: 'customer-managed key', [Cause.UNUSABLE_KEY]: 'symmetric encryption key that is enabled' };
  const fix = unusable[cause] !== undefined
    ? `Alarm notifications are not delivered: use a ${unusable[cause]}.`
    : isDenied
      ? 'Exempt CloudWatch from the Deny, or alarm notifications are not delivered.'
      : `CloudWatch requires this statement in it, or alarm notifications are not delivered: ${statement}`;
  return warningFinding(alarm, 'cdk-ecs-event-rules:alarmTopicAccessDenied', `${reason}. ${fix}`);
}
