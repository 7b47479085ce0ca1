import { App, aws_ec2 as ec2, aws_ecs as ecs, CfnParameter, Stack } from 'aws-cdk-lib';
import type { aws_ecs } from 'aws-cdk-lib/interfaces';
import type { Construct } from 'constructs';
import { deployed, HOME, matching } from './deployed-pattern';
import type { About } from './sent-event';
import { sent } from './sent-event';
import type { EcsEventPattern } from '../../src/patterns/ecs-event-pattern';

/** What literal ARNs of the home account and Region begin with. */
export const ARN = `arn:aws:ecs:${HOME.region}:${HOME.account}`;

let ids = 0;

/** An id that no construct has yet. */
export function newId(): string {
  return `Child${ids++}`;
}

/** A separate stack, named `Stack`. */
export function newStack(env?: { readonly region: string; readonly account: string }): Stack {
  return new Stack(new App(), 'Stack', { env });
}

/** One that is deployed wherever, and one that is deployed at home. */
export const STACKS: [string, Stack][] = [
  ['an env-agnostic stack', newStack()],
  ['a stack with a concrete environment', newStack({ region: HOME.region, account: HOME.account })],
];

const VPC = { vpcId: 'vpc-1', availabilityZones: ['us-east-1a'], privateSubnetIds: ['subnet-1'] };

/** Clusters called `prod`, in every form in which the CDK has them. */
export const CLUSTERS: [string, (scope: Construct) => ecs.ICluster][] = [
  ['an L2 with a name', (scope) => new ecs.Cluster(scope, newId(), { clusterName: 'prod', vpc: ec2.Vpc.fromVpcAttributes(scope, newId(), VPC) })],
  ['an import by attributes', (scope) =>
    ecs.Cluster.fromClusterAttributes(scope, newId(), { clusterName: 'prod', vpc: ec2.Vpc.fromVpcAttributes(scope, newId(), VPC) })],
  ['an import by ARN', (scope) => ecs.Cluster.fromClusterArn(scope, newId(), `${ARN}:cluster/prod`)],
];

/** Further forms, which are references only. */
export const CLUSTER_REFERENCES: [string, (scope: Construct) => aws_ecs.IClusterRef][] = [
  ...CLUSTERS,
  ['an L1 with a name', (scope) => new ecs.CfnCluster(scope, newId(), { clusterName: 'prod' })],
  ['an L1 import by name', (scope) => ecs.CfnCluster.fromClusterName(scope, newId(), 'prod')],
  ['an L1 import by ARN', (scope) => ecs.CfnCluster.fromClusterArn(scope, newId(), `${ARN}:cluster/prod`)],
  ['an import whose name is a parameter', (scope) =>
    ecs.Cluster.fromClusterAttributes(scope, newId(), {
      clusterName: new CfnParameter(scope, newId(), { default: 'prod' }).valueAsString,
      vpc: ec2.Vpc.fromVpcAttributes(scope, newId(), VPC),
    })],
];

/** A cluster without a name. */
export function unnamedCluster(scope: Construct, id: string = newId()): ecs.Cluster {
  return new ecs.Cluster(scope, id, { vpc: ec2.Vpc.fromVpcAttributes(scope, newId(), VPC) });
}

/** A Fargate service. */
export function serviceIn(cluster: ecs.ICluster, scope: Construct, serviceName?: string): ecs.FargateService {
  const taskDefinition = new ecs.FargateTaskDefinition(scope, newId());
  taskDefinition.addContainer('web', { image: ecs.ContainerImage.fromRegistry('web') });
  return new ecs.FargateService(scope, newId(), { cluster, serviceName, taskDefinition });
}

/** A managed daemon. */
export function daemonIn(clusterArn: string | undefined, scope: Construct, daemonName?: string): ecs.CfnDaemon {
  return new ecs.CfnDaemon(scope, newId(), { clusterArn, daemonName, capacityProviderArns: [`${ARN}:capacity-provider/cp`], daemonTaskDefinitionArn: `${ARN}:daemon-task-definition/log:1` });
}

/** What CloudFormation calls a resource without a name in a stack called `Stack`. */
export function generatedName(resource: Construct): string {
  return `Stack-${Stack.of(resource).getLogicalId((resource.node.defaultChild ?? resource) as ecs.CfnCluster)}-ABCDEFGHIJKL`;
}

/** How many of the patterns match an event about something. */
export function matched(pattern: EcsEventPattern, detailType: string, about: About, eventName?: string): number {
  return matching(deployed(pattern.toEventPatterns()), sent(detailType, eventName, about));
}

/** What is near to `prod` in the home account and Region, and whether it is that. */
export const NEAR: [string, About, number][] = [
  ['it', {}, 1],
  ['a longer name of the cluster', { cluster: 'prod-2' }, 0],
  ['another case of the cluster', { cluster: 'PROD' }, 0],
  ['another account', { account: '444455556666' }, 0],
  ['another Region', { region: 'us-east-2' }, 0],
];
