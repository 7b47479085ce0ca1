import type { ContainerInstanceHealthChangeSampleOptions } from './container-instance-sample-options';
import { defined, sampleFor } from './sample-spec';
import type { DetailFields, IdentityOptions, SampleSpec } from './sample-spec';
import type { ServiceActionSampleOptions } from './service-sample-options';
import type { TaskStateChangeSampleOptions } from './task-state-change-sample-options';
import type { DetailTypeEntry } from '../../events/detail-type';

type Json = { [key: string]: unknown };

/** States in which a task has not stopped and so has no reason for it. */
const BEFORE_STOP = ['PROVISIONING', 'PENDING', 'ACTIVATING', 'RUNNING'];

/** A sample in which only plain fields of `detail` change. */
export function plainSpec(entry: DetailTypeEntry, eventName: string | undefined, options: IdentityOptions, fields: DetailFields = {}): SampleSpec {
  checkExclusive(options);
  const sample = sampleFor(entry, eventName, fields);
  return { sample, options, detail: { ...sample.event.detail, ...defined(fields) } };
}

/** A sample of an action of the service scheduler: capacity providers are ARNs here. */
export function serviceActionSpec(entry: DetailTypeEntry, options: ServiceActionSampleOptions): SampleSpec {
  const { reason, capacityProviderName } = options;
  const spec = plainSpec(entry, options.eventName, options, { reason });
  const { samples } = entry.events.find((event) => event.samples.includes(spec.sample))!;
  // What is not about Fargate happened on instances, without a capacity provider.
  const onInstances = samples.find(({ event }) => event.detail.containerInstanceArns !== undefined);
  const sample = reason !== undefined && !reason.includes('FARGATE') && capacityProviderName === undefined ? onInstances ?? spec.sample : spec.sample;
  const arn = `arn:aws:ecs:${sample.event.region}:${sample.event.account}:capacity-provider/${capacityProviderName}`;
  const capacityProviderArns = capacityProviderName === undefined ? undefined : [arn];
  return { sample, options, detail: { ...sample.event.detail, ...defined({ reason, capacityProviderArns }) } };
}

/** A sample of a change of health of a container instance: the check that changed is the last one. */
export function healthSpec(entry: DetailTypeEntry, options: ContainerInstanceHealthChangeSampleOptions): SampleSpec {
  const { capacityProviderName, overallStatus } = options;
  const spec = plainSpec(entry, undefined, options, { capacityProviderName, overallStatus });
  const checks = spec.detail.healthChecks as Json[];
  const changed = {
    ...checks.at(-1)!,
    ...defined({ type: options.healthCheckType, status: options.healthCheckStatus ?? overallStatus, statusReason: options.statusReason }),
  } as Json;
  return { ...spec, detail: { ...spec.detail, healthChecks: [...checks.slice(0, -1).filter(({ type }) => type !== changed.type), changed] } };
}

/** A sample of a change of state of a task. */
export function taskSpec(entry: DetailTypeEntry, options: TaskStateChangeSampleOptions): SampleSpec {
  const { group, lastStatus, stopCode, stoppedReason, exitCode, launchType, capacityProviderName } = options;
  const spec = plainSpec(entry, undefined, options, { group, lastStatus, stopCode, stoppedReason, launchType, capacityProviderName });
  const isBeforeStop = lastStatus !== undefined && BEFORE_STOP.includes(lastStatus);
  const containers = (spec.detail.containers as Json[]).map((container) => {
    const { exitCode: code, ...others } = container;
    return { ...others, ...defined({ lastStatus, exitCode: exitCode ?? (isBeforeStop ? undefined : code) }) };
  });
  const { stopCode: code, stoppedReason: reason, desiredStatus, ...others } = spec.detail;
  const stop = isBeforeStop ? { stopCode, stoppedReason, desiredStatus: 'RUNNING' } : { stopCode: code, stoppedReason: reason, desiredStatus };
  return { ...spec, detail: defined({ ...others, containers, ...stop }) };
}

function checkExclusive(options: IdentityOptions): void {
  for (const name of ['cluster', 'service', 'daemon'] as const) {
    if (options[name] !== undefined && options[`${name}Name`] !== undefined) {
      throw new Error(`give either ${name} or ${name}Name, not both`);
    }
  }
}
