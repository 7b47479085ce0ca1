import { checks } from './wording';
import type { DetailTypeWording } from './wording';
import { developerGuide } from '../../events/sources';

/** What to do with the stopped tasks that a command lists. */
export const DESCRIBE_STOPPED = 'stoppedReason, containers[].reason, and exit codes (aws ecs describe-tasks). ECS keeps stopped tasks for about an hour.';

/** What to do when a deployment runs badly. */
export const BAD_DEPLOYMENT = 'If it runs badly: aws ecs stop-service-deployment --stop-type ROLLBACK, with the ARN from aws ecs list-service-deployments.';

export const SERVICE_DEPLOYMENT_STATE_CHANGE_WORDING: DetailTypeWording = {
  facts: [
    { label: 'Service', path: 'resources[0]', key: 'serviceArn', identifies: 'service' },
    { label: 'Deployment', path: 'detail.deploymentId' },
    { label: 'Last update', path: 'detail.updatedAt' },
    { label: 'Reason', path: 'detail.reason', cause: 'text' },
  ],
  // The event has no cluster: its name stands in the ARN of the service.
  command: 'aws ecs describe-services --region <region> --cluster {clusterName} --services <resources[0]>',
  thread: 'detail.deploymentId',
  docs: developerGuide('deployment-failure-detection'),
  events: {
    SERVICE_DEPLOYMENT_IN_PROGRESS: {
      title: 'A deployment of {service} is in progress',
      meaning: 'A new revision, or a rollback: then the reason begins with ECS deployment circuit breaker: rolling back.',
      checks: checks(BAD_DEPLOYMENT),
    },
    SERVICE_DEPLOYMENT_COMPLETED: {
      title: 'A deployment of {service} is complete',
      meaning: 'The service is in a steady state, with the new revision or, after a rollback, with the previous one.',
    },
    SERVICE_DEPLOYMENT_FAILED: {
      title: 'A deployment of {service} failed',
      showsLogs: true,
      meaning: 'ECS rolls back only if a rollback is configured and an earlier deployment completed. Otherwise it starts no new tasks.',
      checks: checks(
        'Did an alarm of the deployment fire? In blue/green deployments, did a hook fail or a stage last 24 hours?',
        'Why did the new tasks stop (aws ecs list-tasks --desired-status STOPPED, then aws ecs describe-tasks)? ECS keeps them for about an hour.',
        'Health checks of the new revision: path, port, grace period.',
      ),
    },
  },
};
