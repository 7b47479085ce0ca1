import { App, CfnParameter, NestedStack, Stack } from 'aws-cdk-lib';
import { Template } from 'aws-cdk-lib/assertions';
import * as ecs from 'aws-cdk-lib/aws-ecs';
import * as events from 'aws-cdk-lib/aws-events';
import * as sqs from 'aws-cdk-lib/aws-sqs';
import { EcsEventMessage } from '../../src/messages/ecs-event-message';
import { EcsEventPattern } from '../../src/patterns/ecs-event-pattern';
import { EcsEventRule } from '../../src/rules/ecs-event-rule';
import { SqsSendMessage } from '../../src/targets/sqs-send-message';
import { EventBusSimulator, SampleEvent } from '../../src/testing';
import { IRELAND } from '../rules/stack-under-test';

/** The input template of the one rule of a stack, with `Ref`, `GetAtt` and so on as they are. */
function templateOf(stack: Stack): string {
  const [rule] = Object.values(Template.fromStack(stack).findResources('AWS::Events::Rule'));
  return JSON.stringify(rule.Properties.Targets[0].InputTransformer.InputTemplate);
}

function queueRule(stack: Stack, pattern: EcsEventPattern): void {
  new EcsEventRule(stack, 'Alert', { pattern, targets: [new SqsSendMessage(new sqs.Queue(stack, 'Queue'), { message: EcsEventMessage.text() })] });
}

/** The lines of the text about an event, as they arrive. */
function linesAbout(stack: Stack, event: SampleEvent): string[] {
  const [delivery] = EventBusSimulator.fromApp(stack.node.root as App).send(event).delivered;
  return delivery.body.split('\n').map((line) => JSON.parse(line));
}

describe('the place of a resource without a literal name is a token in the template', () => {
  test('the Ref of a cluster', () => {
    // GIVEN
    const stack = new Stack(new App(), 'Stack', { env: IRELAND });
    const cluster = new ecs.Cluster(stack, 'Cluster');
    // WHEN
    queueRule(stack, EcsEventPattern.serviceTaskPlacementFailure({ clusters: [cluster] }));
    // THEN
    expect(templateOf(stack)).toContain(' (cluster ",{"Ref":"ClusterEB0386A7"},")');
    // AND what arrives has the name in the title, the console link and the ARN
    const lines = linesAbout(stack, SampleEvent.serviceTaskPlacementFailure({ cluster, serviceName: 'web' }));
    const [name] = /(?<=\(cluster )[\w-]+(?=\)$)/.exec(lines[0])!;
    expect(lines[1]).toMatch(new RegExp(`^Service: arn:aws:ecs:eu-west-1:111122223333:service/${name}/web$`));
    expect(lines).toContain(`Console: https://eu-west-1.console.aws.amazon.com/ecs/v2/clusters/${name}?region=eu-west-1`);
  });

  test('GetAtt Name of a service, with the cluster of the service', () => {
    // GIVEN
    const stack = new Stack(new App(), 'Stack', { env: IRELAND });
    const cluster = new ecs.CfnCluster(stack, 'Cluster');
    const service = new ecs.CfnService(stack, 'Service', { cluster: cluster.ref });
    // WHEN
    queueRule(stack, EcsEventPattern.serviceTaskPlacementFailure({ services: [service] }));
    // THEN
    const template = templateOf(stack);
    expect(template).toContain('service ",{"Fn::GetAtt":["Service","Name"]}," (cluster ",{"Ref":"Cluster"},")');
    expect(template).toContain('/ecs/v2/clusters/",{"Ref":"Cluster"},"/services/",{"Fn::GetAtt":["Service","Name"]},"?region=');
  });

  test('GetAtt Name of a service, in a rule for its tasks', () => {
    // GIVEN
    const stack = new Stack(new App(), 'Stack', { env: IRELAND });
    const service = new ecs.CfnService(stack, 'Service', { cluster: new ecs.CfnCluster(stack, 'Cluster').attrArn });
    // WHEN
    queueRule(stack, EcsEventPattern.taskStateChange({ services: [service] }));
    // THEN
    expect(templateOf(stack)).toContain('service ",{"Fn::GetAtt":["Service","Name"]}," ');
  });

  test('a part of the ARN of a daemon, which has no attribute for its name', () => {
    // GIVEN
    const stack = new Stack(new App(), 'Stack', { env: IRELAND });
    const cluster = new ecs.CfnCluster(stack, 'Cluster');
    const daemon = new ecs.CfnDaemon(stack, 'Daemon', { clusterArn: cluster.attrArn });
    // WHEN
    queueRule(stack, EcsEventPattern.daemonDeploymentRollbackFailed({ daemons: [daemon] }));
    // THEN
    expect(templateOf(stack)).toContain('daemon ",{"Fn::Select":[2,{"Fn::Split":["/",{"Ref":"Daemon"}]}]}," (cluster ",{"Ref":"Cluster"},")');
  });

  test('a part of the ARN of a cluster in another stack, to which the message adds no reference', () => {
    // GIVEN
    const app = new App();
    const clusters = new Stack(app, 'Clusters', { env: IRELAND });
    const stack = new Stack(app, 'Stack', { env: IRELAND });
    const cluster = new ecs.Cluster(clusters, 'Cluster');
    // WHEN
    queueRule(stack, EcsEventPattern.serviceTaskPlacementFailure({ clusters: [cluster] }));
    // THEN
    expect(templateOf(stack)).toMatch(/\(cluster ",\{"Fn::Select":\[1,\{"Fn::Split":\["\/",\{"Fn::ImportValue":"Clusters:ExportsOutputFnGetAttCluster\w+Arn\w+"\}\]\}\]\},"\)/);
    expect(Object.keys(Template.fromStack(clusters).findOutputs('*'))).toHaveLength(1);
    // AND the name arrives
    expect(linesAbout(stack, SampleEvent.serviceTaskPlacementFailure({ cluster, serviceName: 'web' }))[0]).toMatch(/ \(cluster [\w-]+\)$/);
  });

  test('a part of the ARN of a cluster of a parent stack', () => {
    // GIVEN
    const parent = new Stack(new App(), 'Stack', { env: IRELAND });
    const nested = new NestedStack(parent, 'Nested');
    // WHEN
    queueRule(nested, EcsEventPattern.serviceTaskPlacementFailure({ clusters: [new ecs.Cluster(parent, 'Cluster')] }));
    // THEN
    expect(templateOf(nested)).toMatch(/\(cluster ",\{"Fn::Select":\[1,\{"Fn::Split":\["\/",\{"Ref":"referencetoStackCluster\w+Arn"\}\]\}\]\},"\)/);
  });

  test('a name that is a parameter', () => {
    // GIVEN
    const stack = new Stack(new App(), 'Stack', { env: IRELAND });
    const name = new CfnParameter(stack, 'Name').valueAsString;
    // WHEN
    queueRule(stack, EcsEventPattern.serviceTaskPlacementFailure({ clusterNames: [name], serviceNames: ['web'] }));
    // THEN
    expect(templateOf(stack)).toContain('service web (cluster ",{"Ref":"Name"},")');
  });
});

describe('nothing is guessed', () => {
  test.each<[string, (stack: Stack) => events.EventPattern]>([
    ['of an ARN that is a parameter', (stack) => ({ detailType: ['ECS Service Action'], detail: { eventName: ['SERVICE_TASK_PLACEMENT_FAILURE'], clusterArn: [new CfnParameter(stack, 'Arn').valueAsString] } })],
    ['of a service in another stack, whose ARN may have the short form', (stack) =>
      EcsEventPattern.serviceTaskPlacementFailure({ services: [new ecs.CfnService(new Stack(stack.node.root, 'Other', { env: IRELAND }), 'Service', {})] }).toEventPattern()],
    ['of two clusters', (stack) => EcsEventPattern.serviceTaskPlacementFailure({ clusters: ['One', 'Two'].map((id) => new ecs.CfnCluster(stack, id)) }).toEventPattern()],
  ])('%s', (_what, pattern) => {
    // GIVEN
    const stack = new Stack(new App(), 'Stack', { env: IRELAND });
    // WHEN
    new events.Rule(stack, 'Own', { eventPattern: pattern(stack), targets: [new SqsSendMessage(new sqs.Queue(stack, 'Queue'), { message: EcsEventMessage.text() })] });
    // THEN
    const [rule] = Object.values(Template.fromStack(stack).findResources('AWS::Events::Rule'));
    expect(rule.Properties.Targets[0].InputTransformer.InputTemplate).toMatch(/^"ERROR: [^"]* of a service"\n"Service: <resources-0>"\n/);
  });
});
