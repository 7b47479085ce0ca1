import type { CfnService } from 'aws-cdk-lib/aws-ecs';
import type { aws_ecs } from 'aws-cdk-lib/interfaces';
import { clustersOf } from './conditions/clusters';
import { membersOf } from './conditions/members';
import { exact, overlapOf } from './conditions/values';
import type { PartSource } from './part';
import type { Environment } from './references/environment';
import { placesOf } from './references/places';
import type { ClusterIdentity } from './references/references';
import { nameKeyOf, serviceOf } from './references/references';
import { SERVICE_DEPLOYMENT_STATE_CHANGE } from '../events/service-deployment-state-change';
import { ServiceDeploymentEvent } from '../filters/service-deployment-event';

/** A service whose failed deployments a pattern matches. */
export interface AlertedService {
  /** The filters that select it. */
  readonly prop: string;
  readonly service: aws_ecs.IServiceRef;
}

/**
 * The services whose failed deployments a pattern matches: those that it refers to, and the candidates that it certainly selects by cluster or name.
 */
export function servicesWithFailureAlert(source: PartSource, home: Environment, candidates: () => readonly CfnService[]): AlertedService[] {
  const { entry, filters, additional } = source;
  const failed = ServiceDeploymentEvent.SERVICE_DEPLOYMENT_FAILED.value;
  if (entry !== SERVICE_DEPLOYMENT_STATE_CHANGE || !filters.eventNames?.some(({ value }) => value === failed)) {
    return [];
  }
  const referred = (filters.services ?? []).map((service) => ({ prop: 'services', service }));
  // The additional pattern may exclude services.
  return additional ? referred : [...referred, ...selected(source, home, candidates())];
}

function selected({ filters }: PartSource, home: Environment, candidates: readonly CfnService[]): AlertedService[] {
  const places = placesOf(filters, home);
  const clusters = clustersOf(filters, places);
  const { named, names, references, excludedReferences, excludedNames } = membersOf('service', filters, clusters, places);
  const keys = new Set(named.map(({ key }) => key));
  const excludedKeys = new Set(excludedReferences.map(({ key }) => key));
  const isInCluster = (cluster: ClusterIdentity | undefined) =>
    cluster !== undefined && clusters.arns.some((value) => overlapOf(value, exact(cluster.arn, cluster.key)) === 'certain');
  const prop = names.length > 0 ? 'serviceNames' : 'clusters';
  return candidates.filter((candidate) => {
    const service = serviceOf(prop, candidate, home);
    const isExcluded = excludedKeys.has(service.key) || excludedNames.includes(nameKeyOf(service) ?? '');
    return !isExcluded && (names.length > 0 ? keys.has(service.key) : references.length === 0 && isInCluster(service.cluster));
  }).map((service) => ({ prop, service }));
}
