import type { CheckedOptions } from './checked-options';
import type { ContainerInstanceHealthChangeSampleOptions } from './container-instance-sample-options';
import { defined, sampleFor } from './sample-spec';
import type { DetailFields, IdentityOptions, SampleSpec } from './sample-spec';
import type { ServiceActionSampleOptions, ServiceDeploymentStateChangeSampleOptions } from './service-sample-options';
import type { DetailTypeEntry } from '../../events/detail-type';

type Json = { [key: string]: unknown };

/** A sample in which only plain fields of `detail` change. */
export function plainSpec(entry: DetailTypeEntry, eventName: string | undefined, options: IdentityOptions, fields: DetailFields = {}): SampleSpec {
  const sample = sampleFor(entry, eventName, fields);
  return { sample, options, detail: { ...sample.event.detail, ...defined(fields) } };
}

/** A sample of an action of the service scheduler: capacity providers are ARNs here. */
export function serviceActionSpec(entry: DetailTypeEntry, options: CheckedOptions<ServiceActionSampleOptions>): SampleSpec {
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

/** A sample of a change of state of a service deployment: the reason names the deployment. */
export function deploymentSpec(entry: DetailTypeEntry, options: CheckedOptions<ServiceDeploymentStateChangeSampleOptions>): SampleSpec {
  const { eventName, reason, deploymentId } = options;
  const { sample, detail } = plainSpec(entry, eventName, options, { reason, deploymentId });
  const ofSample = String(sample.event.detail.reason).replaceAll(String(sample.event.detail.deploymentId), String(detail.deploymentId));
  return { sample, options, detail: { ...detail, reason: reason ?? ofSample } };
}

/** A sample of a change of health of a container instance: the one of AWS for this check, which is the only one in it. */
export function healthSpec(entry: DetailTypeEntry, options: CheckedOptions<ContainerInstanceHealthChangeSampleOptions>): SampleSpec {
  const { capacityProviderName, healthCheckType, overallStatus, healthCheckStatus = overallStatus } = options;
  const { samples } = entry.events[0];
  const sample = samples.find(({ title }) => title === healthCheckType) ?? samples[0];
  const [check] = sample.event.detail.healthChecks as Json[];
  const isChanged = healthCheckStatus !== undefined && healthCheckStatus !== check.status;
  const changed = {
    ...check,
    // The reason that AWS prints is about the status that it prints.
    ...isChanged && { statusReason: null },
    ...defined({ type: healthCheckType, status: healthCheckStatus, statusReason: options.statusReason }),
  };
  return { sample, options, detail: { ...sample.event.detail, ...defined({ capacityProviderName, overallStatus }), healthChecks: [changed] } };
}
