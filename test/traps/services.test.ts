import { Annotations, App, CfnParameter, Stack } from 'aws-cdk-lib';
import * as cloudwatch from 'aws-cdk-lib/aws-cloudwatch';
import * as ecs from 'aws-cdk-lib/aws-ecs';
import { warningsOf } from './annotations';
import { ServiceDeploymentEvent } from '../../src/filters/service-deployment-event';
import { EcsEventPattern } from '../../src/patterns/ecs-event-pattern';
import { EcsEventRule } from '../../src/rules/ecs-event-rule';
import { SnsPublish } from '../../src/targets/sns-publish';
import { subscribedTopic } from '../rules/stack-under-test';

/** The stack of the services and the one of the rules, and a service without anything that finds failures. */
function given(props: Partial<ecs.FargateServiceProps> = {}) {
  const app = new App();
  const [home, alerts] = ['Home', 'Alerts'].map((id) => new Stack(app, id));
  const cluster = new ecs.Cluster(home, 'Cluster', { clusterName: 'prod' });
  const taskDefinition = new ecs.FargateTaskDefinition(home, 'Task');
  taskDefinition.addContainer('app', { image: ecs.ContainerImage.fromRegistry('app') });
  const service = new ecs.FargateService(home, 'Web', { cluster, taskDefinition, serviceName: 'web', minHealthyPercent: 100, ...props });
  return { home, alerts, cluster, service };
}

function alert(stack: Stack, pattern: EcsEventPattern): EcsEventRule {
  return new EcsEventRule(stack, 'Alert', { pattern, targets: [new SnsPublish(subscribedTopic(stack))] });
}

const failed = (filters: object) =>
  EcsEventPattern.serviceDeploymentStateChange({ eventNames: [ServiceDeploymentEvent.SERVICE_DEPLOYMENT_FAILED], ...filters });

const NEVER_SENT = 'warning /Alerts/Alert/Rule services: Home/Web has neither the deployment circuit breaker nor a deployment alarm, so SERVICE_DEPLOYMENT_FAILED may never be sent for it.'
  + ' Set circuitBreaker or deploymentAlarms of the service. [ack: cdk-ecs-event-rules:deploymentFailureDetectionDisabled]';

describe('T31: an alert on failed deployments of a service of the app', () => {
  test('that has nothing to find them is a warning', () => {
    const { alerts, service } = given();
    alert(alerts, failed({ services: [service] }));
    expect(warningsOf(alerts)).toEqual([NEVER_SENT]);
  });

  test('is acknowledged on the rule', () => {
    const { alerts, service } = given();
    Annotations.of(alert(alerts, failed({ services: [service] }))).acknowledgeWarning('cdk-ecs-event-rules:deploymentFailureDetectionDisabled');
    expect(warningsOf(alerts)).toEqual([]);
  });

  test('is one for a service whose circuit breaker is off', () => {
    const { alerts, service } = given();
    (service.node.findChild('Service') as ecs.CfnService).addPropertyOverride('DeploymentConfiguration.DeploymentCircuitBreaker', { Enable: false, Rollback: false });
    alert(alerts, failed({ services: [service] }));
    expect(warningsOf(alerts)).toEqual([NEVER_SENT]);
  });

  test('is one for a service that is written as a CfnService', () => {
    const { home, alerts } = given();
    const service = new ecs.CfnService(home, 'L1', { serviceName: 'l1', cluster: 'prod' });
    alert(alerts, failed({ services: [service] }));
    expect(warningsOf(alerts)).toEqual([NEVER_SENT.replace('Home/Web', 'Home/L1')]);
  });

  test('names each of several services', () => {
    const { home, alerts, service } = given();
    const other = new ecs.CfnService(home, 'L1', { serviceName: 'l1', cluster: 'prod' });
    alert(alerts, failed({ services: [service, other] }));
    expect(warningsOf(alerts)).toEqual([NEVER_SENT, NEVER_SENT.replace('Home/Web', 'Home/L1')]);
  });

  describe('is none', () => {
    test.each<[string, Partial<ecs.FargateServiceProps>]>([
      ['with the circuit breaker', { circuitBreaker: { rollback: true } }],
      ['with deployment alarms', { deploymentAlarms: { alarmNames: ['errors'] } }],
    ])('%s', (_how, props) => {
      const { alerts, service } = given(props);
      alert(alerts, failed({ services: [service] }));
      expect(warningsOf(alerts)).toEqual([]);
    });

    test('if deployment alarms are enabled after the rule was made', () => {
      const { home, alerts, service } = given();
      alert(alerts, failed({ services: [service] }));
      const alarm = new cloudwatch.Metric({ namespace: 'N', metricName: 'M' }).createAlarm(home, 'Alarm', { threshold: 1, evaluationPeriods: 1 });
      service.enableDeploymentAlarms([alarm.alarmName], { behavior: ecs.AlarmBehavior.FAIL_ON_ALARM });
      expect(warningsOf(alerts)).toEqual([]);
    });

    test('if the circuit breaker is switched on by an override, or at deployment', () => {
      for (const known of [true, false]) {
        const { home, alerts, service } = given();
        alert(alerts, failed({ services: [service] }));
        const enable = known ? true : new CfnParameter(home, 'Enable').value.toString();
        (service.node.findChild('Service') as ecs.CfnService).addPropertyOverride('DeploymentConfiguration.DeploymentCircuitBreaker', { Enable: enable, Rollback: true });
        expect(warningsOf(alerts)).toEqual([]);
      }
    });

    test('for a service that is imported with its cluster into a stack of no known environment', () => {
      const { alerts } = given();
      const cluster = ecs.Cluster.fromClusterArn(alerts, 'Imported', alerts.formatArn({ service: 'ecs', resource: 'cluster', resourceName: 'prod' }));
      alert(alerts, failed({ services: [ecs.FargateService.fromFargateServiceAttributes(alerts, 'Service', { cluster, serviceName: 'web' })] }));
      expect(warningsOf(alerts)).toEqual([]);
    });

    test('for other events, other detail types, and services that are imported, have another name, or are not selected at all', () => {
      const { alerts, service, cluster } = given();
      const imported = ecs.FargateService.fromFargateServiceArn(alerts, 'Imported', 'arn:aws:ecs:eu-west-1:111122223333:service/prod/imported') as ecs.IService;
      const make = (id: string, pattern: EcsEventPattern) => new EcsEventRule(alerts, id, { pattern, targets: [new SnsPublish(subscribedTopic(alerts, `${id}Topic`))] });
      make('Completed', EcsEventPattern.serviceDeploymentStateChange({ services: [service], eventNames: [ServiceDeploymentEvent.SERVICE_DEPLOYMENT_COMPLETED] }));
      make('Placement', EcsEventPattern.serviceTaskPlacementFailure({ services: [service] }));
      make('OfImported', failed({ services: [imported] }));
      make('NamedOther', failed({ clusters: [cluster], serviceNames: ['api'] }));
      make('All', failed({}));
      // Every deployment event, which says something whether or not a deployment can fail.
      make('Every', EcsEventPattern.serviceDeploymentStateChange({ services: [service] }));
      expect(warningsOf(alerts)).toEqual([]);
    });
  });
});

describe('T31: an alert on failed deployments of a cluster', () => {
  const reported = (stack: Stack) => warningsOf(stack).filter((text) => text.includes('deploymentFailureDetectionDisabled')).map((text) => /^warning \S+ (\w+: \S+) /.exec(text)![1]);

  test.each<[string, string, (cluster: ecs.ICluster) => object]>([
    ['the construct', 'clusters: Home/Web', (cluster) => ({ clusters: [cluster] })],
    ['its name', 'clusters: Home/Web', () => ({ clusterNames: ['prod'] })],
    ['the beginning of its name', 'clusters: Home/Web', () => ({ clusterNamePrefixes: ['pro'] })],
    ['the construct and the name of the service', 'serviceNames: Home/Web', (cluster) => ({ clusters: [cluster], serviceNames: ['web', 'api'] })],
    ['the construct without another service', 'clusters: Home/Web', (cluster) => ({ clusters: [cluster], excludedServiceNames: ['api'] })],
  ])('warns of its service without anything that finds failures: %s', (_how, expected, filters) => {
    const { alerts, cluster } = given();
    alert(alerts, failed(filters(cluster)));
    expect(reported(alerts)).toEqual([expected]);
  });

  test('warns of each service of the app in a cluster without a name, also of those that are added later, and of no other cluster', () => {
    // GIVEN
    const { home, alerts } = given();
    const cluster = new ecs.Cluster(home, 'Unnamed');
    alert(alerts, failed({ clusters: [cluster] }));
    // WHEN
    new ecs.CfnService(home, 'Unprotected', { cluster: cluster.clusterName });
    new ecs.CfnService(home, 'ByArn', { cluster: cluster.clusterArn, deploymentConfiguration: { strategy: 'BLUE_GREEN' } });
    new ecs.CfnService(home, 'Protected', { cluster: cluster.clusterName, deploymentConfiguration: { deploymentCircuitBreaker: { enable: true, rollback: false } } });
    new ecs.CfnService(home, 'OtherCluster', { cluster: 'staging' });
    // THEN
    expect(reported(alerts)).toEqual(['clusters: Home/Unprotected', 'clusters: Home/ByArn']);
  });

  test.each<[string, (cluster: ecs.ICluster, service: ecs.IService) => object]>([
    ['whose service is excluded by name', (cluster) => ({ clusters: [cluster], excludedServiceNames: ['web'] })],
    ['whose service is excluded', (cluster, service) => ({ clusters: [cluster], excludedServices: [service] })],
    ['in another account', () => ({ clusterNames: ['prod'], accounts: ['444455556666'] })],
    ['narrowed by an added pattern', (cluster) => ({ clusters: [cluster], additionalPattern: { detail: { reason: [{ prefix: 'ECS deployment' }] } } })],
  ])('says nothing of one %s', (_how, filters) => {
    const { alerts, cluster, service } = given();
    alert(alerts, failed(filters(cluster, service)));
    expect(reported(alerts)).toEqual([]);
  });

  test.each<[string, Partial<ecs.CfnServiceProps>]>([
    ['linear', { deploymentConfiguration: { strategy: 'LINEAR' } }],
    ['canary', { deploymentConfiguration: { strategy: 'CANARY' } }],
    ['AWS CodeDeploy', { deploymentController: { type: 'CODE_DEPLOY' } }],
    ['external', { deploymentController: { type: 'EXTERNAL' } }],
  ])('claims nothing of deployments that are not documented to fail by either: %s', (_strategy, props) => {
    const { home, alerts } = given({ circuitBreaker: { rollback: true } });
    const service = new ecs.CfnService(home, 'Other', { cluster: 'prod', serviceName: 'other', ...props });
    alert(alerts, EcsEventPattern.anyOf(failed({ clusterNames: ['staging'] }), failed({ clusterNames: ['prod'] })));
    new EcsEventRule(alerts, 'ByReference', { pattern: failed({ services: [service] }), targets: [new SnsPublish(subscribedTopic(alerts, 'Other'))] });
    expect(reported(alerts)).toEqual([]);
  });
});

describe('T32: services and daemons have separate patterns', () => {
  test('a pattern about daemons takes no service, and one about services no daemon', () => {
    const { service } = given();
    // @ts-expect-error: not a filter of daemons
    expect(() => EcsEventPattern.daemonTaskStartImpaired({ services: [service] })).toThrow(/services/);
    // @ts-expect-error: not a filter of daemons
    expect(() => EcsEventPattern.daemonDeploymentRollbackFailed({ serviceNames: ['web'], clusterNames: ['prod'] })).toThrow(/serviceNames/);
    // @ts-expect-error: not a filter of services
    expect(() => EcsEventPattern.serviceAction({ daemonNames: ['log-agent'], clusterNames: ['prod'] })).toThrow(/daemonNames/);
    // @ts-expect-error: not a filter of services
    expect(() => EcsEventPattern.serviceDeploymentStateChange({ daemonNames: ['log-agent'], clusterNames: ['prod'] })).toThrow(/daemonNames/);
  });

  test('a service is no daemon, even with the DAEMON scheduling strategy', () => {
    const { home } = given();
    const service = new ecs.CfnService(home, 'Agent', { serviceName: 'agent', cluster: 'prod', schedulingStrategy: 'DAEMON' });
    // @ts-expect-error: a service is not a daemon
    expect(() => new EcsEventRule(home, 'Alert', { pattern: EcsEventPattern.daemonTaskStartImpaired({ daemons: [service] }) })).toThrow(/daemons\[0\]/);
  });
});

test('T04: a detail type is spelled by the library alone, and a second one is an error', () => {
  expect(EcsEventPattern.daemonServiceAction().toEventPattern().detailType).toEqual(['ECS Daemon Service Action']);
  expect(() => EcsEventPattern.daemonServiceAction({ additionalPattern: { detailType: ['ECS Daemon Task Action'] } }).toEventPattern())
    .toThrow(/additionalPattern.*detail-?[tT]ype/);
});
