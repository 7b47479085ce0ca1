import { App, Resource, Stack } from 'aws-cdk-lib';
import * as ecs from 'aws-cdk-lib/aws-ecs';
import * as sns from 'aws-cdk-lib/aws-sns';
import type { aws_ecs } from 'aws-cdk-lib/interfaces';
import { HOME, NAMES } from './meant-failure';
import type { EcsFailureAlertsProps } from '../../src';
import { EcsFailure, EcsFailureAlerts, SnsPublish } from '../../src';
import type { EcsEventJson } from '../../src/events/detail-type';
import { FAILURES } from '../../src/events/failures';

class ImportedDaemon extends Resource implements aws_ecs.IDaemonRef {
  public readonly daemonRef: aws_ecs.DaemonReference;

  constructor(stack: Stack, id: string, name: string) {
    super(stack, id);
    this.daemonRef = { daemonArn: `arn:aws:ecs:${HOME.region}:${HOME.account}:daemon/${NAMES.cluster}/${name}` };
  }
}

/** Alerts, and who is notified of an event that means a failure. */
export interface FailureOption {
  readonly title: string;
  /** Whether every case is tried. */
  readonly isThorough?: boolean;
  readonly props: (stack: Stack) => EcsFailureAlertsProps;
  /** The topics that receive an event, in any order. */
  readonly expected: (failure: string, event: EcsEventJson) => string[];
}

const CRITICAL = ['TASK_PLACEMENT', 'TASK_CONFIGURATION', 'TASK_START_IMPAIRED', 'HEALTH_UNKNOWN', 'DEPLOYMENT_FAILED', 'DAEMON_ROLLBACK_FAILED'];
const OPT_IN = ['SPOT_INTERRUPTED', 'HOST_TERMINATED', 'AGENT_DISCONNECTED'];
const failures = (names: readonly string[]) => names.map((name) => EcsFailure.of(name));
const ALL_OPT_INS = { includedFailures: failures(OPT_IN) };

/** Who is notified: of a failure with its severity, unless it is excluded. */
function notified(failure: string, excluded: readonly string[] = OPT_IN, critical: readonly string[] = CRITICAL): string[] {
  return excluded.includes(failure) ? [] : ['All', critical.includes(failure) ? 'Critical' : 'Warning'];
}

/** Whether an event is about a service, a daemon, or a family of task definitions. */
const isAbout = {
  service: ({ resources, detail: { serviceArn, group } }: EcsEventJson) =>
    resources.some((arn) => arn.includes(':service/')) || serviceArn !== undefined || group === `service:${NAMES.service}`,
  daemon: ({ detail }: EcsEventJson) => detail.daemonArn !== undefined,
  family: ({ detail }: EcsEventJson) => detail.taskDefinitionArn !== undefined,
};

/** Alerts with each option. */
export function failureOptions(): FailureOption[] {
  const byDefault = (failure: string) => notified(failure);
  const unlessAbout = (kind: keyof typeof isAbout) => (failure: string, event: EcsEventJson) => isAbout[kind](event) ? [] : notified(failure, []);
  const arn = (resource: string) => `arn:aws:ecs:${HOME.region}:${HOME.account}:${resource}`;
  const service = (stack: Stack) => ecs.BaseService.fromServiceArnWithCluster(stack, 'Service', arn(`service/${NAMES.cluster}/${NAMES.service}`));
  const cluster = (stack: Stack) => ecs.Cluster.fromClusterArn(stack, 'Cluster', arn(`cluster/${NAMES.cluster}`));
  const daemon = (stack: Stack, name: string) => new ImportedDaemon(stack, `Daemon${name}`, name);
  return [
    { title: 'by default', isThorough: true, props: () => ({}), expected: byDefault },
    { title: 'with a cluster name', props: () => ({ clusterNames: [NAMES.cluster] }), expected: byDefault },
    { title: 'with a cluster', props: (stack) => ({ clusters: [cluster(stack)] }), expected: byDefault },
    { title: 'with a prefix of cluster names', props: () => ({ clusterNamePrefixes: ['pro'] }), expected: byDefault },
    { title: 'with another cluster', props: () => ({ clusterNames: ['staging'] }), expected: () => [] },
    {
      title: 'with 40 clusters',
      props: () => ({ clusterNames: [NAMES.cluster, ...Array.from({ length: 39 }, (_, i) => `some-other-cluster-${i}`)] }),
      expected: byDefault,
    },
    { title: 'with the account and the Region', props: () => ({ accounts: [HOME.account], regions: [HOME.region] }), expected: byDefault },
    { title: 'with another account', props: () => ({ accounts: ['444455556666'] }), expected: () => [] },
    { title: 'with all opt-in failures', isThorough: true, props: () => ALL_OPT_INS, expected: (failure) => notified(failure, []) },
    ...FAILURES.map(({ name }) => ({
      title: `without ${name}`,
      props: () => ({ excludedFailures: failures([name]), includedFailures: failures(OPT_IN.filter((other) => other !== name)) }),
      expected: (failure: string) => notified(failure, [name]),
    })),
    ...FAILURES.map(({ name }) => ({
      title: `with ${name} of the other severity`,
      props: () => ({ ...ALL_OPT_INS, [CRITICAL.includes(name) ? 'warningFailures' : 'criticalFailures']: [EcsFailure.of(name)] }),
      expected: (failure: string) => notified(failure, [], [...CRITICAL, name].filter((other) => other !== name || !CRITICAL.includes(name))),
    })),
    {
      title: 'with nothing but warnings',
      props: () => ({ ...ALL_OPT_INS, warningFailures: CRITICAL.map((name) => EcsFailure.of(name)), criticalTargets: [] }),
      expected: (failure) => notified(failure, [], []),
    },
    {
      title: 'without the service by name',
      props: () => ({ ...ALL_OPT_INS, excludedServiceNames: [NAMES.service] }),
      expected: unlessAbout('service'),
    },
    {
      title: 'without another service by name',
      isThorough: true,
      props: () => ({ ...ALL_OPT_INS, excludedServiceNames: ['canary', 'web-2'] }),
      expected: (failure) => notified(failure, []),
    },
    { title: 'without the service', props: (stack) => ({ ...ALL_OPT_INS, excludedServices: [service(stack)] }), expected: unlessAbout('service') },
    {
      title: 'with a cluster without another service by name',
      props: () => ({ ...ALL_OPT_INS, clusterNames: [NAMES.cluster], excludedServiceNames: ['canary'] }),
      expected: (failure) => notified(failure, []),
    },
    { title: 'without the daemon by name', props: () => ({ ...ALL_OPT_INS, excludedDaemonNames: [NAMES.daemon] }), expected: unlessAbout('daemon') },
    {
      title: 'without another daemon',
      props: (stack) => ({ ...ALL_OPT_INS, excludedDaemons: [daemon(stack, 'other')] }),
      expected: (failure) => notified(failure, []),
    },
    {
      title: 'without the daemon',
      props: (stack) => ({ ...ALL_OPT_INS, excludedDaemons: [daemon(stack, NAMES.daemon)] }),
      expected: unlessAbout('daemon'),
    },
    {
      title: 'without the family of task definitions',
      props: () => ({ ...ALL_OPT_INS, excludedTaskDefinitionFamilies: [NAMES.family] }),
      expected: unlessAbout('family'),
    },
    {
      title: 'without another family of task definitions',
      props: () => ({ ...ALL_OPT_INS, excludedTaskDefinitionFamilies: ['job'] }),
      expected: (failure) => notified(failure, []),
    },
    {
      title: 'with critical targets only',
      props: () => ({ targets: [], warningTargets: [] }),
      expected: (failure) => notified(failure).filter((target) => target === 'Critical'),
    },
    {
      title: 'with warning targets only',
      props: () => ({ targets: [], criticalTargets: [] }),
      expected: (failure) => notified(failure).filter((target) => target === 'Warning'),
    },
    {
      title: 'with six more targets',
      props: (stack) => ({ targets: Array.from({ length: 7 }, (_, i) => new SnsPublish(new sns.Topic(stack, `Topic${i}`))) }),
      expected: (failure) => notified(failure).flatMap((target) => target === 'All' ? Array.from({ length: 7 }, (_, i) => `Topic${i}`) : target),
    },
  ];
}

/** A stack with these alerts, and a topic for every list of targets. */
export function stackOf({ props }: FailureOption): { stack: Stack; alerts: EcsFailureAlerts } {
  const stack = new Stack(new App(), 'Stack', { env: HOME });
  const [all, critical, warning] = ['All', 'Critical', 'Warning'].map((id) => [new SnsPublish(new sns.Topic(stack, id))]);
  return { stack, alerts: new EcsFailureAlerts(stack, 'Alerts', { targets: all, criticalTargets: critical, warningTargets: warning, ...props(stack) }) };
}
