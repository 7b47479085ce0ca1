import type { Names } from './names';
import { inside } from './placeholder';

/** Where the console is, by the beginning of the Region. */
const DOMAINS: readonly (readonly [string, string])[] = [
  ['cn-', 'console.amazonaws.cn'],
  ['us-gov-', 'console.amazonaws-us-gov.com'],
  ['', 'console.aws.amazon.com'],
];

/**
 * The page of the Amazon ECS console about the service, or else the cluster, whose names are known.
 *
 * @param region of the rule; where it is known at deployment only, the console of the standard partition is meant
 */
export function consoleLink({ cluster, service }: Names, region: string): string | undefined {
  if (cluster === undefined) {
    return undefined;
  }
  const [, domain] = DOMAINS.find(([beginning]) => region.startsWith(beginning))!;
  const page = service === undefined ? `clusters/${cluster}` : `clusters/${cluster}/services/${service}`;
  return `https://${inside('region')}.${domain}/ecs/v2/${page}?region=${inside('region')}`;
}
