import type { Names } from './names';
import { inside } from './placeholder';

/** The console of a partition. */
interface Console {
  /** The prefix of the Regions of the partition. */
  readonly regions: string;
  /** The domain behind the Region; absent where no address is published. */
  readonly domain?: string;
}

/**
 * The console of each partition, in the Region of the event. Sources:
 * - aws: https://docs.aws.amazon.com/general/latest/gr/mgmt-console.html
 * - aws-cn: https://docs.amazonaws.cn/en_us/aws/latest/userguide/general-info.html. An address with a Region before it is unconfirmed.
 * - aws-us-gov: https://docs.aws.amazon.com/govcloud-us/latest/UserGuide/accessing-govcloud.html. An address with a Region before it is unconfirmed.
 * - aws-eusc: https://docs.aws.eu/general/latest/gr/endpoints.html
 * - aws-iso, aws-iso-b, aws-iso-e, aws-iso-f: AWS publishes none.
 *
 * The path `/ecs/v2/` is unconfirmed in every partition but aws.
 */
const CONSOLES: readonly Console[] = [
  { regions: 'cn-', domain: 'console.amazonaws.cn' },
  { regions: 'us-gov-', domain: 'console.amazonaws-us-gov.com' },
  { regions: 'eusc-', domain: 'console.amazonaws-eusc.eu' },
  { regions: 'us-iso' },
  { regions: 'eu-iso' },
  { regions: '', domain: 'console.aws.amazon.com' },
];

/**
 * The page of the Amazon ECS console about the service, or else the cluster, whose names are known.
 *
 * @param region of the rule; where it is known only at deployment, the console of the standard partition is linked
 */
export function consoleLink({ cluster, service }: Names, region: string): string | undefined {
  const domain = CONSOLES.find(({ regions }) => region.startsWith(regions))?.domain;
  if (cluster === undefined || domain === undefined) {
    return undefined;
  }
  const page = service === undefined ? `clusters/${cluster}` : `clusters/${cluster}/services/${service}`;
  return `https://${inside('region')}.${domain}/ecs/v2/${page}?region=${inside('region')}`;
}
