import { CONTAINER_INSTANCE_HEALTH_CHANGE_WORDING } from './container-instance-health-change';
import { CONTAINER_INSTANCE_STATE_CHANGE_WORDING } from './container-instance-state-change';
import { DAEMON_DEPLOYMENT_STATE_CHANGE_WORDING } from './daemon-deployment-state-change';
import { DAEMON_SERVICE_ACTION_WORDING } from './daemon-service-action';
import { HOOK_STATE_CHANGE_WORDING } from './hook-state-change';
import { SERVICE_ACTION_WORDING } from './service-action';
import { SERVICE_DEPLOYMENT_STATE_CHANGE_WORDING } from './service-deployment-state-change';
import { TASK_STATE_CHANGE_WORDING } from './task-state-change';
import type { DetailTypeWording } from './wording';

/** The wording of every event, by its detail type. A test compares it with the catalog. */
export const WORDINGS: Readonly<Record<string, DetailTypeWording>> = {
  'ECS Daemon Service Action': DAEMON_SERVICE_ACTION_WORDING,
  'ECS Daemon Deployment State Change': DAEMON_DEPLOYMENT_STATE_CHANGE_WORDING,
  'ECS Service Action': SERVICE_ACTION_WORDING,
  'ECS Deployment State Change': SERVICE_DEPLOYMENT_STATE_CHANGE_WORDING,
  'ECS Hook State Change': HOOK_STATE_CHANGE_WORDING,
  'ECS Container Instance Health Change': CONTAINER_INSTANCE_HEALTH_CHANGE_WORDING,
  'ECS Container Instance State Change': CONTAINER_INSTANCE_STATE_CHANGE_WORDING,
  'ECS Task State Change': TASK_STATE_CHANGE_WORDING,
};
