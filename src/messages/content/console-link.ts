import { Token } from 'aws-cdk-lib';
import type { Names } from './names';
import { inside } from './placeholder';

/** The console of a partition. */
interface Console {
  /** The prefix of the Regions of the partition. */
  readonly regions: string;
  /** The domain after the Region; absent where no address is published. */
  readonly domain?: string;
}

/**
 * The console of each partition, in the Region of the event. Sources of the domains:
 * - aws: https://docs.aws.amazon.com/general/latest/gr/mgmt-console.html, which has the Region before it.
 * - aws-cn: https://docs.amazonaws.cn/en_us/aws/latest/userguide/general-info.html. The Region before it and the path `/ecs/v2/` are those of AWS's own
 *   https://github.com/aws-actions/amazon-ecs-deploy-task-definition, and on no page of AWS.
 * - aws-us-gov: https://docs.aws.amazon.com/govcloud-us/latest/UserGuide/accessing-govcloud.html. The Region before it and the path `/ecs/v2/` are in use (runbooks
 *   of GovCloud users in public repositories), and on no page of AWS: unconfirmed.
 * - aws-eusc: https://docs.aws.eu/general/latest/gr/endpoints.html, which has the Region before it. The path `/ecs/v2/` is unconfirmed.
 * - aws-iso, aws-iso-b, aws-iso-e, aws-iso-f: AWS publishes none.
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
 * @param regions the Regions that the events can come from
 */
export function consoleLink({ cluster, service }: Names, regions: readonly string[]): string | undefined {
  const page = service === undefined ? `clusters/${cluster}` : `clusters/${cluster}/services/${service}`;
  return cluster === undefined ? undefined : linkTo(`ecs/v2/${page}?region=${inside('region')}`, regions);
}

/**
 * The page of the Amazon CloudWatch console about a log group.
 *
 * No page of AWS documents the address. That its name is percent-encoded twice, with `$` for `%`, is what the console itself writes into the address bar, as in
 * https://stackoverflow.com/questions/60796991.
 */
export function logGroupLink(name: string, regions: readonly string[]): string | undefined {
  const encoded = Token.isUnresolved(name) ? name : encodeURIComponent(encodeURIComponent(name)).replaceAll('%', '$');
  return linkTo(`cloudwatch/home?region=${inside('region')}#logsV2:log-groups/log-group/${encoded}`, regions);
}

/**
 * A page of the console. None if a Region is known at deployment only: the domain depends on the partition, no intrinsic function of CloudFormation composes it
 * without a mapping or a condition in the template of the app, and a link into another partition leads nowhere.
 */
function linkTo(page: string, regions: readonly string[]): string | undefined {
  const domains = new Set(regions.map((region) => Token.isUnresolved(region) ? undefined : domainIn(region)));
  const [domain] = domains.size === 1 ? domains : [];
  return domain === undefined ? undefined : `https://${inside('region')}.${domain}/${page}`;
}

function domainIn(region: string): string | undefined {
  return CONSOLES.find(({ regions }) => region.startsWith(regions))!.domain;
}
