import { Aws, FeatureFlags, Stack, Token } from 'aws-cdk-lib';
import { ENABLE_PARTITION_LITERALS } from 'aws-cdk-lib/cx-api';
import type { IConstruct } from 'constructs';
import { partitionOfRegion } from '../engine/template/environment';

/**
 * The partition of the stack of a construct, as the CDK renders it: a literal where the Region is known and the feature flag for it is set.
 * `Stack.partition` itself loads `aws-cdk-lib/region-info`, which takes longer than all the rest of a small app.
 */
export function partitionOf(scope: IConstruct): string {
  const { region } = Stack.of(scope);
  if (Token.isUnresolved(region) || !FeatureFlags.of(scope).isEnabled(ENABLE_PARTITION_LITERALS)) {
    return Aws.PARTITION;
  }
  return partitionOfRegion(region) ?? Stack.of(scope).partition;
}
