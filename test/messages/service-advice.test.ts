import { checksOf, textOf } from './advice';
import { FailureReason } from '../../src/filters/failure-reason';
import { ServiceActionEvent } from '../../src/filters/service-action-event';
import { ServiceDeploymentEvent } from '../../src/filters/service-deployment-event';
import { StoppedReason } from '../../src/filters/stopped-reason';
import { TaskLastStatus } from '../../src/filters/task-last-status';
import { TaskStopCode } from '../../src/filters/task-stop-code';
import { EcsEventPattern } from '../../src/patterns/ecs-event-pattern';

const action = (name: ServiceActionEvent) => textOf(EcsEventPattern.serviceAction({ eventNames: [name] }));
const deployment = (name: ServiceDeploymentEvent) => textOf(EcsEventPattern.serviceDeploymentStateChange({ eventNames: [name] }));

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
