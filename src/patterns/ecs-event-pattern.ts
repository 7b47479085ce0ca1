import type { CfnService } from 'aws-cdk-lib/aws-ecs';
import type * as events from 'aws-cdk-lib/aws-events';
import type { IConstruct } from 'constructs';
import type { PatternJson } from './conditions/condition';
import { crossEnvironmentReferences } from './cross-environment-references';
import { dividedByPresence } from './divided-by-presence';
import { eventPatternStruct } from './event-pattern-struct';
import type { AlertedService } from './failure-alerts';
import { servicesWithFailureAlert } from './failure-alerts';
import { manyRules } from './many-rules';
import { checkOverlap } from './overlap';
import type { Part, PartSource } from './part';
import { joinDetailTypes, partOf, render } from './part';
import { partSource } from './part-source';
import type { PatternFactoryName } from './pattern-factories';
import { DEPLOYED_ENVIRONMENT, environmentOf } from './references/environment';
import type { Environment } from './references/environment';
import { split } from './split';
import type { DetailMatchers } from '../events/failures';
import type { Filters } from '../filters/any-filters';
import type { ContainerInstanceHealthChangeFilters, ContainerInstanceStateChangeFilters } from '../filters/container-instance-filters';
import type { DaemonDeploymentRollbackFailedFilters, DaemonDeploymentStateChangeFilters, DaemonServiceActionFilters, DaemonTaskStartImpairedFilters } from '../filters/daemon-filters';
import type { HookStateChangeFilters, ServiceActionFilters, ServiceDeploymentStateChangeFilters, ServiceTaskPlacementFailureFilters } from '../filters/service-filters';
import type { TaskStateChangeFilters } from '../filters/task-filters';
import type { Finding } from '../validation/findings/finding';
import { ValidationError, located, show } from '../validation/validation-error';

/** The pattern of a rule, in addition to its filters. */
interface RuleOptions {
  /** The conditions on `detail`, of which an event meets at least one. */
  readonly alternatives?: readonly DetailMatchers[];
  /** The path of a field by whose presence the pattern is divided. */
  readonly presenceOf?: string;
}

/** A pattern as compiled for one environment. */
interface CompiledPatterns {
  readonly patterns: readonly PatternJson[];
  readonly findings: readonly Finding[];
}

/**
 * An event pattern for Amazon ECS events. It is immutable, belongs to no stack, and can be used in any number of rules and archives.
 *
 * Filters are combined with AND, and the values of one filter with OR. A filter that is omitted matches everything. Names are composed into ARNs for
 * the environment in which the pattern is used. Every factory throws an error for filters that no event can match: an empty list, a name that
 * cannot exist, an event that this detail type does not send, or two filters that exclude each other.
 *
 * @example
 * declare const cluster: ecs.ICluster;
 * new events.Rule(this, 'Own', {
 *   eventPattern: EcsEventPattern.daemonServiceAction({ clusters: [cluster] }).toEventPattern(),
 * });
 */
export class EcsEventPattern {
  /**
   * Matches `DAEMON_TASK_START_IMPAIRED` events: a daemon task could not be started on a container instance (`ECS Daemon Service Action`).
   *
   * @see https://docs.aws.amazon.com/AmazonECS/latest/developerguide/managed-daemons-events.html
   * @example
   * EcsEventPattern.daemonTaskStartImpaired({ clusterNames: ['prod'], failureTypes: [DaemonTaskFailureType.TASK_CREATION_FAILED] });
   */
  public static daemonTaskStartImpaired(filters: DaemonTaskStartImpairedFilters = {}): EcsEventPattern {
    return EcsEventPattern.of('daemonTaskStartImpaired', filters);
  }

  /**
   * Matches `DAEMON_DEPLOYMENT_ROLLBACK_FAILED` events: a daemon deployment failed and could not be rolled back (`ECS Daemon Deployment State Change`).
   *
   * @see https://docs.aws.amazon.com/AmazonECS/latest/developerguide/managed-daemons-events.html
   * @example
   * EcsEventPattern.daemonDeploymentRollbackFailed({ clusterNames: ['prod'], daemonNames: ['log-agent'] });
   */
  public static daemonDeploymentRollbackFailed(filters: DaemonDeploymentRollbackFailedFilters = {}): EcsEventPattern {
    return EcsEventPattern.of('daemonDeploymentRollbackFailed', filters);
  }

  /**
   * Matches `SERVICE_TASK_PLACEMENT_FAILURE` events: a task of a service could not be placed (`ECS Service Action`).
   *
   * @see https://docs.aws.amazon.com/AmazonECS/latest/developerguide/ecs_service_events.html
   * @example
   * EcsEventPattern.serviceTaskPlacementFailure({ clusterNames: ['prod'], reasons: [FailureReason.RESOURCE_FARGATE] });
   */
  public static serviceTaskPlacementFailure(filters: ServiceTaskPlacementFailureFilters = {}): EcsEventPattern {
    return EcsEventPattern.of('serviceTaskPlacementFailure', filters);
  }

  /**
   * Matches events about starting daemon tasks (`ECS Daemon Service Action`).
   *
   * @see https://docs.aws.amazon.com/AmazonECS/latest/developerguide/managed-daemons-events.html
   * @example
   * EcsEventPattern.daemonServiceAction({ clusterNames: ['prod'], capacityProviderNames: ['gpu'] });
   */
  public static daemonServiceAction(filters: DaemonServiceActionFilters = {}): EcsEventPattern {
    return EcsEventPattern.of('daemonServiceAction', filters);
  }

  /**
   * Matches state changes of daemon deployments (`ECS Daemon Deployment State Change`).
   *
   * Filter by event name, because every failure except `DAEMON_DEPLOYMENT_ROLLBACK_FAILED` has the severity `INFO`.
   *
   * @see https://docs.aws.amazon.com/AmazonECS/latest/developerguide/managed-daemons-events.html
   * @example
   * EcsEventPattern.daemonDeploymentStateChange({ eventNames: [DaemonDeploymentEvent.DAEMON_DEPLOYMENT_STOP_REQUESTED] });
   */
  public static daemonDeploymentStateChange(filters: DaemonDeploymentStateChangeFilters = {}): EcsEventPattern {
    return EcsEventPattern.of('daemonDeploymentStateChange', filters);
  }

  /**
   * Matches actions of the service scheduler, and its failures (`ECS Service Action`).
   *
   * @see https://docs.aws.amazon.com/AmazonECS/latest/developerguide/ecs_service_events.html
   * @example
   * EcsEventPattern.serviceAction({ clusterNames: ['prod'], eventTypes: [ServiceActionEventType.WARN, ServiceActionEventType.ERROR] });
   */
  public static serviceAction(filters: ServiceActionFilters = {}): EcsEventPattern {
    return EcsEventPattern.of('serviceAction', filters);
  }

  /**
   * Matches state changes of service deployments (`ECS Deployment State Change`).
   *
   * Amazon ECS sends `SERVICE_DEPLOYMENT_FAILED` only for services with the deployment circuit breaker or a deployment alarm.
   *
   * @see https://docs.aws.amazon.com/AmazonECS/latest/developerguide/ecs_service_deployment_events.html
   * @example
   * EcsEventPattern.serviceDeploymentStateChange({ eventNames: [ServiceDeploymentEvent.SERVICE_DEPLOYMENT_FAILED] });
   */
  public static serviceDeploymentStateChange(filters: ServiceDeploymentStateChangeFilters = {}): EcsEventPattern {
    return EcsEventPattern.of('serviceDeploymentStateChange', filters);
  }

  /**
   * Matches state changes of the lifecycle hooks of service deployments (`ECS Hook State Change`).
   *
   * @see https://docs.aws.amazon.com/AmazonECS/latest/developerguide/ecs_hook_state_change_events.html
   * @example
   * EcsEventPattern.hookStateChange({ clusterNames: ['prod'], eventNames: [HookEvent.HOOK_AWAITING_ACTION] });
   */
  public static hookStateChange(filters: HookStateChangeFilters = {}): EcsEventPattern {
    return EcsEventPattern.of('hookStateChange', filters);
  }

  /**
   * Matches health changes of container instances (`ECS Container Instance Health Change`).
   *
   * @see https://docs.aws.amazon.com/AmazonECS/latest/developerguide/ecs_container_instance_health_events.html
   * @example
   * EcsEventPattern.containerInstanceHealthChange({ healthChecks: [ContainerInstanceHealthCheck.impaired(ContainerInstanceHealthCheckType.DAEMON)] });
   */
  public static containerInstanceHealthChange(filters: ContainerInstanceHealthChangeFilters = {}): EcsEventPattern {
    return EcsEventPattern.of('containerInstanceHealthChange', filters);
  }

  /**
   * Matches state changes of container instances (`ECS Container Instance State Change`).
   *
   * @see https://docs.aws.amazon.com/AmazonECS/latest/developerguide/ecs_container_instance_events.html
   * @example
   * EcsEventPattern.containerInstanceStateChange({ statuses: [ContainerInstanceStatus.REGISTRATION_FAILED] });
   */
  public static containerInstanceStateChange(filters: ContainerInstanceStateChangeFilters = {}): EcsEventPattern {
    return EcsEventPattern.of('containerInstanceStateChange', filters);
  }

  /**
   * Matches state changes of tasks (`ECS Task State Change`).
   *
   * @see https://docs.aws.amazon.com/AmazonECS/latest/developerguide/ecs_task_events.html
   * @example
   * // Excludes tasks that a scale-in or a deployment stops, which exit with 137 or 143.
   * EcsEventPattern.taskStateChange({
   *   clusterNames: ['prod'],
   *   lastStatuses: [TaskLastStatus.STOPPED],
   *   stopCodes: [TaskStopCode.ESSENTIAL_CONTAINER_EXITED],
   *   exitCodes: [ExitCode.nonZero()],
   * });
   */
  public static taskStateChange(filters: TaskStateChangeFilters = {}): EcsEventPattern {
    return EcsEventPattern.of('taskStateChange', filters);
  }

  /**
   * Matches events that match any of the patterns.
   *
   * Throws an error if there is no pattern, or if two patterns can match the same event, which would be delivered twice.
   *
   * @param patterns at least one
   * @example
   * EcsEventPattern.anyOf(
   *   EcsEventPattern.serviceAction({ clusterNames: ['prod'], eventTypes: [ServiceActionEventType.ERROR] }),
   *   EcsEventPattern.serviceDeploymentStateChange({ clusterNames: ['prod'], eventNames: [ServiceDeploymentEvent.SERVICE_DEPLOYMENT_FAILED] }),
   * );
   */
  public static anyOf(...patterns: EcsEventPattern[]): EcsEventPattern {
    return located('EcsEventPattern.anyOf', () => new EcsEventPattern(patterns.flatMap((pattern, i) => {
      if (!(pattern instanceof EcsEventPattern)) {
        throw new ValidationError({ prop: `patterns[${i}]`, problem: `expected a pattern, got ${show(pattern)}`, resolution: 'Pass a pattern from a factory method of EcsEventPattern' });
      }
      return pattern.sources;
    })));
  }

  /**
   * A pattern for a rule that is created at once: checked for the place of the rule, so that its parts are found once. It fails as the factory does.
   *
   * @internal
   */
  public static _forRule(
    scope: IConstruct, factory: PatternFactoryName, filters: Filters, { alternatives, presenceOf }: RuleOptions = {},
  ): EcsEventPattern {
    const sources = () => {
      const whole = [{ ...partSource(factory, filters), alternatives }];
      return presenceOf === undefined ? whole : dividedByPresence(whole, presenceOf);
    };
    try {
      return new EcsEventPattern(sources(), environmentOf(scope));
    } catch {
      return located(`EcsEventPattern.${factory}`, () => new EcsEventPattern(sources()));
    }
  }

  private static of(factory: PatternFactoryName, filters: Filters): EcsEventPattern {
    return located(`EcsEventPattern.${factory}`, () => new EcsEventPattern([partSource(factory, filters)]));
  }

  /** The parts that the first rule gets, and for which place. */
  private checked?: { readonly environment: Environment; readonly parts: readonly Part[] };

  private constructor(private readonly sources: readonly PartSource[], environment?: Environment) {
    if (sources.length === 0) {
      throw new ValidationError({ prop: 'patterns', problem: 'expected at least one pattern, got none', resolution: 'Pass at least one pattern' });
    }
    const parts = this.partsIn(environment ?? DEPLOYED_ENVIRONMENT);
    checkOverlap(parts);
    this.checked = environment && { environment, parts };
  }

  /**
   * Divides the pattern into events that have a field and events that lack it. Each event matches one of the two parts, and a rule for the pattern becomes
   * one rule for each part, so that a chat notification shows the field in every event that has it.
   *
   * Throws an error if the field is a list or an object, or if no event of the pattern has the field.
   *
   * @param path the path of the field, such as `detail.stoppedReason`
   * @example
   * EcsEventPattern.taskStateChange({ lastStatuses: [TaskLastStatus.STOPPED] }).dividedByPresence('detail.stoppedReason');
   */
  public dividedByPresence(path: string): EcsEventPattern {
    return new EcsEventPattern(dividedByPresence(this.sources, path));
  }

  /**
   * Returns the pattern for a custom rule or an archive of the CDK. Each call returns a copy.
   *
   * Throws an error if one event pattern is not enough: for detail types with different filters, or for more than 2,048 characters. Use `toEventPatterns()` then.
   */
  public toEventPattern(): events.EventPattern {
    const patterns = this.toEventPatterns();
    if (patterns.length > 1) {
      throw new ValidationError({
        prop: 'toEventPattern()',
        problem: `one event pattern is not enough, got ${patterns.length}: the detail types have different filters, or one pattern would be too long`,
        resolution: 'Use toEventPatterns() with one rule for each pattern, or EcsEventRule, which creates these rules',
      }, 'EcsEventPattern');
    }
    return patterns[0];
  }

  /**
   * Returns the patterns that together match each of the events once. Each call returns copies.
   *
   * Throws an error if the pattern is too long and cannot be divided.
   */
  public toEventPatterns(): events.EventPattern[] {
    return located('EcsEventPattern', () => this._render(DEPLOYED_ENVIRONMENT)).map(eventPatternStruct);
  }

  /**
   * The patterns for one environment, each short enough for a rule, and the findings.
   *
   * @internal
   */
  public _compile(environment: Environment): CompiledPatterns {
    const parts = this.checkedParts(environment) ?? this.partsIn(environment);
    const overlaps = checkOverlap(parts);
    const divided = joinDetailTypes(parts).map((part) => ({ part, rules: split(part, environment) }));
    return {
      patterns: divided.flatMap(({ rules }) => rules.map(render)),
      findings: [...parts.flatMap(({ findings }) => findings), ...overlaps, ...divided.flatMap(({ part, rules }) => manyRules(part, rules.length))],
    };
  }

  /**
   * The patterns for one environment, each short enough for a rule.
   *
   * @internal
   */
  public _render(environment: Environment): readonly PatternJson[] {
    return this._compile(environment).patterns;
  }

  /**
   * The findings for one environment.
   *
   * @internal
   */
  public _findings(environment: Environment): readonly Finding[] {
    return this._compile(environment).findings;
  }

  /**
   * The services whose failed deployments the pattern matches.
   *
   * @internal
   */
  public _servicesWithFailureAlert(environment: Environment, candidates: () => readonly CfnService[]): readonly AlertedService[] {
    return this.sources.flatMap((source) => servicesWithFailureAlert(source, environment, candidates));
  }

  /**
   * The paths of clusters, services and daemons that the app creates in another account or Region than the rule.
   *
   * @internal
   */
  public _crossEnvironmentReferences(environment: Environment): readonly string[] {
    return this.sources.flatMap((source) => crossEnvironmentReferences(source, environment));
  }

  /** Only for the first rule: what clusters and services are called may have changed when there is another. */
  private checkedParts({ partition, account, region }: Environment): readonly Part[] | undefined {
    const { checked } = this;
    this.checked = undefined;
    const place = checked?.environment;
    return place?.partition === partition && place.account === account && place.region === region ? checked!.parts : undefined;
  }

  private partsIn(environment: Environment): Part[] {
    return this.sources.map((source) => partOf(source, environment));
  }
}
