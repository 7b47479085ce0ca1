import { aws_ecs as ecs, CfnParameter } from 'aws-cdk-lib';
import type { FactoryName } from './factories';
import { ARN, daemonIn, generatedName, newId, newStack } from './own-resources';
import type { About } from './sent-event';
import { TaskStopCode } from '../../src/filters/task-stop-code';

const STACK = newStack();
const NAMES = Array.from({ length: 60 }, (_, i) => `cluster-with-a-name-${i}`);
const SHORT = Array.from({ length: 60 }, (_, i) => `c-${i}`);
export const parameter = (value: string) => new CfnParameter(STACK, newId(), { default: value }).valueAsString;
const clusterByArn = (name: string) => ecs.CfnCluster.fromClusterArn(STACK, newId(), `${ARN}:cluster/${name}`);
const serviceByArn = (name: string, cluster = 'prod') => ecs.FargateService.fromFargateServiceArn(STACK, newId(), `${ARN}:service/${cluster}/${name}`);
const ownService = (serviceName: string, cluster = 'prod') => new ecs.CfnService(STACK, newId(), { cluster, serviceName });
const unnamed = NAMES.map(() => new ecs.CfnCluster(STACK, newId()));
const family = (about: string) => ({ detail: { taskDefinitionArn: `${ARN}:task-definition/${about}:3` } });

/** Lists that are divided, with values that turn out to be the same when they are deployed. */
export const LONG_LISTS: [string, FactoryName, () => object, (name: string) => About, string[]][] = [
  ['clusters by ARN and by name', 'serviceAction', () => ({ clusters: NAMES.map(clusterByArn), clusterNames: NAMES }), (cluster) => ({ cluster }), NAMES],
  ['clusters of the app and their ARNs', 'serviceAction',
    () => ({ clusters: NAMES.flatMap((clusterName) => [new ecs.CfnCluster(STACK, newId(), { clusterName }), clusterByArn(clusterName)]) }),
    (cluster) => ({ cluster }), NAMES],
  ['clusters by construct and by the names of the constructs', 'serviceAction',
    () => ({ clusters: unnamed, clusterNames: unnamed.map(({ ref }) => ref) }), (cluster) => ({ cluster }), unnamed.map(generatedName)],
  ['a parameter and names', 'serviceAction', () => ({ clusterNames: [...SHORT, parameter(SHORT[7])] }), (cluster) => ({ cluster }), SHORT],
  ['parameters and names', 'containerInstanceStateChange', () => ({ clusterNames: [...NAMES.slice(0, 20), ...NAMES.slice(0, 10).map(parameter)] }), (cluster) => ({ cluster }), NAMES.slice(0, 20)],
  ['beginnings of names and ARNs', 'serviceAction',
    () => ({ clusters: NAMES.map(clusterByArn), clusterNamePrefixes: ['cluster-with-a-name-1', 'cluster-with-a-name-2', 'other-'] }), (cluster) => ({ cluster }), NAMES],
  ['clusters of deployments by ARN and by name', 'serviceDeploymentStateChange',
    () => ({ clusters: NAMES.slice(0, 40).map(clusterByArn), clusterNames: NAMES.slice(0, 40) }), (cluster) => ({ cluster }), NAMES.slice(0, 40)],
  ['services by ARN and by name', 'serviceAction', () => ({ services: NAMES.map((name) => serviceByArn(name)), clusterNames: ['prod'], serviceNames: NAMES }), (service) => ({ service }), NAMES],
  ['services by ARN and by construct', 'serviceDeploymentStateChange', () => ({ services: NAMES.flatMap((name) => [serviceByArn(name), ownService(name)]) }), (service) => ({ service }), NAMES],
  ['services of tasks by ARN and by construct', 'taskStateChange', () => ({ services: NAMES.flatMap((name) => [serviceByArn(name), ownService(name)]) }), (service) => ({ service }), NAMES],
  ['services of hooks by ARN and by construct', 'hookStateChange', () => ({ services: NAMES.flatMap((name) => [serviceByArn(name), ownService(name)]) }), (service) => ({ service }), NAMES],
  ['groups of tasks by name and by a parameter', 'taskStateChange', () => ({ clusterNames: ['prod'], serviceNames: [...SHORT, parameter(SHORT[3])] }), (service) => ({ service }), SHORT],
  ['daemons by construct and by name', 'daemonServiceAction',
    () => ({ daemons: NAMES.map((name) => daemonIn(`${ARN}:cluster/prod`, STACK, name)), clusters: [clusterByArn('prod')], clusterNames: ['prod'], daemonNames: NAMES }), (daemon) => ({ daemon }), NAMES],
  ['capacity providers and a parameter', 'daemonServiceAction', () => ({ capacityProviderNames: [...NAMES, parameter(NAMES[5])] }), (capacityProvider) => ({ capacityProvider }), NAMES],
  ['families of task definitions and a parameter', 'taskStateChange', () => ({ taskDefinitionFamilies: [...NAMES.slice(0, 15), parameter(NAMES[5])] }), family, NAMES.slice(0, 15)],
  ['codes and a parameter', 'taskStateChange',
    () => ({ stopCodes: [...SHORT, parameter(SHORT[9])].map((code) => TaskStopCode.of(code)) }), (stopCode) => ({ detail: { stopCode } }), SHORT],
];
