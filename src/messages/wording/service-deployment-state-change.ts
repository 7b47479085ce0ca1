import { checks } from './wording';
import type { DetailTypeWording } from './wording';

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
  events: {
    SERVICE_DEPLOYMENT_IN_PROGRESS: {
      title: 'A deployment of {service} is in progress',
      meaning: 'A new revision, or a rollback: then the reason begins with ECS deployment circuit breaker.',
    },
    SERVICE_DEPLOYMENT_COMPLETED: {
      title: 'A deployment of {service} is complete',
      meaning: 'The service is in a steady state, with the new revision or, after a rollback, with the previous one.',
    },
    SERVICE_DEPLOYMENT_FAILED: {
      title: 'A deployment of {service} failed',
      meaning: 'The circuit breaker or a deployment alarm stopped it. The previous revision comes back only if the service is set to roll back.',
      checks: checks(
        'Which alarm rang, or why did the new tasks stop: stoppedReason, exit code and log of the essential container.',
        'Health checks of the new revision: path, port, grace period.',
      ),
    },
  },
};
