import { parseEcsArn, withIdentities } from './arns';
import type { EcsArn, Identities } from './arns';
import type { DaemonDeploymentRollbackFailedSampleOptions } from './daemon-sample-options';
import type { SampleTarget } from './sample-target';
import type { ServiceSampleOptions } from './service-sample-options';
import { environmentOf } from '../../engine/template/environment';
import { findEvent } from '../../events/catalog';
import type { DetailTypeEntry, EcsEventJson, Sample } from '../../events/detail-type';
import { show, ValidationError } from '../../validation/validation-error';

/** Options for the identities in an event. */
export interface IdentityOptions extends ServiceSampleOptions, DaemonDeploymentRollbackFailedSampleOptions {
  readonly capacityProviderName?: string;
  readonly taskDefinitionFamily?: string;
}

/** Fields of `detail`; undefined means that the sample's value stays. */
export type DetailFields = { readonly [field: string]: unknown };

/** A sample of the catalog and the changes to it. */
export interface SampleSpec {
  readonly sample: Sample;
  readonly options: IdentityOptions;
  /** The detail of the event before identities and custom fields are applied. */
  readonly detail: DetailFields;
}

/** Finds the sample that is closest to the fields that are given. Throws an error if the catalog does not have the event. */
export function sampleFor(entry: DetailTypeEntry, eventName: string | undefined, fields: DetailFields): Sample {
  const found = eventName === undefined ? entry.events[0] : findEvent(entry, eventName);
  if (found === undefined) {
    const known = entry.events.map(({ name }) => name).join(', ');
    throw new ValidationError({
      prop: 'eventName',
      problem: `"${entry.detailType}" has no such sample, got ${show(eventName)}`,
      resolution: `Use one of ${known}; send any other event with SampleEvent.fromJson(json)`,
    }, 'SampleEvent');
  }
  const given = Object.entries(defined(fields));
  const closeness = ({ event }: Sample) => given.filter(([field, value]) => event.detail[field] === value).length;
  return found.samples.reduce((closest, sample) => (closeness(sample) > closeness(closest) ? sample : closest));
}

/** The event as it is sent to a target. */
export function renderSample({ sample, options, detail }: SampleSpec, target: SampleTarget): any {
  const identities = identitiesOf(options, target);
  const base: EcsEventJson = withIdentities(target.resolve({ ...sample.event, detail }), identities);
  const given = {
    account: identities.account,
    region: identities.region,
    time: options.time,
    id: options.id,
    resources: options.resources,
  };
  const group = identities.service !== undefined && /^service:/.test(String(base.detail.group)) ? { group: `service:${identities.service}` } : {};
  return {
    ...base,
    ...target.resolve(defined(given)),
    detail: without({ ...base.detail, ...group, ...target.resolve(options.detail ?? {}) }, options.omit ?? []),
  };
}

/** The entries that have a value. */
export function defined(fields: DetailFields): { [field: string]: unknown } {
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined));
}

function without(detail: { [field: string]: unknown }, omit: readonly string[]): { [field: string]: unknown } {
  return Object.fromEntries(Object.entries(detail).filter(([field]) => !omit.includes(field)));
}

function identitiesOf(options: IdentityOptions, target: SampleTarget): Identities {
  const { cluster, service, daemon } = options;
  const clusterArn = cluster && arnOf('cluster', target.resolve(cluster.clusterRef.clusterArn, cluster));
  const serviceArn = service && arnOf('service', target.resolve(service.serviceRef.serviceArn, service));
  const daemonArn = daemon && arnOf('daemon', target.resolve(daemon.daemonRef.daemonArn, daemon));
  const arn = clusterArn ?? serviceArn ?? daemonArn;
  const region = options.region ?? arn?.region ?? target.environment?.region;
  const owner = serviceArn ?? daemonArn;
  const identities = {
    account: options.account ?? arn?.account ?? target.environment?.account,
    region,
    // The short form of a service ARN does not contain the cluster.
    cluster: options.clusterName ?? clusterArn?.names[0] ?? (owner?.names.length === 2 ? owner.names[0] : undefined),
    service: options.serviceName ?? serviceArn?.names.at(-1),
    daemon: options.daemonName ?? daemonArn?.names.at(-1),
    capacityProvider: options.capacityProviderName,
    taskDefinitionFamily: options.taskDefinitionFamily,
  };
  const resolved = target.resolve(identities);
  return { ...resolved, partition: resolved.region && environmentOf(undefined, resolved.region).partition };
}

function arnOf(type: string, value: unknown): EcsArn {
  const arn = parseEcsArn(String(value));
  if (arn?.type !== type) {
    throw new ValidationError({ prop: type, problem: `expected a ${type} with an ARN of Amazon ECS, got ${show(value)}`, resolution: `Pass the name as ${type}Name` }, 'SampleEvent');
  }
  return arn;
}
