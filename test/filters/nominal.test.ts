import * as library from '../../src';
import { DeploymentReason } from '../../src/filters/deployment-reason';
import { FailureReason } from '../../src/filters/failure-reason';
import { ServiceActionEvent } from '../../src/filters/service-action-event';
import { StoppedReason } from '../../src/filters/stopped-reason';
import { TaskStopCode } from '../../src/filters/task-stop-code';
import { checkMember } from '../../src/filters/value-class';
import { EcsEventPattern } from '../../src/patterns/ecs-event-pattern';

const { serviceAction, serviceDeploymentStateChange, taskStateChange } = EcsEventPattern;

describe('a constant of another class is an error when TypeScript compiles, and at run time', () => {
  test.each<[string, () => unknown, string]>([
    // @ts-expect-error: a stop code is not a reason
    ['stoppedReasons', () => taskStateChange({ stoppedReasons: [TaskStopCode.ESSENTIAL_CONTAINER_EXITED] }), 'expected a member of StoppedReason, got TaskStopCode "EssentialContainerExited"'],
    // @ts-expect-error: the reasons of service actions are not those of deployments
    ['reasons', () => serviceDeploymentStateChange({ reasons: [FailureReason.AGENT] }), 'expected a member of DeploymentReason, got FailureReason "AGENT"'],
    // @ts-expect-error: the reasons of deployments are not those of service actions
    ['reasons', () => serviceAction({ reasons: [DeploymentReason.CIRCUIT_BREAKER] }), 'expected a member of FailureReason, got DeploymentReason "ECS deployment circuit breaker:"'],
    // @ts-expect-error: a reason is not an event
    ['eventNames', () => serviceAction({ eventNames: [StoppedReason.SCALING_ACTIVITY] }), 'expected a member of ServiceActionEvent, got StoppedReason "Scaling activity initiated by"'],
    // @ts-expect-error: an event is not a reason
    ['excludedReasons', () => serviceAction({ excludedReasons: [ServiceActionEvent.TASKS_STOPPED] }), 'expected a member of FailureReason, got ServiceActionEvent "TASKS_STOPPED"'],
  ])('%s', (filter, create, problem) => {
    expect(create).toThrow(`${filter}[0]: ${problem}. Use a constant or a factory method of `);
  });
});

describe('each value class is a separate type', () => {
  const { ContainerInstanceHealthCheckType: { DAEMON }, ContainerInstanceHealthStatus: { OK } } = library;

  /** What TypeScript refuses to return, by the class that it would have to be of. */
  const MISTAKEN: Record<string, () => unknown> = {
    // @ts-expect-error: another class
    ContainerInstanceHealthCheckType: (): library.ContainerInstanceHealthCheckType => library.ContainerInstanceHealthStatus.OK,
    // @ts-expect-error: another class
    ContainerInstanceHealthStatus: (): library.ContainerInstanceHealthStatus => library.ContainerInstanceStatus.ACTIVE,
    // @ts-expect-error: another class
    ContainerInstanceStatus: (): library.ContainerInstanceStatus => library.DaemonDeploymentEvent.DAEMON_DEPLOYMENT_STOPPED,
    // @ts-expect-error: another class
    ContainerReason: (): library.ContainerReason => library.StoppedReason.MAINTENANCE,
    // @ts-expect-error: another class
    DaemonDeploymentEvent: (): library.DaemonDeploymentEvent => library.DaemonServiceEvent.DAEMON_TASK_START_IMPAIRED,
    // @ts-expect-error: another class
    DaemonServiceEvent: (): library.DaemonServiceEvent => library.DaemonTaskFailureType.TASK_CREATION_FAILED,
    // @ts-expect-error: another class
    DaemonTaskFailureType: (): library.DaemonTaskFailureType => library.DeploymentReason.CIRCUIT_BREAKER,
    // @ts-expect-error: another class
    DeploymentReason: (): library.DeploymentReason => library.FailureReason.AGENT,
    // @ts-expect-error: another class
    EcsFailure: (): library.EcsFailure => library.EcsFailureSeverity.CRITICAL,
    // @ts-expect-error: another class
    EcsFailureSeverity: (): library.EcsFailureSeverity => library.EcsFailure.TASK_PLACEMENT,
    // @ts-expect-error: another class
    FailureReason: (): library.FailureReason => library.HookEvent.HOOK_FAILED,
    // @ts-expect-error: another class
    HookEvent: (): library.HookEvent => library.HookLifecycleStage.PRE_SCALE_UP,
    // @ts-expect-error: another class
    HookLifecycleStage: (): library.HookLifecycleStage => library.HookType.PAUSE,
    // @ts-expect-error: another class
    HookType: (): library.HookType => library.ServiceActionEvent.TASKS_STOPPED,
    // @ts-expect-error: another class
    ServiceActionEvent: (): library.ServiceActionEvent => library.ServiceActionEventType.WARN,
    // @ts-expect-error: another class
    ServiceActionEventType: (): library.ServiceActionEventType => library.ServiceDeploymentEvent.SERVICE_DEPLOYMENT_FAILED,
    // @ts-expect-error: another class
    ServiceDeploymentEvent: (): library.ServiceDeploymentEvent => library.StoppedReason.SCALING_ACTIVITY,
    // @ts-expect-error: another class
    StoppedReason: (): library.StoppedReason => library.TaskLastStatus.STOPPED,
    // @ts-expect-error: another class
    TaskLastStatus: (): library.TaskLastStatus => library.TaskLaunchType.EC2,
    // @ts-expect-error: another class
    TaskLaunchType: (): library.TaskLaunchType => library.TaskStopCode.USER_INITIATED,
    // @ts-expect-error: another class
    TaskStopCode: (): library.TaskStopCode => library.ContainerInstanceHealthCheckType.DAEMON,
    // @ts-expect-error: a class with the same shape is still another one
    ContainerInstanceHealthCheck: (): library.ContainerInstanceHealthCheck => ({ _type: DAEMON, _status: OK }),
    // @ts-expect-error: a class with the same shape is still another one
    ExitCode: (): library.ExitCode => ({ _code: 1 }),
  };

  const valueClasses = Object.entries(library).filter(([, type]) => typeof type === 'function' && Object.values(type).some((member) => member instanceof type)).map(([name]) => name);

  let copy: Record<string, Record<string, object>>;
  beforeAll(() => jest.isolateModules(() => {
    copy = jest.requireActual('../../src');
  }));

  test.each([...valueClasses, 'ContainerInstanceHealthCheck', 'ExitCode'])('%s', (name) => {
    expect(() => checkMember('value', MISTAKEN[name](), name)).toThrow(`value: expected a member of ${name}, got `);
  });

  test.each(valueClasses)('%s: its members are recognized, of another copy of the library too', (name) => {
    const type = library[name as keyof typeof library] as unknown as Record<string, { readonly value: string }>;
    const member = Object.values(type)[0];

    const other = Object.values(copy[name])[0];

    expect(other).not.toBeInstanceOf(type);
    [member, other].forEach((each) => expect(() => checkMember('value', each, name)).not.toThrow());
  });
});
