import { checks } from './wording';
import type { DetailTypeWording } from './wording';
import { developerGuide } from '../../events/sources';

export const DAEMON_DEPLOYMENT_STATE_CHANGE_WORDING: DetailTypeWording = {
  facts: [
    { label: 'Daemon', path: 'detail.daemonArn', identifies: 'daemon' },
    { label: 'Deployment', path: 'detail.daemonDeploymentArn' },
    { label: 'Target revision', path: 'detail.targetDaemonRevisionArn' },
    { label: 'Cluster', path: 'detail.clusterArn' },
  ],
  command: 'aws ecs describe-daemon-deployments --region <region> --daemon-deployment-arns <detail.daemonDeploymentArn>',
  thread: 'detail.daemonDeploymentArn',
  docs: developerGuide('managed-daemons-deployments'),
  events: {
    DAEMON_DEPLOYMENT_PENDING: {
      title: 'A deployment of {daemon} is pending',
      meaning: 'No instance has been replaced yet.',
    },
    DAEMON_DEPLOYMENT_IN_PROGRESS: {
      title: 'A deployment of {daemon} is in progress',
      meaning: 'ECS drains instances in batches (drainPercent, 25 by default) and provisions replacement instances with the target revision.',
    },
    DAEMON_DEPLOYMENT_SUCCESSFUL: {
      title: 'A deployment of {daemon} is complete',
      meaning: 'ECS reports that all daemon tasks run the target revision and are healthy.',
    },
    DAEMON_DEPLOYMENT_STOPPED: {
      title: 'A deployment of {daemon} was stopped',
      meaning: 'It failed, or a newer deployment replaced it. The event does not say which. Instances may run different revisions.',
      checks: checks(
        'Is there a newer deployment of this daemon (aws ecs list-daemon-deployments)?',
        'If not: did DAEMON_TASK_START_IMPAIRED come before, and with which reason?',
      ),
    },
    DAEMON_DEPLOYMENT_STOP_REQUESTED: {
      title: 'A deployment of {daemon} is being stopped',
      meaning: 'It does not continue and will be rolled back. No one can stop a daemon deployment through the API.',
      checks: checks(
        'Did tasks fail to start: DAEMON_TASK_START_IMPAIRED and its reason?',
        'Did an alarm of the deployment fire, during the deployment or its bake time?',
        'Was a newer deployment started?',
      ),
    },
    DAEMON_DEPLOYMENT_ROLLBACK_IN_PROGRESS: {
      title: 'ECS is rolling back {daemon}',
      meaning: 'The circuit breaker or an alarm ended the deployment. ECS deploys the previous revision again, batch by batch.',
      checks: checks(
        'Did tasks of the target revision fail: reasons in DAEMON_TASK_START_IMPAIRED, image, health check, log of the essential container?',
        'If not: which alarm of the deployment fired?',
      ),
    },
    DAEMON_DEPLOYMENT_ROLLBACK_SUCCESSFUL: {
      title: 'ECS rolled back {daemon}',
      meaning: 'The previous revision runs again. The target revision is not deployed.',
      checks: checks('Fix the target revision before you deploy again: reasons in DAEMON_TASK_START_IMPAIRED, image, health check, log, alarms.'),
    },
    DAEMON_DEPLOYMENT_ROLLBACK_FAILED: {
      title: 'ECS could not roll back {daemon}',
      meaning: 'Instances may run the failed revision, the previous one, or no task of this daemon. The event gives no reason.',
      // Shows the revisions and how many instances run each of them, or none.
      command: 'aws ecs describe-daemon --region <region> --daemon-arn <detail.daemonArn>',
      checks: checks(
        'Did DAEMON_TASK_START_IMPAIRED come before? Its reason says what fails.',
        'Can the image of the previous revision still be pulled, and is its task definition still active?',
        'Is there room on the instances: CPU, memory, ports?',
      ),
    },
  },
};
