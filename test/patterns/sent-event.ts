import { HOME } from './deployed-pattern';
import { CATALOG } from '../../src/events/catalog';
import type { DetailTypeEntry, EcsEventJson } from '../../src/events/detail-type';

/** What an event is about. */
export interface About {
  readonly region?: string;
  readonly account?: string;
  readonly partition?: string;
  readonly cluster?: string;
  readonly service?: string;
  readonly daemon?: string;
  readonly capacityProvider?: string;
  /** The ARN of the service as services had it before 2021. */
  readonly shortServiceArn?: boolean;
  /** Fields of `detail` that differ; `undefined` takes one away. */
  readonly detail?: { readonly [field: string]: unknown };
  /** Fields of the envelope that differ. */
  readonly envelope?: { readonly [field: string]: unknown };
}

/** The catalog's sample of a detail type and, where it has several, of an event name. */
export function sampleOf(detailType: string, eventName?: string): EcsEventJson {
  const entry = CATALOG.find((candidate) => candidate.detailType === detailType)!;
  return (entry.events.find(({ name }) => name === eventName) ?? entry.events[0]).samples[0].event;
}

/** That sample, sent by the cluster `prod` of the home account and Region about the service `web` and the daemon `log`, or by others. */
export function sent(detailType: string, eventName: string | undefined, about: About = {}): EcsEventJson {
  const sample = sampleOf(detailType, eventName);
  const { region = HOME.region, account = HOME.account, partition = HOME.partition, cluster = 'prod', service = 'web', daemon = 'log' } = about;
  const arn = (resource: string) => `arn:${partition}:ecs:${region}:${account}:${resource}`;
  const serviceArn = arn(about.shortServiceArn ? `service/${service}` : `service/${cluster}/${service}`);
  const identities: Record<string, unknown> = {
    clusterArn: arn(`cluster/${cluster}`),
    ...detailType === 'ECS Task State Change' && { taskArn: arn(`task/${cluster}/91f1f3d2e4a54a2f8ae03cdb54e2bd9a`) },
    daemonArn: arn(`daemon/${cluster}/${daemon}`),
    serviceArn,
    group: `service:${service}`,
    capacityProviderName: about.capacityProvider,
    capacityProviderArns: about.capacityProvider && [arn('capacity-provider/FARGATE'), arn(`capacity-provider/${about.capacityProvider}`)],
  };
  const carried = Object.entries(identities).filter(([field, value]) => value !== undefined && isFieldOf(detailType, field));
  const resources = holdsService(detailType) ? [serviceArn]
    : detailType === 'ECS Daemon Deployment State Change' ? [identities.daemonArn] : sample.resources;
  const detail = { ...sample.detail, ...Object.fromEntries(carried), ...about.detail };
  return JSON.parse(JSON.stringify({ ...sample, region, account, resources, detail, ...about.envelope }));
}

function holdsService(detailType: string): boolean {
  return detailType === 'ECS Service Action' || detailType === 'ECS Deployment State Change';
}

function isFieldOf(detailType: string, field: string): boolean {
  const { fields }: DetailTypeEntry = CATALOG.find((entry) => entry.detailType === detailType)!;
  return fields.some(({ path }) => path === field);
}
