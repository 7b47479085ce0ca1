import { RegionInfo } from 'aws-cdk-lib/region-info';

/** Where a stack is deployed in the simulation if it does not say so itself. */
export const DEFAULT_ACCOUNT = '123456789012';
/** See `DEFAULT_ACCOUNT`. */
export const DEFAULT_REGION = 'us-east-1';

/** The account and the Region that a stack is deployed to. */
export interface DeploymentEnvironment {
  readonly account: string;
  readonly region: string;
  readonly partition: string;
  readonly urlSuffix: string;
}

/** Completes account and Region by what follows from the Region. */
export function environmentOf(account: string = DEFAULT_ACCOUNT, region: string = DEFAULT_REGION): DeploymentEnvironment {
  const info = RegionInfo.get(region);
  return { account, region, partition: info.partition ?? 'aws', urlSuffix: info.domainSuffix ?? 'amazonaws.com' };
}
