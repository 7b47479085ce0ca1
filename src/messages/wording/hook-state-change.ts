import { checks } from './wording';
import type { DetailTypeWording } from './wording';
import { developerGuide } from '../../events/sources';

/** Continues or rolls back, by the action that is added. Both are required: AWS's guide omits the ARN, the reference of the CLI does not. */
const CONTINUE = 'aws ecs continue-service-deployment --region <region> --service-deployment-arn <detail.serviceDeploymentArn> --hook-id <detail.hookId>';

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
  docs: developerGuide('deployment-lifecycle-hooks'),
  events: {
    HOOK_IN_PROGRESS: {
      title: 'A lifecycle hook of {service} is running',
      meaning: 'The deployment continues after all hooks of the stage.',
    },
    HOOK_AWAITING_ACTION: {
      title: 'A deployment of {service} is paused and awaiting action',
      meaning: 'Someone must continue it or roll it back. When the hook expires, it continues or rolls back as configured; the event does not say which.',
      actions: [`${CONTINUE} --action CONTINUE`, `${CONTINUE} --action ROLLBACK`],
      checks: checks(
        'Inspect the new revision, then continue or roll back (aws ecs continue-service-deployment) before the hook expires.',
        'Linear and canary deployments pause once per traffic step, each time with another hook ID.',
      ),
      docs: developerGuide('pause-lifecycle-hooks'),
    },
    HOOK_SUCCEEDED: {
      title: 'A lifecycle hook of {service} succeeded',
      meaning: 'The next stage begins after all hooks of this one. Linear and canary deployments repeat stages, and hooks of traffic shifts also run in rollbacks.',
    },
    HOOK_FAILED: {
      title: 'A lifecycle hook of {service} failed',
      meaning: 'The deployment rolls back.',
      checks: checks(
        'Pause hook: someone chose to roll back. AWS CloudTrail shows who called ContinueServiceDeployment.',
        'Lambda hook: the function returned FAILED or no valid hookStatus, or it failed. See its log.',
      ),
    },
    HOOK_TIMED_OUT: {
      title: 'A lifecycle hook of {service} timed out',
      meaning: 'The deployment rolls back, which is the default, or continues, as the hook configures it. The event does not say which.',
      checks: checks(
        'Pause hook: no one acted in time. Lambda hook: the function returned neither SUCCEEDED nor FAILED in time. See its log.',
        'Which did the deployment do: timeoutAction in the output of the command? If it rolled back, deploy again.',
      ),
    },
  },
};
