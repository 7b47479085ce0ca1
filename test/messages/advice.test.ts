import { BoundMessage } from './bound-message';
import { ContainerInstanceHealthStatus } from '../../src/filters/container-instance-health-status';
import { ContainerInstanceStatus } from '../../src/filters/container-instance-status';
import { DaemonDeploymentEvent } from '../../src/filters/daemon-deployment-event';
import { DaemonTaskFailureType } from '../../src/filters/daemon-task-failure-type';
import { FailureReason } from '../../src/filters/failure-reason';
import { HookEvent } from '../../src/filters/hook-event';
import { ServiceActionEvent } from '../../src/filters/service-action-event';
import { ServiceDeploymentEvent } from '../../src/filters/service-deployment-event';
import { StoppedReason } from '../../src/filters/stopped-reason';
import { TaskLastStatus } from '../../src/filters/task-last-status';
import { TaskStopCode } from '../../src/filters/task-stop-code';
import { EcsEventPattern } from '../../src/patterns/ecs-event-pattern';

/** What the person on call reads about the events of a pattern. */
function textOf(pattern: EcsEventPattern): string {
  return BoundMessage.of(pattern.toEventPattern()).lines.join('\n');
}

function checksOf(pattern: EcsEventPattern): string[] {
  return textOf(pattern).split('\n').filter((line) => line.startsWith('Check: '));
}

const daemonDeployment = (name: DaemonDeploymentEvent) => textOf(EcsEventPattern.daemonDeploymentStateChange({ eventNames: [name] }));
const hook = (name: HookEvent) => textOf(EcsEventPattern.hookStateChange({ eventNames: [name] }));
const action = (name: ServiceActionEvent) => textOf(EcsEventPattern.serviceAction({ eventNames: [name] }));
const deployment = (name: ServiceDeploymentEvent) => textOf(EcsEventPattern.serviceDeploymentStateChange({ eventNames: [name] }));

describe('a daemon', () => {
  test('that cannot start: only a non-critical one leaves the instance running', () => {
    const text = textOf(EcsEventPattern.daemonTaskStartImpaired());
    expect(text).toMatch(/Critical daemon \(the default\): application tasks wait, and ECS drains and replaces the instance\. Non-critical: the instance runs without it\./);
  });

  test('whose task failed: the command shows the task, not the instance', () => {
    const text = textOf(EcsEventPattern.daemonTaskStartImpaired({ failureTypes: [DaemonTaskFailureType.TASK_FAILED_TO_RUN] }));
    expect(text).toContain('Command: aws ecs describe-tasks ');
    expect(text).toContain('--tasks <taskArn>');
    expect(text).not.toContain('describe-container-instances');
  });

  test('whose task could not be created: the command shows the instance', () => {
    const text = textOf(EcsEventPattern.daemonTaskStartImpaired({ failureTypes: [DaemonTaskFailureType.TASK_CREATION_FAILED] }));
    expect(text).toContain('Command: aws ecs describe-container-instances ');
    expect(text).not.toContain('describe-tasks');
  });

  test('that is deployed: in batches, with replacement instances', () => {
    expect(daemonDeployment(DaemonDeploymentEvent.DAEMON_DEPLOYMENT_IN_PROGRESS)).toMatch(/drains instances in batches \(drainPercent, 25 by default\) and provisions replacement instances/);
  });

  test('whose deployment is being stopped: tasks, an alarm, or a newer deployment, because no one can stop it by API', () => {
    const text = daemonDeployment(DaemonDeploymentEvent.DAEMON_DEPLOYMENT_STOP_REQUESTED);
    expect(text).toMatch(/No one can stop a daemon deployment through the API/);
    expect(text).toMatch(/DAEMON_TASK_START_IMPAIRED/);
    expect(text).toMatch(/alarm of the deployment fire, during the deployment or its bake time/);
    expect(text).toMatch(/newer deployment/);
  });

  test('that could not be rolled back: the command shows the daemon', () => {
    expect(daemonDeployment(DaemonDeploymentEvent.DAEMON_DEPLOYMENT_ROLLBACK_FAILED)).toMatch(/Command: aws ecs describe-daemon --region \S+ --daemon-arn <daemonArn>/);
  });
});

describe('a container instance', () => {
  test('that is draining: service tasks move within their limits, standalone tasks stay', () => {
    const text = textOf(EcsEventPattern.containerInstanceStateChange({ statuses: [ContainerInstanceStatus.DRAINING] }));
    expect(text).toMatch(/service tasks are replaced within minimum and maximum percent\. Standalone tasks stay/);
  });

  test('that is impaired: who replaces it, and how to drain it', () => {
    const text = textOf(EcsEventPattern.containerInstanceHealthChange({ overallStatuses: [ContainerInstanceHealthStatus.IMPAIRED] }));
    expect(text).toMatch(/Managed Instances are drained and replaced if auto repair is enabled \(the default\)\. On EC2, drain the instance yourself/);
    expect(text).toMatch(/aws ecs update-container-instances-state .* --status DRAINING/);
  });

  test('with an impaired daemon: one that crashed later had no event of its start', () => {
    const text = textOf(EcsEventPattern.containerInstanceHealthChange({ overallStatuses: [ContainerInstanceHealthStatus.IMPAIRED] }));
    expect(text).toMatch(/If it crashed after it had started, no DAEMON_TASK_START_IMPAIRED came before/);
  });
});

describe('a lifecycle hook', () => {
  test('that succeeded: the next stage waits for all hooks, stages repeat, and rollbacks run hooks', () => {
    const text = hook(HookEvent.HOOK_SUCCEEDED);
    expect(text).toMatch(/after all hooks of this one/);
    expect(text).toMatch(/Linear and canary deployments repeat stages, and hooks of traffic shifts also run in rollbacks/);
  });

  test.each([
    ['failed', HookEvent.HOOK_FAILED, /Pause hook: someone chose to roll back/, /Lambda hook: the function returned FAILED or no valid hookStatus, or it failed/],
    ['timed out', HookEvent.HOOK_TIMED_OUT, /Pause hook: no one acted in time/, /Lambda hook: the function returned neither SUCCEEDED nor FAILED in time/],
  ])('that %s: pause hooks and Lambda hooks differ', (_what, name, pause, lambda) => {
    expect(hook(name)).toMatch(pause);
    expect(hook(name)).toMatch(lambda);
  });

  test('that timed out: what follows is configured, and the event does not say it', () => {
    expect(hook(HookEvent.HOOK_TIMED_OUT)).toMatch(/rolls back, which is the default, or continues, as the hook configures it\. The event does not say which/);
  });

  test('that awaits action: two complete commands, neither of which can be pasted as a pipe', () => {
    const commands = hook(HookEvent.HOOK_AWAITING_ACTION).split('\n').filter((line) => line.includes('continue-service-deployment'));
    expect(commands).toEqual([
      expect.stringMatching(/--service-deployment-arn <serviceDeploymentArn> --hook-id <hookId> --action CONTINUE$/),
      expect.stringMatching(/--service-deployment-arn <serviceDeploymentArn> --hook-id <hookId> --action ROLLBACK$/),
    ]);
    expect(commands.join('')).not.toContain('|');
  });
});

describe('a service', () => {
  test('whose health is unknown: a permission boundary concerns custom roles only', () => {
    expect(action(ServiceActionEvent.SERVICE_HEALTH_UNKNOWN)).toMatch(/Custom service role or infrastructure role: .* Neither limits a service-linked role/);
  });

  test.each([
    ['ECS Deployment State Change', () => deployment(ServiceDeploymentEvent.SERVICE_DEPLOYMENT_FAILED)],
    ['ECS Service Action', () => action(ServiceActionEvent.SERVICE_DEPLOYMENT_FAILED)],
  ])('whose deployment failed, in %s: when it rolls back, and what fails blue/green deployments', (_detailType, text) => {
    expect(text()).toMatch(/rolls back only if a rollback is configured and an earlier deployment completed/);
    expect(text()).toMatch(/In blue\/green deployments, did a hook fail or a stage last 24 hours/);
  });

  test('whose deployment runs badly: how it is stopped', () => {
    expect(deployment(ServiceDeploymentEvent.SERVICE_DEPLOYMENT_IN_PROGRESS)).toMatch(/aws ecs stop-service-deployment --stop-type ROLLBACK/);
  });

  test('whose tasks do not start: the stopped ones, within the hour, the network, the architecture, and the security group', () => {
    const text = action(ServiceActionEvent.SERVICE_TASK_START_IMPAIRED);
    expect(text).toMatch(/Command: aws ecs list-tasks .* --service-name <resources-0> --desired-status STOPPED/);
    expect(text).toMatch(/aws ecs describe-tasks.*about an hour/);
    expect(text).toMatch(/architecture; a network path to ECR, S3, Secrets Manager, and CloudWatch Logs through NAT or VPC endpoints/);
    expect(text).toMatch(/security group of the tasks must allow the load balancer/);
  });

  test.each([ServiceActionEvent.TASKS_STOPPED, ServiceActionEvent.SERVICE_TASK_PLACEMENT_FAILURE])('%s may come from rebalancing', (name) => {
    expect(action(name)).toMatch(/Availability Zone(s|)( rebalancing)?,? which is the default for new services/);
  });

  test('whose tasks cannot be placed: two or three checks, and those of the reason that the rule matches on', () => {
    const placement = (...reasons: FailureReason[]) =>
      checksOf(EcsEventPattern.serviceTaskPlacementFailure({ ...reasons.length > 0 && { reasons } }));
    expect(placement()).toHaveLength(3);
    expect(placement(FailureReason.RESOURCE_ENI)).toEqual([expect.stringMatching(/ENI trunking \(awsvpcTrunking\)/)]);
    expect(placement(FailureReason.RESOURCE_GPU)).toEqual([expect.stringMatching(/EC2 quota/)]);
    expect(placement(FailureReason.LOCATION)).toEqual([expect.stringMatching(/other Availability Zones than the subnets/)]);
    expect(placement(FailureReason.NO_ACTIVE_INSTANCES)).toEqual([expect.stringMatching(/For Managed Instances: infrastructure role, PassRole, subnets, EC2 capacity/)]);
  });
});

describe('a task', () => {
  const task = (filters: Parameters<typeof EcsEventPattern.taskStateChange>[0]) => EcsEventPattern.taskStateChange(filters);

  test("that AWS's Spot notice is about is about to be stopped, though it is RUNNING", () => {
    const title = (filters: Parameters<typeof task>[0]) => textOf(task(filters)).split('\n')[0];
    expect(title({ stopCodes: [TaskStopCode.SPOT_INTERRUPTION], lastStatuses: [TaskLastStatus.RUNNING] })).toBe('A Spot task is about to be stopped');
    expect(title({ stopCodes: [TaskStopCode.SPOT_INTERRUPTION] })).toBe('A Spot task is being interrupted');
    expect(title({})).toBe('A task is <lastStatus> (desired: <desiredStatus>)');
    expect(textOf(task({}))).toMatch(/A task whose desired status is STOPPED is about to be stopped/);
  });

  test('that failed the health checks of a load balancer: no check that is about something else', () => {
    expect(checksOf(task({ stoppedReasons: [StoppedReason.FAILED_ELB_HEALTH_CHECKS] }))).toEqual([
      expect.stringMatching(/^Check: If ServiceSchedulerInitiated: /),
      expect.stringMatching(/^Check: Health check: path, port, and grace period\. The security group of the task must allow the load balancer\.$/),
    ]);
  });

  test.each([TaskStopCode.SERVICE_SCHEDULER_INITIATED, TaskStopCode.USER_INITIATED, TaskStopCode.INFRASTRUCTURE_HEALTH, TaskStopCode.TERMINATION_NOTICE])('with the stop code %s: one check about it', (code) => {
    expect(checksOf(task({ stopCodes: [code] }))).toEqual([expect.stringMatching(new RegExp(`^Check: If ${code.value}: `))]);
  });

  test('that failed to start: the cause may be with the container only', () => {
    expect(checksOf(task({ stopCodes: [TaskStopCode.TASK_FAILED_TO_START] }))).toEqual([expect.stringMatching(/The cause may be in containers\[\]\.reason only/)]);
  });

  test('whose container exited: what the exit codes mean', () => {
    expect(checksOf(task({ stopCodes: [TaskStopCode.ESSENTIAL_CONTAINER_EXITED] }))).toEqual([
      expect.stringMatching(/137: out of memory, or killed after stopTimeout\. 139: crash \(SIGSEGV\)\. 143: ended by SIGTERM\./),
    ]);
  });

  test('about which nothing is known: three checks', () => {
    expect(checksOf(task({}))).toHaveLength(3);
  });
});
