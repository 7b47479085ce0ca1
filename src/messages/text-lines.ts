import type { Heard } from './heard';
import { UNKNOWN } from './literal-text';
import type { EcsEventTextOptions } from './text-options';
import { alwaysCarries } from '../events/catalogue';

/** The lines that tell of the events that a rule hears. `<path>` stands for a value of the event. */
export function textLines(heard: Heard, { titlePrefix, runbook }: EcsEventTextOptions): string[] {
  const names = new Set(heard.kinds.map(({ event }) => event?.name));
  const [only] = names.size === 1 ? [...names] : [undefined];
  const [title, ...lines] = (only !== undefined ? NAMED[only] : undefined)?.(heard) ?? anyKind(heard);
  return [
    titlePrefix === undefined ? title : `${titlePrefix} ${title}`,
    ...lines,
    ...runbook === undefined ? [] : [`Runbook: ${runbook}`],
    'Rule: <aws.events.rule-name>',
  ];
}

const REPORTED = 'account <account>, Region <region>';

/** The events that have a text of their own. Only fields that the event always carries. */
const NAMED: Record<string, (heard: Heard) => string[]> = {
  DAEMON_TASK_START_IMPAIRED: (heard) => {
    const failureTypes = heard.values('detail.failureType');
    const canBe = (failureType: string) => failureTypes === undefined || failureTypes.includes(failureType);
    return [
      `[WARNING] ECS cannot start a task${ofDaemon(heard)} on an instance${ofCluster(heard, 'of')}`,
      'Failure: <detail.failureType>',
      'Reason: <detail.reason>',
      'Daemon: <detail.daemonArn>',
      'Instance: <detail.containerInstanceArn>, capacity provider <detail.capacityProviderName>',
      `Reported: <detail.createdAt>, ${REPORTED}`,
      ...canBe('TASK_CREATION_FAILED') ? ['Check if TASK_CREATION_FAILED (no task was created): free CPU, memory and ports of that instance.'] : [],
      ...canBe('TASK_FAILED_TO_RUN') ? ['Check if TASK_FAILED_TO_RUN (created, never RUNNING): image and registry access, health check, log of the essential container.'] : [],
      'Look: aws ecs describe-container-instances --region <region> --cluster <detail.clusterArn> --container-instances <detail.containerInstanceArn>',
    ];
  },
  DAEMON_DEPLOYMENT_ROLLBACK_FAILED: (heard) => [
    `[ERROR] ECS could not roll back ${ofDaemon(heard).replace(' of ', '') || 'a daemon'}${ofCluster(heard, 'in')}`,
    'Daemon: <detail.daemonArn>',
    'Deployment: <detail.daemonDeploymentArn>',
    'Target revision: <detail.targetDaemonRevisionArn>',
    `Reported: <detail.updatedAt>, ${REPORTED}`,
    'Check: can the previous image still be pulled, is there room on the instances, did DAEMON_TASK_START_IMPAIRED come before. The event gives no reason.',
    'Look: aws ecs describe-daemon-deployments --region <region> --daemon-deployment-arns <detail.daemonDeploymentArn>',
  ],
  SERVICE_TASK_PLACEMENT_FAILURE: (heard) => [
    `[ERROR] ECS cannot place a task${ofService(heard)}${ofCluster(heard, 'in')}`,
    'Reason: <detail.reason>',
    'Service: <resources[0]>',
    `Reported: <time>, ${REPORTED}`,
    'Check if RESOURCE:FARGATE: no Fargate (Spot) capacity; add a second capacity provider or more Availability Zones.',
    'Check if RESOURCE:CPU or RESOURCE:MEMORY: no instance has that much free; add capacity or lower the task size.',
    'Check if AGENT: the container agent is disconnected.',
    'Look: aws ecs describe-services --region <region> --cluster <detail.clusterArn> --services <resources[0]>',
  ],
};

/** Any kind, and several kinds at once: what all of them carry. */
function anyKind({ kinds }: Heard): string[] {
  const shared = (path: string) => kinds.every(({ entry, event }) => entry !== undefined && alwaysCarries(entry, path, event?.name));
  return [
    shared('eventName') && shared('eventType') ? '[<detail.eventType>] <detail-type>: <detail.eventName>' : '<detail-type>',
    ...shared('reason') ? ['Reason: <detail.reason>'] : [],
    ...shared('clusterArn') ? ['Cluster: <detail.clusterArn>'] : [],
    ...kinds.every(({ entry }) => entry !== undefined && RESOURCES.includes(entry.resources)) ? ['About: <resources[0]>'] : [],
    `Reported: <time>, ${REPORTED}`,
  ];
}

/** What `resources` holds where it always holds one thing. */
const RESOURCES = ['the daemon', 'the service', 'the container instance', 'the task'];

function ofDaemon(heard: Heard): string {
  const name = nameIn(heard, 'detail.daemonArn', /:daemon\/[^/]*\/([^/]+)$/);
  return name ? ` of daemon ${name}` : '';
}

function ofService(heard: Heard): string {
  const name = nameIn(heard, 'resources', /:service\/[^/]*\/([^/]+)$/);
  return name ? ` of service ${name}` : '';
}

function ofCluster(heard: Heard, word: string): string {
  const name = nameIn(heard, 'detail.clusterArn', /:cluster\/([^/]+)$/)
    ?? nameIn(heard, 'detail.daemonArn', /:daemon\/([^/]+)\/[^/]+$/)
    ?? nameIn(heard, 'resources', /:service\/([^/]+)\/[^/]+$/);
  return name ? ` ${word} cluster ${name}` : '';
}

/** The one name that all things that the rule asks for have, such as the cluster of two daemons, if it is known at synthesis. */
function nameIn(heard: Heard, path: string, form: RegExp): string | undefined {
  const names = new Set(heard.values(path)?.map((arn) => form.exec(arn)?.[1]));
  const [name] = names.size === 1 ? names : [undefined];
  return name === undefined || name.includes(UNKNOWN) ? undefined : name;
}
