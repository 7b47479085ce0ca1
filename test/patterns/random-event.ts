import * as fc from '../random';
import { FACTORIES } from './factories';
import type { Factory } from './factories';
import { ACCOUNTS, eventNames, GENERATED, NAMES, REGIONS } from './random-filters';
import { sent } from './sent-event';
import type { EcsEventJson } from '../../src/events/detail-type';

const REASONS = ['RESOURCE:CPU', 'RESOURCE:CPU - insufficient CPU', 'RESOURCE:MEMORY', 'resource:cpu', 'AGENT', 'ECS deployment circuit breaker: x', ''];
const CHECK = fc.record({ type: fc.constantFrom('DAEMON', 'CONTAINER_RUNTIME'), status: fc.constantFrom('IMPAIRED', 'OK') });
const CONTAINER = fc.record({
  name: fc.constantFrom('app', 'proxy', 'App'),
  exitCode: fc.constantFrom(0, 1, 137, undefined),
  reason: fc.constantFrom('CannotPullContainerError: x', 'CannotPullImageManifestError: x', 'OutOfMemoryError: x', undefined, undefined),
});

/** Values of fields that samples have others of. `undefined` takes a field away that is not always there. */
const FIELDS: Record<string, fc.Arbitrary<unknown>> = {
  failureType: fc.constantFrom('TASK_FAILED_TO_RUN', 'TASK_CREATION_FAILED'),
  lifecycleStage: fc.constantFrom('RECONCILE_SERVICE', 'PRE_SCALE_UP', 'POST_SCALE_UP', 'TEST_TRAFFIC_SHIFT'),
  hookType: fc.constantFrom('PAUSE', 'LAMBDA', 'Pause'),
  overallStatus: fc.constantFrom('OK', 'IMPAIRED'),
  healthChecks: fc.array(CHECK, { maxLength: 3 }),
  status: fc.constantFrom('ACTIVE', 'DRAINING', 'active'),
  agentConnected: fc.boolean(),
  lastStatus: fc.constantFrom('STOPPED', 'RUNNING', 'STOPPING'),
  launchType: fc.constantFrom('EC2', 'FARGATE', undefined),
  stopCode: fc.constantFrom('TaskFailedToStart', 'UserInitiated', undefined, null),
  stoppedReason: fc.constantFrom('CannotPullContainerError: x', 'CannotPullImageManifestError: x', 'Essential container in task exited', 'Essential', undefined),
  containers: fc.array(CONTAINER, { maxLength: 3 }),
};

/** Events of the catalog about near identities; most of them of the detail type of one factory. */
export function randomEvent(factory: Factory): fc.Arbitrary<EcsEventJson> {
  return fc.oneof({ weight: 9, arbitrary: eventOf(factory) }, { weight: 1, arbitrary: fc.constantFrom(...FACTORIES).chain(eventOf) });
}

function eventOf(factory: Factory): fc.Arbitrary<EcsEventJson> {
  const { entry, eventName } = factory;
  const named = [...eventNames(factory), ...eventName === undefined ? [] : Array(4).fill(eventName)];
  const names = entry.events.some(({ name }) => name) ? named : [undefined];
  const optional = entry.fields.find(({ path }) => path === 'reason')?.always === false ? [undefined, null] : [];
  const fields = { reason: fc.constantFrom(...REASONS, ...optional), ...FIELDS };
  const known = Object.fromEntries(Object.entries(fields).filter(([field]) => entry.fields.some(({ path }) => path === field)));
  return fc.record({
    name: fc.constantFrom(...names),
    about: fc.record({
      account: often(ACCOUNTS),
      region: often(REGIONS),
      cluster: often([...NAMES.cluster, GENERATED.cluster]),
      service: often([...NAMES.service, GENERATED.service]),
      daemon: often([...NAMES.daemon, GENERATED.daemon]),
      capacityProvider: fc.constantFrom(...NAMES.capacityProvider, undefined),
      detail: fc.record(known),
    }),
    family: fc.constantFrom('web', 'web-2'),
    hasClusterArn: fc.boolean(),
  }).map(({ name, about, family, hasClusterArn }) => {
    const partition = about.region === 'cn-north-1' ? 'aws-cn' : 'aws';
    const taskDefinitionArn = `arn:${partition}:ecs:${about.region}:${about.account}:task-definition/${family}:3`;
    const detail = {
      ...name && { eventName: name },
      ...about.detail,
      ...'lastStatus' in known && { taskDefinitionArn },
      ...!hasClusterArn && entry.cluster.path === 'resources' && { clusterArn: undefined },
    };
    return sent(entry.detailType, name, { ...about, partition, detail });
  });
}

/** The first value more often than the others. */
function often<T>([first, ...others]: readonly T[]): fc.Arbitrary<T> {
  return fc.oneof({ weight: 2, arbitrary: fc.constant(first) }, { weight: 1, arbitrary: fc.constantFrom(first, ...others) });
}

