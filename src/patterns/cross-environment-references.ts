import { Token } from 'aws-cdk-lib';
import type { aws_ecs } from 'aws-cdk-lib/interfaces';
import type { PartSource } from './part';
import type { Environment } from './references/environment';
import { parseArn } from './references/environment';

type Reference = Partial<aws_ecs.IClusterRef & aws_ecs.IServiceRef & aws_ecs.IDaemonRef>;

/**
 * The paths of clusters, services and daemons that the app creates in another account or Region, unless the pattern names that. Literal ARNs speak
 * for themselves.
 */
export function crossEnvironmentReferences({ filters, additional = {} }: PartSource, home: Environment): string[] {
  const references = [filters.clusters, filters.services, filters.daemons].flatMap((list: readonly Reference[] = []) => list);
  const isKnown = (value: string | undefined) => value !== undefined && !Token.isUnresolved(value);
  const differs = (found: string | undefined, own: string) => isKnown(found) && isKnown(own) && found !== own;
  return references
    .filter(({ env }) => (!filters.accounts && !additional.account && differs(env?.account, home.account))
      || (!filters.regions && !additional.region && differs(env?.region, home.region)))
    .filter(({ clusterRef, serviceRef, daemonRef }) => !parseArn(clusterRef?.clusterArn ?? serviceRef?.serviceArn ?? daemonRef?.daemonArn))
    .flatMap(({ node }) => node?.path ?? []);
}
