import type { Clusters } from './clusters';
import { checkPlace } from './clusters';
import { FieldCondition } from './condition';
import type { Filters } from '../../filters/any-filters';
import type { Finding } from '../../validation/findings/finding';
import type { MemberConditions } from './members';
import { dependencyFindings, impliedClusters, namedMembers } from './members';
import { PairCondition } from './pair-condition';
import { except, exact, minimal, suffix } from './values';
import type { DetailTypeEntry } from '../../events/detail-type';
import { exclusionList, filterList } from '../../validation/lists';
import { checkEcsName } from '../../validation/names';
import { ValidationError, show } from '../../validation/validation-error';
import { member, serviceOf } from '../references/references';
import type { MemberIdentity } from '../references/references';

/** The services that the filters name, where this detail type carries them. */
export function serviceConditions(entry: DetailTypeEntry, filters: Filters, clusters: Clusters): MemberConditions | undefined {
  if (!entry.service) {
    return undefined;
  }
  const references = (filterList('services', filters.services) ?? []).map((ref, i) => {
    const service = serviceOf(`services[${i}]`, ref);
    checkPlace(`services[${i}]`, service.environment, filters);
    clusters.check(`services[${i}]`, service.cluster);
    return service;
  });
  const names = filterList('serviceNames', filters.serviceNames) ?? [];
  const named = namedMembers('service', 'serviceNames', names, clusters);
  const findings = [...dependencyFindings('service', entry, references), ...oldFormFindings('services', references, clusters)];
  if (entry.service.form === 'group') {
    return { ...taskGroups(entry, references, named, names, clusters), findings };
  }
  const excludedReferences = exclusionList('excludedServices', filters.excludedServices).map((ref, i) => serviceOf(`excludedServices[${i}]`, ref));
  const excluded = excludedReferences.flatMap((service) => inBothForms(service, clusters));
  const excludedNames = exclusionList('excludedServiceNames', filters.excludedServiceNames).map((name, i) => checkEcsName(`excludedServiceNames[${i}]`, name));
  const allFindings = [...findings, ...dependencyFindings('service', entry, excludedReferences), ...oldFormFindings('excludedServices', excludedReferences, clusters)];
  const included = [...references.flatMap((service) => inBothForms(service, clusters)), ...named];
  if (included.length === 0) {
    const exclusion = exclusionValues(excluded, excludedNames, clusters);
    if (exclusion && clusters.given && entry.cluster.path === entry.service.path) {
      throw new ValidationError({
        prop: excluded.length > 0 ? 'excludedServices' : 'excludedServiceNames',
        problem: `this event alwaysHas the cluster in the ARN of its service only, and EventBridge cannot ask for a beginning and against a value of one field; found ${show(excluded.length > 0 ? excluded.map(({ arn }) => arn) : excludedNames)}`,
        resolution: 'Name the services you want by services or serviceNames, or leave out the filter on clusters',
      });
    }
    const conditions = exclusion ? [new FieldCondition(entry.service.path, exclusion, true)] : [];
    return { conditions, findings: allFindings, includeCluster: false, implied: {} };
  }
  const left = included.filter((service) =>
    !excluded.some(({ key }) => key === service.key) && !excludedNames.some((name) => name === service.name));
  if (left.length === 0) {
    throw new ValidationError({
      prop: excluded.length > 0 ? 'excludedServices' : 'excludedServiceNames',
      problem: 'it excludes every service that services and serviceNames include',
      resolution: 'Nothing is left that could match: remove the service from one of the two',
    });
  }
  return {
    conditions: [new FieldCondition(entry.service.path, minimal(left.map(({ arn, key, unresolved }) => exact(arn, key, unresolved))), true)],
    findings: allFindings,
    includeCluster: references.length === 0 || entry.cluster.path === entry.service.path,
    implied: impliedClusters(entry, left),
  };
}

/** A service of the old form may since have been migrated: where clusters are known, both forms match. */
function inBothForms(service: MemberIdentity, clusters: Clusters): MemberIdentity[] {
  return service.oldForm ? [service, ...clusters.identities.map((cluster) => member('service', cluster.environment, cluster, service.name!))] : [service];
}

function oldFormFindings(prop: string, services: readonly MemberIdentity[], clusters: Clusters): Finding[] {
  return services.filter(({ oldForm }) => oldForm && clusters.identities.length === 0).map(({ arn }) => ({
    level: 'warning',
    id: 'cdk-ecs-event-rules:shortServiceArn',
    message: `${prop}: ${arn} has the form of before 2021, without the cluster; events of every service that was migrated or made since carry service/<cluster>/<name>,`
      + ' which this never matches. Add clusters, use clusterNames with serviceNames, or import the service with its cluster.',
  }));
}

function exclusionValues(excluded: readonly MemberIdentity[], names: readonly string[], clusters: Clusters) {
  if (excluded.length === 0) {
    // By the end of the ARN: both its forms, in whatever cluster.
    return names.length === 0 ? undefined : except(names.map((name) => suffix(`/${name}`)), { suffix: one(names.map((name) => `/${name}`)) }, false);
  }
  const members = [...excluded, ...namedMembers('service', 'excludedServiceNames', names, clusters)];
  const values = minimal(members.map(({ arn, key, unresolved }) => exact(arn, key, unresolved)));
  return except(values, values.map(({ matcher }) => matcher) as never, false);
}

/** A list of one as the value itself: understood by more engines. */
function one(values: readonly string[]): string | readonly string[] {
  return values.length === 1 ? values[0] : values;
}

/** Tasks carry the name of their service without its cluster, so each name is asked for together with the cluster. */
function taskGroups(
  entry: DetailTypeEntry,
  references: readonly MemberIdentity[],
  named: readonly MemberIdentity[],
  names: readonly string[],
  clusters: Clusters,
): Omit<MemberConditions, 'findings'> {
  if (references.length === 0) {
    const groups = minimal(names.map((name) => exact(`service:${name}`)));
    const conditions = groups.length > 0 ? [new FieldCondition(entry.service!.path, groups, true)] : [];
    return { conditions, includeCluster: false, implied: impliedGroups(named) };
  }
  const inNewForm = references.flatMap((service) => inBothForms(service, clusters))
    .filter(({ oldForm }) => !oldForm || clusters.identities.length === 0);
  const members = [...inNewForm, ...named];
  const pairs = members.map((service, i) => {
    if (!service.cluster || !service.name) {
      throw new ValidationError({
        prop: `services[${i}]`,
        problem: `tasks carry the name of their service and the ARN of its cluster, and ${show(service.arn)} does not say both`,
        resolution: 'Use clusters together with serviceNames, or import the service with its cluster',
      });
    }
    return {
      first: exact(service.cluster.arn, service.cluster.key, service.cluster.unresolved),
      second: exact(`service:${service.name}`, `service:${service.name}`, service.unresolved),
    };
  });
  return { conditions: [new PairCondition({ place: 'detail', first: 'clusterArn', second: 'group', single: true }, pairs)], includeCluster: true, implied: impliedGroups(members) };
}

/** Which group goes with which cluster. */
function impliedGroups(members: readonly MemberIdentity[]): MemberConditions['implied'] {
  return members.length > 0 ? { 'detail.clusterArn, detail.group': members.map(({ key, unresolved }) => exact(key, key, unresolved)) } : {};
}
