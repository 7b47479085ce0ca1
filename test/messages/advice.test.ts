import { textOf } from './advice';
import { ContainerInstanceHealthStatus } from '../../src/filters/container-instance-health-status';
import { ContainerInstanceStatus } from '../../src/filters/container-instance-status';
import { DaemonDeploymentEvent } from '../../src/filters/daemon-deployment-event';
import { DaemonTaskFailureType } from '../../src/filters/daemon-task-failure-type';
import { HookEvent } from '../../src/filters/hook-event';
import { EcsEventPattern } from '../../src/patterns/ecs-event-pattern';

const daemonDeployment = (name: DaemonDeploymentEvent) => textOf(EcsEventPattern.daemonDeploymentStateChange({ eventNames: [name] }));
const hook = (name: HookEvent) => textOf(EcsEventPattern.hookStateChange({ eventNames: [name] }));

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
    const commands = hook(HookEvent.HOOK_AWAITING_ACTION).split('\n').filter((line) => line.startsWith('Command: aws ecs continue-'));
    expect(commands).toEqual([
      expect.stringMatching(/--service-deployment-arn <serviceDeploymentArn> --hook-id <hookId> --action CONTINUE$/),
      expect.stringMatching(/--service-deployment-arn <serviceDeploymentArn> --hook-id <hookId> --action ROLLBACK$/),
    ]);
    expect(commands.join('')).not.toContain('|');
  });

  test('that awaits action, for a rule on other events too: the command that continues or rolls back', () => {
    const { HOOK_AWAITING_ACTION, HOOK_FAILED } = HookEvent;
    expect(textOf(EcsEventPattern.hookStateChange({ eventNames: [HOOK_AWAITING_ACTION, HOOK_FAILED] })))
      .toMatch(/^Check: If HOOK_AWAITING_ACTION: .*continue or roll back \(aws ecs continue-service-deployment\)/m);
  });
});
