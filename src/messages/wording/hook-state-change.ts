import { checks } from './wording';
import type { DetailTypeWording } from './wording';

export const HOOK_STATE_CHANGE_WORDING: DetailTypeWording = {
  facts: [
    { label: 'Stage', path: 'detail.lifecycleStage' },
    { label: 'Hook', path: 'detail.hookId' },
    { label: 'Hook type', path: 'detail.hookType' },
    { label: 'Expires', path: 'detail.expiresAt' },
    { label: 'Service', path: 'detail.serviceArn', identifies: 'service' },
    { label: 'Deployment', path: 'detail.serviceDeploymentArn' },
    { label: 'Cluster', path: 'detail.clusterArn' },
  ],
  command: 'aws ecs describe-service-deployments --region <region> --service-deployment-arns <detail.serviceDeploymentArn>',
  thread: 'detail.serviceDeploymentArn',
  events: {
    HOOK_IN_PROGRESS: {
      title: 'A deployment of {service} is in a lifecycle hook',
      meaning: 'It goes on when the hook is done.',
    },
    HOOK_AWAITING_ACTION: {
      title: 'A deployment of {service} waits for somebody to act',
      meaning: 'It stands still in a lifecycle hook until somebody continues it or rolls it back, or until the hook expires.',
      checks: checks('Look at the new revision, then continue the deployment or roll it back before the hook expires.'),
    },
    HOOK_SUCCEEDED: {
      title: 'A lifecycle hook let a deployment of {service} go on',
      meaning: 'The next stage begins.',
    },
    HOOK_FAILED: {
      title: 'A lifecycle hook refused a deployment of {service}',
      meaning: 'The deployment is rolled back.',
      checks: checks('What did the hook find: log of the hook, state of the new revision at that stage.'),
    },
    HOOK_TIMED_OUT: {
      title: 'Nobody acted in time on a deployment of {service}',
      meaning: 'The lifecycle hook expired; what follows depends on how the hook is set.',
      checks: checks('Does the deployment go on or roll back? If it still has to be shipped, start it again and act before the hook expires.'),
    },
  },
};
