import type { IConstruct } from 'constructs';
import type { DeliveryContext, DeliveryPath } from './delivery-context';
import { partsOfArn } from '../../engine/simulation/arn';
import { hasUnknown, readable } from '../../engine/values/unknown';
import { subNotationOf } from '../findings/statement-snippet';

/** The construct to which the findings about a resource belong. */
export function constructOf({ rule, arn }: DeliveryPath, { deployed, registered }: DeliveryContext): IConstruct {
  const resource = deployed.resources.withArn(arn);
  return (resource && deployed.subjectOf(resource)) ?? registered.withArn(arn, rule.construct)?.construct ?? rule.construct;
}

/** The service of the resource; of an ARN that is not known before the deployment, that of its construct. */
export function serviceOf({ rule, arn }: DeliveryPath, { registered }: DeliveryContext): string | undefined {
  return partsOfArn(arn)?.service ?? registered.withArn(arn, rule.construct)?.service;
}

export function nameOf({ target, isDeadLetterQueue }: DeliveryPath): string {
  return isDeadLetterQueue ? `dead-letter queue of ${target.Id}` : `target ${target.Id}`;
}

/** Dead letters are always sent without the role. */
export function usesRole({ target, isDeadLetterQueue }: DeliveryPath): boolean {
  return target.RoleArn !== undefined && !isDeadLetterQueue;
}

/** Whether a role allows a target to use a key that AWS manages. */
export function takesRole(path: DeliveryPath): boolean {
  return partsOfArn(path.arn)?.service === 'sqs' && !path.isDeadLetterQueue && path.target.RoleArn === undefined;
}

/** AWS Lambda adds no permission to the version $LATEST. */
export function isLatest({ arn }: DeliveryPath): boolean {
  return arn.endsWith(':$LATEST');
}

/** The ARN of a resource as a person writes it: by its logical id if it is part of the app and its name is not known. */
export function arnText({ rule, target, arn, isDeadLetterQueue }: DeliveryPath, { deployed, registered }: DeliveryContext): string {
  const resource = deployed.resources.withArn(arn);
  if (resource !== undefined && !hasUnknown(resource.arn)) {
    return resource.arn;
  }
  if (resource !== undefined) {
    return ['AWS::SNS::Topic', 'AWS::Lambda::Version', 'AWS::Lambda::Alias'].includes(resource.type) ? `\${${resource.logicalId}}` : `\${${resource.logicalId}.Arn}`;
  }
  const rendered = (rule.rule.resource.declared.Properties?.Targets as readonly RenderedTarget[] | undefined)?.find(({ Id }) => Id === target.Id);
  const written = isDeadLetterQueue ? rendered?.DeadLetterConfig?.Arn : rendered?.Arn;
  return registered.withArn(arn, rule.construct)?.arn ?? subNotationOf(written) ?? readable(arn);
}

/** The part of a rendered target that names resources. */
interface RenderedTarget {
  readonly Id?: unknown;
  readonly Arn?: unknown;
  readonly DeadLetterConfig?: { readonly Arn?: unknown };
}

export function keyOfImport({ arn, rule }: DeliveryPath, { registered }: DeliveryContext): KeyConstruct | undefined {
  const { construct } = registered.withArn(arn, rule.construct) ?? {};
  const { encryptionMasterKey, masterKey } = (construct ?? {}) as { readonly encryptionMasterKey?: KeyConstruct; readonly masterKey?: KeyConstruct };
  return encryptionMasterKey ?? masterKey;
}

/** A key as the CDK knows it. */
interface KeyConstruct extends IConstruct {
  readonly keyArn: string;
}
