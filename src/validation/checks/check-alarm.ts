import type { CfnResource } from 'aws-cdk-lib';
import type { IConstruct } from 'constructs';
import { partsOfArn } from '../../engine/simulation/arn';
import { Cause } from '../../engine/simulation/authorization';
import type { Refusal } from '../../engine/simulation/authorization';
import { cloudWatch } from '../../engine/simulation/caller';
import { authorizeTopic } from '../../engine/simulation/topic-authorization';
import type { DeployedStage } from '../deployed/deployed-stage';
import { placeOf } from '../deployed/places';
import type { LocatedFinding } from '../findings/finding';
import { warningFinding } from '../findings/finding';
import { alarmKeyStatement, alarmStatement } from '../findings/statement-snippet';

/**
 * Checks whether the topics of an alarm allow CloudWatch to publish. The first explicit policy of a topic replaces what its owner's services were allowed, and
 * `SnsAction` adds nothing to it. Of topics outside of the app nothing is known, and nothing is reported.
 */
export function checkAlarm(alarm: IConstruct, deployed: DeployedStage): LocatedFinding[] {
  const resource = deployed.instanceOf(alarm.node.defaultChild as CfnResource);
  const actions = resource?.propertyIfKnown('AlarmActions') as unknown;
  return (Array.isArray(actions) ? actions as string[] : []).flatMap((arn) => {
    const topic = partsOfArn(arn)?.service === 'sns' ? deployed.resources.withArn(arn) : undefined;
    if (resource === undefined || topic === undefined) {
      return [];
    }
    const { account } = resource.stack.environment;
    const { refusal } = authorizeTopic(arn, cloudWatch(resource.arn, account), deployed.resources);
    const place = placeOf(resource.stack);
    return refusal === undefined || (refusal.cause === Cause.POLICY && (refusal.policies ?? []).length === 0)
      ? []
      : [denied(alarm, refusal, JSON.stringify(refusal.cause === Cause.KEY ? alarmKeyStatement() : alarmStatement(`\${${topic.logicalId}}`, place)))];
  });
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
