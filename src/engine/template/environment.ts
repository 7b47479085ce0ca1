import { likelyValue, readable } from '../values/unknown';

/** Where a stack is deployed in the simulation if it does not specify it. */
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

/** A partition, by the beginning of the names of its Regions. */
interface Partition {
  readonly prefix: string;
  readonly partition: string;
  readonly urlSuffix: string;
}

/**
 * The partitions that are not the commercial one. A table, because `aws-cdk-lib/region-info` takes 75 ms to load.
 *
 * @see https://github.com/aws/aws-sdk-js-v3/blob/main/packages/util-endpoints/src/lib/aws/partitions.json
 */
const PARTITIONS: readonly Partition[] = [
  { prefix: 'cn-', partition: 'aws-cn', urlSuffix: 'amazonaws.com.cn' },
  { prefix: 'us-gov-', partition: 'aws-us-gov', urlSuffix: 'amazonaws.com' },
  { prefix: 'us-iso-', partition: 'aws-iso', urlSuffix: 'c2s.ic.gov' },
  { prefix: 'us-isob-', partition: 'aws-iso-b', urlSuffix: 'sc2s.sgov.gov' },
  { prefix: 'eu-isoe-', partition: 'aws-iso-e', urlSuffix: 'cloud.adc-e.uk' },
  { prefix: 'us-isof-', partition: 'aws-iso-f', urlSuffix: 'csp.hci.ic.gov' },
  { prefix: 'eusc-', partition: 'aws-eusc', urlSuffix: 'amazonaws.eu' },
];
const COMMERCIAL = { partition: 'aws', urlSuffix: 'amazonaws.com' };
/** The names of the commercial Regions, from the same source. */
const COMMERCIAL_REGION = /^(us|eu|ap|sa|ca|me|af|il|mx)-\w+-\d+$/;

/** The partition of a Region; undefined for a name that is like that of no known partition. */
export function partitionOfRegion(region: string): string | undefined {
  return PARTITIONS.find(({ prefix }) => region.startsWith(prefix))?.partition ?? (COMMERCIAL_REGION.test(region) ? COMMERCIAL.partition : undefined);
}

/** Completes account and Region by what follows from the Region. */
export function environmentOf(account: string = DEFAULT_ACCOUNT, region: string = DEFAULT_REGION): DeploymentEnvironment {
  const { partition, urlSuffix } = PARTITIONS.find(({ prefix }) => readable(region).startsWith(prefix)) ?? COMMERCIAL;
  return { account, region, partition, urlSuffix };
}

/** The same, where an account or a Region that is not specified may be any. */
export function unresolvedEnvironment(account?: string, region?: string): DeploymentEnvironment {
  return environmentOf(account ?? likelyValue('AWS::AccountId', DEFAULT_ACCOUNT), region ?? likelyValue('AWS::Region', DEFAULT_REGION));
}
