import { checks } from './wording';
import type { DetailTypeWording } from './wording';

export const DAEMON_DEPLOYMENT_STATE_CHANGE_WORDING: DetailTypeWording = {
  facts: [
    { label: 'Daemon', path: 'detail.daemonArn', identifies: 'daemon' },
    { label: 'Deployment', path: 'detail.daemonDeploymentArn' },
    { label: 'Target revision', path: 'detail.targetDaemonRevisionArn' },
    { label: 'Cluster', path: 'detail.clusterArn' },
  ],
  command: 'aws ecs describe-daemon-deployments --region <region> --daemon-deployment-arns <detail.daemonDeploymentArn>',
  thread: 'detail.daemonDeploymentArn',
  events: {
    DAEMON_DEPLOYMENT_PENDING: {
      title: 'A deployment of {daemon} was requested',
      meaning: 'Nothing was replaced yet.',
    },
    DAEMON_DEPLOYMENT_IN_PROGRESS: {
      title: 'A deployment of {daemon} is in progress',
      meaning: 'ECS replaces the tasks of the daemon, instance by instance.',
    },
    DAEMON_DEPLOYMENT_SUCCESSFUL: {
      title: 'A deployment of {daemon} is complete',
      meaning: 'All tasks of the daemon run the target revision and are healthy.',
    },
    DAEMON_DEPLOYMENT_STOPPED: {
      title: 'A deployment of {daemon} was stopped',
      meaning: 'It failed, or a newer deployment took its place; the event does not say which.',
      checks: checks('Is there a newer deployment of this daemon? If not: did DAEMON_TASK_START_IMPAIRED come before, and why?'),
    },
    DAEMON_DEPLOYMENT_STOP_REQUESTED: {
      title: 'A deployment of {daemon} is being stopped',
      meaning: 'It goes no further and will be rolled back.',
      checks: checks('Did somebody stop it, or did tasks fail: did DAEMON_TASK_START_IMPAIRED come before?'),
    },
    DAEMON_DEPLOYMENT_ROLLBACK_IN_PROGRESS: {
      title: 'ECS rolls back {daemon}',
      meaning: 'The deployment failed or the circuit breaker stopped it; the previous revision comes back.',
      checks: checks('Why did tasks of the target revision fail: reasons in DAEMON_TASK_START_IMPAIRED, image, health check, log of the essential container.'),
    },
    DAEMON_DEPLOYMENT_ROLLBACK_SUCCESSFUL: {
      title: 'ECS rolled back {daemon}',
      meaning: 'The previous revision runs again; the target revision is not deployed.',
      checks: checks('Mend the target revision before the next deployment: reasons in DAEMON_TASK_START_IMPAIRED, image, health check, log of the essential container.'),
    },
    DAEMON_DEPLOYMENT_ROLLBACK_FAILED: {
      title: 'ECS could not roll back {daemon}',
      meaning: 'Instances may run the failed revision, the previous one, or no task of this daemon. The event gives no reason.',
      checks: checks(
        'Can the image of the previous revision still be pulled, and is its task definition still active?',
        'Is there room on the instances: CPU, memory, ports?',
        'Did DAEMON_TASK_START_IMPAIRED come before? Its reason says what fails.',
      ),
    },
  },
};
