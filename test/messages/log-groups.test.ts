import { App, Stack } from 'aws-cdk-lib';
import * as ecs from 'aws-cdk-lib/aws-ecs';
import * as events from 'aws-cdk-lib/aws-events';
import * as logs from 'aws-cdk-lib/aws-logs';
import { BoundMessage } from './bound-message';
import { ServiceActionEvent } from '../../src/filters/service-action-event';
import { ServiceDeploymentEvent } from '../../src/filters/service-deployment-event';
import { TaskLastStatus } from '../../src/filters/task-last-status';
import { EcsEventMessage } from '../../src/messages/ecs-event-message';
import { EcsEventPattern } from '../../src/patterns/ecs-event-pattern';
import { IRELAND, stackUnderTest } from '../rules/stack-under-test';

const STOPPED = { lastStatuses: [TaskLastStatus.STOPPED] };
const LINK = 'https://<region>.console.aws.amazon.com/cloudwatch/home?region=<region>#logsV2:log-groups/log-group/';

/** What differs from a service whose one container writes to the log group `/ecs/web`. */
interface Given {
  readonly stack?: Stack;
  readonly clusterName?: string;
  readonly serviceName?: string;
  readonly logGroupName?: string;
  readonly logging?: (stack: Stack) => ecs.LogDriver | undefined;
}

function serviceIn(stack: Stack, { clusterName = 'prod', serviceName = 'web', logGroupName = '/ecs/web', logging }: Given = {}): ecs.FargateService {
  const cluster = new ecs.Cluster(stack, 'Cluster', { clusterName });
  const taskDefinition = new ecs.FargateTaskDefinition(stack, 'Task', { family: 'web' });
  const awsLogs = () => ecs.LogDrivers.awsLogs({ streamPrefix: 'web', logGroup: new logs.LogGroup(stack, 'Logs', { logGroupName }) });
  taskDefinition.addContainer('web', { image: ecs.ContainerImage.fromRegistry('web'), logging: logging ? logging(stack) : awsLogs() });
  return new ecs.FargateService(stack, 'Service', { cluster, serviceName, taskDefinition });
}

/** The lines about logs in the text of a rule in a stack. */
function logLines(stack: Stack, pattern: EcsEventPattern): string[] {
  const rule = new events.Rule(stack, `Rule${stack.node.children.length}`, { eventPattern: pattern.toEventPattern() });
  return BoundMessage.on(rule, EcsEventMessage.text()).lines.filter((line) => line.startsWith('Logs'));
}

describe('the log group of the containers is linked', () => {
  const NAMED = { clusterNames: ['prod'], serviceNames: ['web'] };

  test.each<[string, (service: ecs.FargateService) => EcsEventPattern]>([
    ['a stopped task of a service', (service) => EcsEventPattern.taskStateChange({ ...STOPPED, services: [service] })],
    ['a stopped task of a service by its name', () => EcsEventPattern.taskStateChange({ ...STOPPED, ...NAMED })],
    ['a stopped task of a family of task definitions', () => EcsEventPattern.taskStateChange({ ...STOPPED, taskDefinitionFamilies: ['web'] })],
    ['tasks that cannot start', (service) => EcsEventPattern.serviceAction({ services: [service], eventNames: [ServiceActionEvent.SERVICE_TASK_START_IMPAIRED] })],
    ['a failed deployment', () => EcsEventPattern.serviceDeploymentStateChange({ ...NAMED, eventNames: [ServiceDeploymentEvent.SERVICE_DEPLOYMENT_FAILED] })],
  ])('for %s', (_what, pattern) => {
    const stack = stackUnderTest(IRELAND);
    const service = serviceIn(stack);
    expect(logLines(stack, pattern(service))).toEqual([`Logs: ${LINK}$252Fecs$252Fweb`]);
  });

  test('with a name of CloudFormation, in the same stack', () => {
    const stack = stackUnderTest(IRELAND);
    const cluster = new ecs.CfnCluster(stack, 'Cluster');
    const definition = new ecs.FargateTaskDefinition(stack, 'Task');
    definition.addContainer('web', { image: ecs.ContainerImage.fromRegistry('web'), logging: ecs.LogDrivers.awsLogs({ streamPrefix: 'web' }) });
    const service = new ecs.CfnService(stack, 'Service', { cluster: cluster.ref, taskDefinition: definition.taskDefinitionArn });
    const rule = new events.Rule(stack, 'Rule', { eventPattern: EcsEventPattern.taskStateChange({ ...STOPPED, services: [service] }).toEventPattern() });
    expect(JSON.stringify(BoundMessage.on(rule, EcsEventMessage.text()).template)).toContain('#logsV2:log-groups/log-group/",{"Ref":"TaskwebLogGroup');
  });

  test.each<[string, string]>([
    ['/ecs/web', '$252Fecs$252Fweb'], ['web', 'web'], ['a#b', 'a$2523b'], ['/a_b.c-d', '$252Fa_b.c-d'],
  ])('with the encoding of the console: %s', (logGroupName, encoded) => {
    const stack = stackUnderTest(IRELAND);
    const service = serviceIn(stack, { logGroupName });
    expect(logLines(stack, EcsEventPattern.taskStateChange({ ...STOPPED, services: [service] }))).toEqual([`Logs: ${LINK}${encoded}`]);
  });

  test('by its name in another stack, without a reference to it', () => {
    const app = new App();
    const [services, alerts] = ['Services', 'Alerts'].map((id) => new Stack(app, id, { env: IRELAND }));
    serviceIn(services);
    expect(logLines(alerts, EcsEventPattern.taskStateChange({ ...STOPPED, ...NAMED }))).toEqual([`Logs: ${LINK}$252Fecs$252Fweb`]);
    app.synth();
    expect(alerts.dependencies).toEqual([]);
  });

  test('for each container that has one', () => {
    const stack = stackUnderTest(IRELAND);
    const service = serviceIn(stack);
    const group = logs.LogGroup.fromLogGroupName(stack, 'Proxy', '/ecs/proxy');
    service.taskDefinition.addContainer('proxy', { image: ecs.ContainerImage.fromRegistry('proxy'), logging: ecs.LogDrivers.awsLogs({ streamPrefix: 'proxy', logGroup: group }) });
    expect(logLines(stack, EcsEventPattern.taskStateChange({ ...STOPPED, services: [service] }))).toEqual([`Logs of web: ${LINK}$252Fecs$252Fweb`, `Logs of proxy: ${LINK}$252Fecs$252Fproxy`]);
  });

  test('in a chat too', () => {
    const stack = stackUnderTest(IRELAND);
    const rule = new events.Rule(stack, 'Rule', { eventPattern: EcsEventPattern.taskStateChange({ ...STOPPED, services: [serviceIn(stack)] }).toEventPattern() });
    expect(JSON.stringify(BoundMessage.on(rule, EcsEventMessage.chat()).template)).toContain(`"Logs: ${LINK}$252Fecs$252Fweb`.replaceAll('"', '\\"'));
  });
});

describe('no log group is linked', () => {
  const tasksOf = (services: ecs.FargateService[]) => EcsEventPattern.taskStateChange({ ...STOPPED, services });

  test.each<[string, Given, (stack: Stack, service: ecs.FargateService) => EcsEventPattern]>([
    ['without a log driver', { logging: () => undefined }, (_stack, service) => tasksOf([service])],
    ['with another log driver', { logging: () => ecs.LogDrivers.syslog() }, (_stack, service) => tasksOf([service])],
    ['in another Region', { logging: () => new ecs.GenericLogDriver({ logDriver: 'awslogs', options: { 'awslogs-group': '/ecs/web', 'awslogs-region': 'us-east-1' } }) },
      (_stack, service) => tasksOf([service])],
    ['for an event about which logs say nothing', {}, (_stack, service) => EcsEventPattern.serviceTaskPlacementFailure({ services: [service] })],
    ['for services of several names', {}, () => EcsEventPattern.taskStateChange({ ...STOPPED, clusterNames: ['prod'], serviceNames: ['web', 'api'] })],
    ['for a service of another cluster', {}, () => EcsEventPattern.taskStateChange({ ...STOPPED, clusterNames: ['dev'], serviceNames: ['web'] })],
    ['for a family that the app does not create', {}, () => EcsEventPattern.taskStateChange({ ...STOPPED, taskDefinitionFamilies: ['api'] })],
    ['for another account', {}, () => EcsEventPattern.taskStateChange({ ...STOPPED, clusterNames: ['prod'], serviceNames: ['web'], accounts: ['444455556666'] })],
    ['for an imported service', {}, (stack) => tasksOf([ecs.FargateService.fromFargateServiceArn(stack, 'Imported', 'arn:aws:ecs:eu-west-1:111122223333:service/prod/api') as ecs.FargateService])],
  ])('%s', (_what, given, pattern) => {
    const stack = stackUnderTest(IRELAND);
    const service = serviceIn(stack, given);
    expect(logLines(stack, pattern(stack, service))).toEqual([]);
  });

  test('where the Region is known at deployment only, and so the console', () => {
    const stack = stackUnderTest();
    expect(logLines(stack, tasksOf([serviceIn(stack)]))).toEqual([]);
  });

  test('where another stack has it without a name', () => {
    const app = new App();
    const [services, alerts] = ['Services', 'Alerts'].map((id) => new Stack(app, id, { env: IRELAND }));
    serviceIn(services, { logging: () => ecs.LogDrivers.awsLogs({ streamPrefix: 'web' }) });
    expect(logLines(alerts, EcsEventPattern.taskStateChange({ ...STOPPED, clusterNames: ['prod'], serviceNames: ['web'] }))).toEqual([]);
  });

  test('where two services of the app have the name', () => {
    const app = new App();
    const stacks = ['Blue', 'Green'].map((id) => new Stack(app, id, { env: IRELAND }));
    stacks.forEach((stack) => serviceIn(stack));
    expect(logLines(stacks[0], EcsEventPattern.taskStateChange({ ...STOPPED, clusterNames: ['prod'], serviceNames: ['web'] }))).toEqual([]);
  });
});
