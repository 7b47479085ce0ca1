import { Aws } from 'aws-cdk-lib';
import type * as fc from '../random';
import { HOME } from './deployed-pattern';
import type { Factory } from './factories';
import { GENERATED, randomFilters } from './random-filters';
import { sent } from './sent-event';
import { findEvent } from '../../src/events/catalog';
import type { EcsEventJson } from '../../src/events/detail-type';

const COMMON = ['clusters', 'clusterNames', 'clusterNamePrefixes', 'accounts', 'regions'];
const SERVICES = ['services', 'serviceNames', 'excludedServices', 'excludedServiceNames'];

/** Filters that a small world of events can distinguish. */
export const OVERLAP_FILTERS: Record<string, readonly string[]> = {
  serviceAction: [...COMMON, ...SERVICES, 'eventNames', 'excludedEventNames', 'eventTypes', 'reasons', 'excludedReasons'],
  serviceDeploymentStateChange: [...COMMON, ...SERVICES, 'eventNames', 'reasons'],
  daemonServiceAction: [...COMMON, 'daemons', 'daemonNames', 'excludedDaemons', 'excludedDaemonNames', 'reasons', 'excludedReasons'],
  taskStateChange: [...COMMON, 'services', 'serviceNames', 'lastStatuses'],
};

const REASONS = ['RESOURCE:CPU', 'RESOURCE:MEMORY', 'AGENT', 'ECS deployment x', 'other', undefined];
const PLACES = [HOME, { partition: 'aws', region: 'us-east-1', account: '444455556666' }, { partition: 'aws-cn', region: 'cn-north-1', account: '444455556666' }];

/** What a user may add to one of two patterns, in forms that are compared and in forms that are not. */
export const ADDITIONAL_PATTERNS: readonly { readonly pattern?: object; readonly isNotCompared?: true }[] = [
  ...Array(8).fill({}),
  { pattern: { detail: { reason: ['AGENT', { prefix: 'RESOURCE:' }] } } },
  { pattern: { detail: { reason: [{ suffix: 'CPU' }, { exists: false }] } } },
  { pattern: { detail: { reason: [{ 'anything-but': { prefix: 'RESOURCE' } }] } } },
  { pattern: { detail: { $or: [{ reason: ['AGENT'] }, { reason: ['other'] }] } }, isNotCompared: true },
  { pattern: { detail: { reason: [{ 'equals-ignore-case': 'agent' }] } }, isNotCompared: true },
  { pattern: { detail: { reason: [{ wildcard: '*CPU' }] } }, isNotCompared: true },
  { pattern: { resources: [{ suffix: '/web' }] } },
  { pattern: { detail: { clusterArn: [`arn:aws:ecs:${HOME.region}:${HOME.account}:cluster/prod`] } } },
  { pattern: { detail: { clusterArn: [`arn:aws:ecs:${HOME.region}:${Aws.ACCOUNT_ID}:cluster/prod`] } } },
  { pattern: { account: [HOME.account] } },
];

/** Every event of that world. */
export function worldOf({ entry }: Factory): EcsEventJson[] {
  const members = ['web', 'web-2', 'Web', 'other', GENERATED.service].flatMap((service) =>
    ['prod', 'prod-2', 'Prod', 'prod-3', 'other', GENERATED.cluster].flatMap((cluster) =>
      PLACES.map((place) => ({ ...place, cluster, service, daemon: service === GENERATED.service ? GENERATED.daemon : service.replace('web', 'log') }))));
  const some = entry.detailType === 'ECS Service Action' ? [...entry.events.slice(-4), ...entry.events.slice(0, 1), findEvent(entry, 'SERVICE_TASK_START_IMPAIRED')!] : [...entry.events];
  const names: { name?: string; type?: string }[] = some;
  const unknown = names[0].name === undefined ? [] : ['INFO', 'WARN', 'ERROR'].map((type) => ({ name: 'SOMETHING_NEW', type }));
  const withClusterArn = entry.cluster.path === 'resources' ? [false, true] : [true];
  return members.flatMap((about) => [...names, ...unknown].flatMap(({ name, type }) =>
    REASONS.flatMap((reason, i) => withClusterArn.map((has) => sent(entry.detailType, name, {
      ...about,
      detail: {
        ...!has && { clusterArn: undefined },
        ...name && { eventName: name, eventType: type },
        reason,
        ...entry.detailType === 'ECS Task State Change' && { lastStatus: ['STOPPED', 'RUNNING', 'PENDING'][i % 3] },
      },
    })))));
}

/** Filters of one of two patterns. */
export function overlapFilters(factory: Factory): fc.Arbitrary<Record<string, unknown>> {
  return randomFilters(factory, true).map((random) => Object.fromEntries(OVERLAP_FILTERS[factory.name].map((filter) => [filter, random[filter]])));
}
