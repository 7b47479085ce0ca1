import { App, NestedStack, Stack } from 'aws-cdk-lib';
import * as ec2 from 'aws-cdk-lib/aws-ec2';
import * as ecs from 'aws-cdk-lib/aws-ecs';
import { EcsEventPattern } from '../../src/patterns/ecs-event-pattern';
import { EcsEventRule } from '../../src/rules/ecs-event-rule';

/** A cluster in one stack, and a service of it in a later one. */
function given(serviceName?: string) {
  const app = new App();
  const [infrastructure, services] = ['Infrastructure', 'Services'].map((id) => new Stack(app, id));
  const cluster = new ecs.Cluster(infrastructure, 'Cluster', { vpc: new ec2.Vpc(infrastructure, 'Vpc') });
  const taskDefinition = new ecs.FargateTaskDefinition(services, 'Task');
  taskDefinition.addContainer('web', { image: ecs.ContainerImage.fromRegistry('web') });
  return { app, infrastructure, services, cluster, service: new ecs.FargateService(services, 'Web', { cluster, taskDefinition, serviceName }) };
}

const CYCLE = 'Services/Web/Service has no literal name, so stack Infrastructure would depend on stack Services, which depends on it.'
  + ' Use serviceNames together with clusterNames, give the resource a literal name, or create the rule in stack Services.';

describe('T67: a rule in the stack of the cluster on a service of a later stack', () => {
  test.each(['serviceAction', 'serviceDeploymentStateChange', 'taskStateChange'] as const)('is an error that names serviceNames: %s', (factory) => {
    const { infrastructure, service } = given();
    expect(() => new EcsEventRule(infrastructure, 'Alert', { pattern: EcsEventPattern[factory]({ services: [service] }) })).toThrow(`[Infrastructure/Alert] pattern: ${CYCLE}`);
  });

  test('is an error where the service is excluded', () => {
    const { infrastructure, service } = given();
    expect(() => new EcsEventRule(infrastructure, 'Alert', { pattern: EcsEventPattern.serviceAction({ excludedServices: [service] }) })).toThrow(CYCLE);
  });

  test('is an error in a nested stack', () => {
    const { infrastructure, service } = given();
    expect(() => new EcsEventRule(new NestedStack(infrastructure, 'Alerts'), 'Alert', { pattern: EcsEventPattern.serviceAction({ services: [service] }) })).toThrow(CYCLE);
  });

  test('is an error where only the stacks depend on one another', () => {
    const app = new App();
    const [alerts, between, services] = ['Alerts', 'Between', 'Services'].map((id) => new Stack(app, id));
    between.addDependency(alerts);
    services.addDependency(between);
    const daemon = new ecs.CfnDaemon(services, 'Log', { clusterArn: 'arn:aws:ecs:eu-west-1:111122223333:cluster/prod', capacityProviderArns: ['cp'], daemonTaskDefinitionArn: 'log' });
    expect(() => new EcsEventRule(alerts, 'Alert', { pattern: EcsEventPattern.daemonServiceAction({ daemons: [daemon] }) })).toThrow(/Use daemonNames together with clusterNames/);
    expect(() => new EcsEventRule(alerts, 'Alert2', { pattern: EcsEventPattern.serviceAction({ clusters: [new ecs.CfnCluster(services, 'Cluster')] }) })).toThrow(/Use clusterNames, give/);
  });

  test('is what the CDK finds at synthesis otherwise', () => {
    const { app, infrastructure, service } = given();
    new ecs.CfnCluster(infrastructure, 'Other', { clusterName: `${service.serviceName}-2` });
    expect(() => app.synth()).toThrow(/cyclic|cycle/i);
  });
});

describe('is no error', () => {
  test.each<[string, ReturnType<typeof given>, (it: ReturnType<typeof given>) => [Stack, EcsEventPattern]]>([
    ['with a literal name of the service', given('web'), ({ infrastructure, service }) => [infrastructure, EcsEventPattern.serviceAction({ services: [service] })]],
    ['with serviceNames', given(), ({ infrastructure, cluster }) => [infrastructure, EcsEventPattern.serviceAction({ clusters: [cluster], serviceNames: ['web'] })]],
    ['in the stack of the service', given(), ({ services, service }) => [services, EcsEventPattern.serviceAction({ services: [service] })]],
    ['in a separate stack', given(), ({ app, service, cluster }) => [new Stack(app, 'Alerts'), EcsEventPattern.serviceAction({ services: [service], clusters: [cluster] })]],
  ])('%s', (_what, it, make) => {
    const [stack, pattern] = make(it);
    new EcsEventRule(stack, 'Alert', { pattern });
    expect(() => it.app.synth()).not.toThrow();
  });

  test('and nothing is computed before synthesis', () => {
    const { app, infrastructure, services, service } = given();
    expect(() => new EcsEventRule(infrastructure, 'Alert', { pattern: EcsEventPattern.serviceAction({ services: [service] }) })).toThrow(CYCLE);
    service.taskDefinition.addContainer('later', { image: ecs.ContainerImage.fromRegistry('later') });
    infrastructure.node.tryRemoveChild('Alert');
    const definition = app.synth().getStackByName(services.stackName).template.Resources.Task79114B6B ?? {};
    expect(JSON.stringify(definition)).toContain('"later"');
  });
});
