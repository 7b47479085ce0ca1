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
 * An event of Amazon ECS as EventBridge hears it, made from AWS's samples.
 *
 * What is given is put in everywhere it stands: the name of a cluster changes the ARNs of its services, tasks and instances as well. When the
 * sample is sent by an `EventBusSimulator`, account and Region are those of the simulated bus unless the sample says otherwise.
 *
 * Every factory throws an error if both a construct and a name are given for one thing, and if `eventName` is none that AWS sends in this detail type.
 *
 * @example
 * testing.SampleEvent.taskStateChange({ clusterName: 'prod', serviceName: 'web', exitCode: 137 });
 */
export class SampleEvent {
  /** The daemon event `DAEMON_TASK_START_IMPAIRED`: a daemon task cannot be started on a container instance. */
  public static daemonTaskStartImpaired(options: DaemonTaskStartImpairedSampleOptions = {}): SampleEvent {
    return SampleEvent.daemonServiceAction({ ...checkedSampleOptions('daemonTaskStartImpaired', options), eventName: DaemonServiceEvent.DAEMON_TASK_START_IMPAIRED });
  }

  /** The daemon event `DAEMON_DEPLOYMENT_ROLLBACK_FAILED`: the rollback of a daemon could not be completed. */
  public static daemonDeploymentRollbackFailed(options: DaemonDeploymentRollbackFailedSampleOptions = {}): SampleEvent {
    return SampleEvent.daemonDeploymentStateChange({ ...checkedSampleOptions('daemonDeploymentRollbackFailed', options), eventName: DaemonDeploymentEvent.DAEMON_DEPLOYMENT_ROLLBACK_FAILED });
  }

  /** The service event `SERVICE_TASK_PLACEMENT_FAILURE`: a task cannot be placed. */
  public static serviceTaskPlacementFailure(options: ServiceTaskPlacementFailureSampleOptions = {}): SampleEvent {
    return SampleEvent.serviceAction({ ...checkedSampleOptions('serviceTaskPlacementFailure', options), eventName: ServiceActionEvent.SERVICE_TASK_PLACEMENT_FAILURE });
  }

  /** An event of `ECS Daemon Service Action`. */
  public static daemonServiceAction(options: DaemonServiceActionSampleOptions = {}): SampleEvent {
    const checked = checkedSampleOptions('daemonServiceAction', options, 'DaemonServiceEvent');
    const { eventName, failureType, reason, capacityProviderName } = checked;
    return new SampleEvent(plainSpec(DAEMON_SERVICE_ACTION, eventName, checked, { failureType, reason, capacityProviderName }));
  }

  /** An event of `ECS Daemon Deployment State Change`. */
  public static daemonDeploymentStateChange(options: DaemonDeploymentStateChangeSampleOptions = {}): SampleEvent {
    const checked = checkedSampleOptions('daemonDeploymentStateChange', options, 'DaemonDeploymentEvent');
    return new SampleEvent(plainSpec(DAEMON_DEPLOYMENT_STATE_CHANGE, checked.eventName, checked));
  }

  /** An event of `ECS Service Action`. */
  public static serviceAction(options: ServiceActionSampleOptions = {}): SampleEvent {
    const checked = checkedSampleOptions('serviceAction', options, 'ServiceActionEvent');
    return new SampleEvent(serviceActionSpec(SERVICE_ACTION, checked));
  }

  /** An event of `ECS Deployment State Change`: the deployment of a service. */
  public static serviceDeploymentStateChange(options: ServiceDeploymentStateChangeSampleOptions = {}): SampleEvent {
    return new SampleEvent(deploymentSpec(SERVICE_DEPLOYMENT_STATE_CHANGE, checkedSampleOptions('serviceDeploymentStateChange', options, 'ServiceDeploymentEvent')));
  }

  /** An event of `ECS Hook State Change`. */
  public static hookStateChange(options: HookStateChangeSampleOptions = {}): SampleEvent {
    const checked = checkedSampleOptions('hookStateChange', options, 'HookEvent');
    const { eventName, lifecycleStage, hookType } = checked;
    return new SampleEvent(plainSpec(HOOK_STATE_CHANGE, eventName, checked, { lifecycleStage, hookType }));
  }

  /** An event of `ECS Container Instance Health Change`. */
  public static containerInstanceHealthChange(options: ContainerInstanceHealthChangeSampleOptions = {}): SampleEvent {
    const checked = checkedSampleOptions('containerInstanceHealthChange', options);
    return new SampleEvent(healthSpec(CONTAINER_INSTANCE_HEALTH_CHANGE, checked));
  }

  /** An event of `ECS Container Instance State Change`. */
  public static containerInstanceStateChange(options: ContainerInstanceStateChangeSampleOptions = {}): SampleEvent {
    const checked = checkedSampleOptions('containerInstanceStateChange', options);
    const { agentConnected, status } = checked;
    return new SampleEvent(plainSpec(CONTAINER_INSTANCE_STATE_CHANGE, undefined, checked, { agentConnected, status }));
  }

  /** An event of `ECS Task State Change`. */
  public static taskStateChange(options: TaskStateChangeSampleOptions = {}): SampleEvent {
    const checked = checkedSampleOptions('taskStateChange', options);
    return new SampleEvent(taskSpec(TASK_STATE_CHANGE, checked));
  }

  /** The samples that AWS prints on its pages, value for value. */
  public static awsSamples(): SampleEvent[] {
    return SampleEvent.all().filter(({ origin }) => origin === SampleOrigin.AWS);
  }

  /** A sample of every event that Amazon ECS sends, several of some. */
  public static all(): SampleEvent[] {
    const samples = CATALOG.flatMap(({ events }) => events.flatMap((entry) => [...entry.samples]));
    return samples.map((sample) => new SampleEvent({ sample, options: {}, detail: sample.event.detail }));
  }

  /**
   * Any event, sent exactly as given: account, Region and ARNs are not adapted to the bus.
   *
   * The way to send what AWS announces tomorrow, or what was really received. Throws an error if it is no object.
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

  /** One line that tells this sample from others of the same event. */
  public readonly title: string;

  /** The `detail-type` of the event. */
  public readonly detailType: string;

  /** The `detail.eventName` of the event; undefined if it has none. */
  public readonly eventName?: string;

  /** Where the sample comes from. */
  public readonly origin: SampleOrigin;

  private constructor(private readonly spec?: SampleSpec, private readonly json?: any) {
    const shown = spec === undefined ? json : { ...spec.sample.event, detail: { ...spec.detail, ...spec.options.detail } };
    this.detailType = String(shown['detail-type']);
    this.eventName = typeof shown.detail?.eventName === 'string' ? shown.detail.eventName : undefined;
    this.title = spec?.sample.title ?? this.eventName ?? this.detailType;
    this.origin = spec === undefined ? SampleOrigin.CUSTOM : originOf(spec);
  }

  /**
   * The event as it is without a simulator: AWS's sample, value for value, with what was given put in.
   *
   * Throws an error if a construct was given whose ARN is known only after synthesis.
   */
  public toJson(): { [field: string]: any } {
    return this._render(new LiteralTarget());
  }

  /** @internal */
  public _render(target: SampleTarget): any {
    return this.spec === undefined ? target.resolve(this.json) : renderSample(this.spec, target);
  }
}

/** Still AWS's own if everything that was given is as AWS prints it. */
function originOf({ sample, options }: SampleSpec): SampleOrigin {
  const isChanged = Object.entries(options).some(([name, value]) => value !== undefined && sample.event.detail[name] !== value);
  const origins = { aws: isChanged ? SampleOrigin.DERIVED : SampleOrigin.AWS, derived: SampleOrigin.DERIVED, composed: SampleOrigin.COMPOSED };
  return origins[sample.origin];
}
