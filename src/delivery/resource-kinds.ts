import { Resource } from 'aws-cdk-lib';
import type * as kms from 'aws-cdk-lib/aws-kms';
import type * as lambda from 'aws-cdk-lib/aws-lambda';
import type * as sns from 'aws-cdk-lib/aws-sns';
import type * as sqs from 'aws-cdk-lib/aws-sqs';
import type { IConstruct } from 'constructs';

// By what they offer, not by their class: imports, wrappers and constructs of another copy of the CDK count too.

export function asTopic(resource: IConstruct | undefined): sns.ITopic | undefined {
  return resource && 'topicArn' in resource && 'addSubscription' in resource ? resource as sns.ITopic : undefined;
}

export function asQueue(resource: IConstruct | undefined): sqs.IQueue | undefined {
  return resource && 'queueArn' in resource && 'queueUrl' in resource ? resource as sqs.IQueue : undefined;
}

export function asFunction(resource: IConstruct | undefined): lambda.IFunction | undefined {
  return resource && 'functionArn' in resource && 'permissionsNode' in resource ? resource as lambda.IFunction : undefined;
}

/** Whether a function is the version `$LATEST` of another, to which AWS Lambda adds no permissions. */
export function isLatest(handler: lambda.IFunction): boolean {
  return (handler as Partial<lambda.IVersion>).version === '$LATEST';
}

/** The key with which a topic or a queue is encrypted, if it is one that the CDK knows as a construct. */
export function keyOf(resource: sns.ITopic | sqs.IQueue): kms.IKey | undefined {
  const key = 'queueArn' in resource ? resource.encryptionMasterKey : (resource as { readonly masterKey?: kms.IKey }).masterKey;
  // For an alias that is imported by its name, the CDK does not return the key.
  return key && Resource.isOwnedResource(key) && 'aliasTargetKey' in key ? (key as kms.IAlias).aliasTargetKey : key;
}
