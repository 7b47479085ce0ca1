import { SampleOrigin } from './samples';
import type {
  ContainerInstanceHealthChangeSampleOptions, ContainerInstanceStateChangeSampleOptions, DaemonDeploymentRollbackFailedSampleOptions,
  DaemonDeploymentStateChangeSampleOptions, DaemonServiceActionSampleOptions, DaemonTaskStartImpairedSampleOptions,
  HookStateChangeSampleOptions, ServiceActionSampleOptions, ServiceDeploymentStateChangeSampleOptions,
  ServiceTaskPlacementFailureSampleOptions, TaskStateChangeSampleOptions,
} from './samples';
import { CATALOG } from '../events/catalog';
import { CONTAINER_INSTANCE_HEALTH_CHANGE } from '../events/container-instance-health-change';
import { CONTAINER_INSTANCE_STATE_CHANGE } from '../events/container-instance-state-change';
import { DAEMON_DEPLOYMENT_STATE_CHANGE } from '../events/daemon-deployment-state-change';
import { DAEMON_SERVICE_ACTION } from '../events/daemon-service-action';
import { HOOK_STATE_CHANGE } from '../events/hook-state-change';
import { SERVICE_ACTION } from '../events/service-action';
import { SERVICE_DEPLOYMENT_STATE_CHANGE } from '../events/service-deployment-state-change';
import { TASK_STATE_CHANGE } from '../events/task-state-change';
import { DaemonDeploymentEvent } from '../filters/daemon-deployment-event';
import { DaemonServiceEvent } from '../filters/daemon-service-event';
import { ServiceActionEvent } from '../filters/service-action-event';
import { checkJson } from '../validation/json';
import { checkKind, STRUCT } from '../validation/kinds';
import { located } from '../validation/validation-error';
import { checkedSampleOptions } from './samples/checked-options';
import { renderSample } from './samples/sample-spec';
import type { SampleSpec } from './samples/sample-spec';
import { LiteralTarget } from './samples/sample-target';
import type { SampleTarget } from './samples/sample-target';
import { deploymentSpec, healthSpec, plainSpec, serviceActionSpec } from './samples/spec-factories';
import { taskSpec } from './samples/task-spec';

/**
 * An Amazon ECS event as EventBridge receives it, based on the sample events of AWS.
 *
 * An option changes every occurrence of its value: the name of a cluster also changes the ARNs of its services, tasks and instances. When an
 * `EventBusSimulator` sends the sample, the account and the Region are those of the simulated bus unless the sample specifies them.
 *
 * Every factory throws an error if the options contain both a construct and its name, or an `eventName` that AWS does not send in this detail type.
 *
 * @example
 * testing.SampleEvent.taskStateChange({ clusterName: 'prod', serviceName: 'web', exitCode: 137 });
 */
export class SampleEvent {
  /** Creates a `DAEMON_TASK_START_IMPAIRED` event: a daemon task cannot be started on a container instance. */
  public static daemonTaskStartImpaired(options: DaemonTaskStartImpairedSampleOptions = {}): SampleEvent {
    return SampleEvent.daemonServiceAction({ ...checkedSampleOptions('daemonTaskStartImpaired', options), eventName: DaemonServiceEvent.DAEMON_TASK_START_IMPAIRED });
  }

  /** Creates a `DAEMON_DEPLOYMENT_ROLLBACK_FAILED` event: the rollback of a daemon could not be completed. */
  public static daemonDeploymentRollbackFailed(options: DaemonDeploymentRollbackFailedSampleOptions = {}): SampleEvent {
    return SampleEvent.daemonDeploymentStateChange({ ...checkedSampleOptions('daemonDeploymentRollbackFailed', options), eventName: DaemonDeploymentEvent.DAEMON_DEPLOYMENT_ROLLBACK_FAILED });
  }

  /** Creates a `SERVICE_TASK_PLACEMENT_FAILURE` event: a task of a service cannot be placed. */
  public static serviceTaskPlacementFailure(options: ServiceTaskPlacementFailureSampleOptions = {}): SampleEvent {
    return SampleEvent.serviceAction({ ...checkedSampleOptions('serviceTaskPlacementFailure', options), eventName: ServiceActionEvent.SERVICE_TASK_PLACEMENT_FAILURE });
  }

  /** Creates an `ECS Daemon Service Action` event. */
  public static daemonServiceAction(options: DaemonServiceActionSampleOptions = {}): SampleEvent {
    const checked = checkedSampleOptions('daemonServiceAction', options, 'DaemonServiceEvent');
    const { eventName, failureType, reason, capacityProviderName } = checked;
    return new SampleEvent(plainSpec(DAEMON_SERVICE_ACTION, eventName, checked, { failureType, reason, capacityProviderName }));
  }

  /** Creates an `ECS Daemon Deployment State Change` event. */
  public static daemonDeploymentStateChange(options: DaemonDeploymentStateChangeSampleOptions = {}): SampleEvent {
    const checked = checkedSampleOptions('daemonDeploymentStateChange', options, 'DaemonDeploymentEvent');
    return new SampleEvent(plainSpec(DAEMON_DEPLOYMENT_STATE_CHANGE, checked.eventName, checked));
  }

  /** Creates an `ECS Service Action` event. */
  public static serviceAction(options: ServiceActionSampleOptions = {}): SampleEvent {
    const checked = checkedSampleOptions('serviceAction', options, 'ServiceActionEvent');
    return new SampleEvent(serviceActionSpec(SERVICE_ACTION, checked));
  }

  /** Creates an `ECS Deployment State Change` event, which is about the deployment of a service. */
  public static serviceDeploymentStateChange(options: ServiceDeploymentStateChangeSampleOptions = {}): SampleEvent {
    return new SampleEvent(deploymentSpec(SERVICE_DEPLOYMENT_STATE_CHANGE, checkedSampleOptions('serviceDeploymentStateChange', options, 'ServiceDeploymentEvent')));
  }

  /** Creates an `ECS Hook State Change` event. */
  public static hookStateChange(options: HookStateChangeSampleOptions = {}): SampleEvent {
    const checked = checkedSampleOptions('hookStateChange', options, 'HookEvent');
    const { eventName, lifecycleStage, hookType } = checked;
    return new SampleEvent(plainSpec(HOOK_STATE_CHANGE, eventName, checked, { lifecycleStage, hookType }));
  }

  /** Creates an `ECS Container Instance Health Change` event. */
  public static containerInstanceHealthChange(options: ContainerInstanceHealthChangeSampleOptions = {}): SampleEvent {
    const checked = checkedSampleOptions('containerInstanceHealthChange', options);
    return new SampleEvent(healthSpec(CONTAINER_INSTANCE_HEALTH_CHANGE, checked));
  }

  /** Creates an `ECS Container Instance State Change` event. */
  public static containerInstanceStateChange(options: ContainerInstanceStateChangeSampleOptions = {}): SampleEvent {
    const checked = checkedSampleOptions('containerInstanceStateChange', options);
    const { agentConnected, status } = checked;
    return new SampleEvent(plainSpec(CONTAINER_INSTANCE_STATE_CHANGE, undefined, checked, { agentConnected, status }));
  }

  /** Creates an `ECS Task State Change` event. */
  public static taskStateChange(options: TaskStateChangeSampleOptions = {}): SampleEvent {
    const checked = checkedSampleOptions('taskStateChange', options);
    return new SampleEvent(taskSpec(TASK_STATE_CHANGE, checked));
  }

  /** Returns the sample events that AWS publishes in its documentation, unmodified. */
  public static awsSamples(): SampleEvent[] {
    return SampleEvent.all().filter(({ origin }) => origin === SampleOrigin.AWS);
  }

  /** Returns at least one sample of every event that Amazon ECS sends. */
  public static all(): SampleEvent[] {
    const samples = CATALOG.flatMap(({ events }) => events.flatMap((entry) => [...entry.samples]));
    return samples.map((sample) => new SampleEvent({ sample, options: {}, detail: sample.event.detail }));
  }

  /**
   * Creates a sample from any event, which is sent unmodified: account, Region and ARNs are not adapted to the bus.
   *
   * Use it for events that the library does not support yet, and for events that you received. Throws an error if the value is not an object.
   *
   * @param json the event as an object, with `detail-type`, `source` and so on
   * @example
   * testing.SampleEvent.fromJson({ 'source': 'aws.ecs', 'detail-type': 'ECS Something New', 'resources': [], 'detail': {} });
   */
  public static fromJson(json: { [field: string]: any }): SampleEvent {
    located('SampleEvent.fromJson', () => {
      checkKind('json', json, STRUCT);
      checkJson('json', json);
    });
    return new SampleEvent(undefined, json);
  }

  /** The title, which distinguishes this sample from others of the same event. */
  public readonly title: string;

  /** The `detail-type` of the event. */
  public readonly detailType: string;

  /** The `detail.eventName` of the event; undefined if it has none. */
  public readonly eventName?: string;

  /** The origin of the sample. */
  public readonly origin: SampleOrigin;

  private constructor(private readonly spec?: SampleSpec, private readonly json?: any) {
    const shown = spec === undefined ? json : { ...spec.sample.event, detail: { ...spec.detail, ...spec.options.detail } };
    this.detailType = String(shown['detail-type']);
    this.eventName = typeof shown.detail?.eventName === 'string' ? shown.detail.eventName : undefined;
    this.title = spec?.sample.title ?? this.eventName ?? this.detailType;
    this.origin = spec === undefined ? SampleOrigin.CUSTOM : originOf(spec);
  }

  /**
   * Returns the event without a simulator: the sample of AWS with the options applied.
   *
   * Throws an error if the options contain a construct whose ARN is known only after synthesis.
   */
  public toJson(): { [field: string]: any } {
    return this._render(new LiteralTarget());
  }

  /** @internal */
  public _render(target: SampleTarget): any {
    return this.spec === undefined ? target.resolve(this.json) : renderSample(this.spec, target);
  }
}

/** The origin is still AWS if all options have the values of AWS's sample. */
function originOf({ sample, options }: SampleSpec): SampleOrigin {
  const isChanged = Object.entries(options).some(([name, value]) => value !== undefined && sample.event.detail[name] !== value);
  const origins = { aws: isChanged ? SampleOrigin.DERIVED : SampleOrigin.AWS, derived: SampleOrigin.DERIVED, composed: SampleOrigin.COMPOSED };
  return origins[sample.origin];
}
