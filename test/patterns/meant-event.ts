import { HOME } from './deployed-pattern';
import type { Factory } from './factories';
import { ALIASES, GENERATED, KNOWN } from './random-filters';
import type { EcsEventJson } from '../../src/events/detail-type';

type Filters = { readonly [name: string]: any };

/**
 * Whether the author of these filters means this event: what the documentation of the filters defines, written down plainly and without a pattern.
 */
export function isMeant({ entry, eventName }: Factory, filters: Filters, event: EcsEventJson): boolean {
  const detail = event.detail as Record<string, any>;
  return event.source === 'aws.ecs'
    && event['detail-type'] === entry.detailType
    && (eventName === undefined || detail.eventName === eventName)
    && oneOf(filters.accounts, event.account)
    && oneOf(filters.regions, event.region)
    && clusterIsMeant(filters, event)
    && memberIsMeant(filters.services, filters.serviceNames, filters, serviceOf(event))
    && memberIsMeant(filters.daemons, filters.daemonNames, filters, identity(detail.daemonArn))
    && !isExcluded(filters.excludedDaemons, filters.excludedDaemonNames, identity(detail.daemonArn))
    && !serviceIsExcluded(filters, event)
    && capacityProviderIsMeant(filters, event)
    && oneOf(valuesOf(filters.eventNames), detail.eventName)
    && !valuesOf(filters.excludedEventNames)?.includes(detail.eventName)
    && oneOf(valuesOf(filters.eventTypes), detail.eventType)
    && oneOf(valuesOf(filters.failureTypes), detail.failureType)
    && begins(filters.reasons, detail.reason)
    && !(filters.excludedReasons && begins(filters.excludedReasons, detail.reason))
    && oneOf(valuesOf(filters.lifecycleStages), detail.lifecycleStage)
    && oneOf(valuesOf(filters.hookTypes), detail.hookType)
    && oneOf(valuesOf(filters.overallStatuses), detail.overallStatus)
    && (filters.healthChecks ?? [undefined]).some((check: any) => check === undefined
      || detail.healthChecks?.some(({ type, status }: any) => type === check._type.value && status === check._status.value))
    && oneOf(valuesOf(filters.statuses), detail.status)
    && (filters.agentConnected === undefined || detail.agentConnected === filters.agentConnected)
    && oneOf(filters.taskDefinitionFamilies, familyOf(detail))
    && (filters.taskDefinitionFamilies === undefined || isIn(placesOf(filters), identity(detail.taskDefinitionArn)))
    && !filters.excludedTaskDefinitionFamilies?.includes(isIn(placesOf(filters), identity(detail.taskDefinitionArn)) ? familyOf(detail) : undefined)
    && containersAreMeant(filters, detail)
    && oneOf(valuesOf(filters.lastStatuses), detail.lastStatus)
    && oneOf(valuesOf(filters.stopCodes), detail.stopCode)
    && !valuesOf(filters.excludedStopCodes)?.includes(detail.stopCode)
    && begins(filters.stoppedReasons, detail.stoppedReason)
    && !(filters.excludedStoppedReasons && begins(filters.excludedStoppedReasons, detail.stoppedReason))
    && oneOf(valuesOf(filters.launchTypes), detail.launchType);
}

function familyOf(detail: Record<string, any>): string | undefined {
  return /task-definition\/(.*):/.exec(detail.taskDefinitionArn)?.[1];
}

/** One container has the name, the exit code and the reason; instead of the reason of a container, the task may have it as its own. */
function containersAreMeant({ containerNames, containerReasons, exitCodes }: Filters, { containers, stoppedReason }: Record<string, any>): boolean {
  const exited = (exitCode: unknown) => exitCodes === undefined || exitCodes.some(({ _code: code }: any) =>
    exitCode !== undefined && (code === undefined ? exitCode !== 0 : exitCode === code));
  const isMeantContainer = ({ name, exitCode, reason }: any, reasons: { value: string }[] | undefined) =>
    oneOf(containerNames, name) && begins(reasons, reason) && exited(exitCode);
  const some = (reasons?: { value: string }[]) => (containerNames ?? exitCodes ?? reasons) === undefined
    || (containers ?? []).some((container: any) => isMeantContainer(container, reasons));
  return some(containerReasons) || (containerReasons !== undefined && begins(containerReasons, stoppedReason) && some());
}

/** Something of Amazon ECS, as its ARN says it. */
interface Identity {
  readonly region: string;
  readonly account: string;
  readonly cluster: string;
  readonly name?: string;
}

function identity(arn: unknown): Identity | undefined {
  const [, , , region, account, resource] = String(arn).split(':');
  const [, cluster, name] = resource?.split('/') ?? [];
  return cluster === undefined ? undefined : { region, account, cluster, name };
}

/** The service that an event is about; of tasks it is the group together with the cluster. */
function serviceOf({ 'detail-type': detailType, detail, resources }: EcsEventJson): Identity | undefined {
  switch (detailType) {
    case 'ECS Task State Change':
      return taskGroup(identity(detail.clusterArn), String(detail.group));
    case 'ECS Hook State Change':
      return identity(detail.serviceArn);
    default:
      return identity(resources?.[0]);
  }
}

function taskGroup(cluster: Identity | undefined, group: string): Identity | undefined {
  return cluster && { ...cluster, name: /^service:(.*)$/.exec(group)?.[1] };
}

function clusterIsMeant(filters: Filters, event: EcsEventJson): boolean {
  const { clusters, clusterNames, clusterNamePrefixes } = filters;
  if (clusters === undefined && clusterNames === undefined && clusterNamePrefixes === undefined) {
    return true;
  }
  const found = event['detail-type'] === 'ECS Deployment State Change' ? serviceOf(event) : identity(event.detail.clusterArn);
  // A generated name cannot be compared with a prefix, so services in a cluster with such a name are not narrowed where one field has both.
  const isCompared = filters.services === undefined || clusterNamePrefixes === undefined || found?.cluster !== GENERATED.cluster
    || !['ECS Deployment State Change', 'ECS Task State Change'].includes(event['detail-type']);
  return !isCompared
    || clustersOf(filters).some((cluster) => isSameCluster(cluster, found))
    || (isIn(placesOf(filters), found) && (clusterNamePrefixes ?? []).some((text: string) => found!.cluster.startsWith(text)));
}

function clustersOf(filters: Filters): Identity[] {
  return [
    ...(filters.clusters ?? []).map((cluster: unknown) => ({ ...KNOWN.get(cluster)!.place, cluster: KNOWN.get(cluster)!.cluster })),
    ...(filters.clusterNames ?? []).flatMap((cluster: string) =>
      placesOf(filters).map((place) => ({ ...place, cluster: ALIASES.get(cluster) ?? cluster }))),
  ];
}

function memberIsMeant(references: unknown[] | undefined, names: string[] | undefined, filters: Filters, found: Identity | undefined): boolean {
  return (references === undefined && names === undefined)
    || (references ?? []).some((reference) => isSame(reference, found))
    || (clustersOf(filters).some((cluster) => isSameCluster(cluster, found))
      && (names ?? []).includes(found!.name!));
}

function isSameCluster(one: Identity, other: Identity | undefined): boolean {
  return other !== undefined && one.region === other.region && one.account === other.account && one.cluster === other.cluster;
}

function isSame(reference: unknown, found: Identity | undefined): boolean {
  const { place, cluster, member } = KNOWN.get(reference)!;
  return isSameCluster({ ...place, cluster }, found) && found!.name === member;
}

function isExcluded(references: unknown[] = [], names: string[] = [], found: Identity | undefined): boolean {
  return references.some((reference) => isSame(reference, found)) || (found?.name !== undefined && names.includes(found.name));
}

function serviceIsExcluded(filters: Filters, event: EcsEventJson): boolean {
  const { clusters, clusterNames, clusterNamePrefixes, services, serviceNames } = filters;
  // A deployment without `clusterArn` has its cluster in the ARN of the service only, of which EventBridge cannot require a beginning and exclude a value.
  const isKept = event['detail-type'] === 'ECS Deployment State Change' && event.detail.clusterArn === undefined
    && [clusters, clusterNames, clusterNamePrefixes].some((list) => list !== undefined) && services === undefined && serviceNames === undefined;
  return !isKept && isExcluded(filters.excludedServices, filters.excludedServiceNames, serviceOf(event));
}

function capacityProviderIsMeant(filters: Filters, { detail }: EcsEventJson): boolean {
  const names = filters.capacityProviderNames;
  return names === undefined
    || names.includes(detail.capacityProviderName)
    || ((detail.capacityProviderArns ?? []) as string[]).some((arn) => isIn(placesOf(filters), identity(arn)) && names.includes(arn.split('/')[1]));
}

/** Where names are looked for: in the accounts and Regions of the filters, otherwise at home. */
function placesOf({ accounts = [HOME.account], regions = [HOME.region] }: Filters): { account: string; region: string }[] {
  return accounts.flatMap((account: string) => regions.map((region: string) => ({ account, region })));
}

function isIn(places: { account: string; region: string }[], found: { account: string; region: string } | undefined): boolean {
  return found !== undefined && places.some(({ account, region }) => account === found.account && region === found.region);
}

function oneOf(values: unknown[] | undefined, value: unknown): boolean {
  return values === undefined || values.includes(value);
}

function begins(values: { value: string }[] | undefined, text: unknown): boolean {
  return values === undefined || (typeof text === 'string' && values.some(({ value }) => text.startsWith(value)));
}

function valuesOf(values: { value: string }[] | undefined): string[] | undefined {
  return values?.map(({ value }) => value);
}
