import { checks } from './wording';
import type { DetailTypeWording } from './wording';
import { developerGuide } from '../../events/sources';

const REBALANCING = developerGuide('track-service-rebalancing');

/** The events that only Availability Zone rebalancing sends. */
export const REBALANCING_EVENTS: DetailTypeWording['events'] = {
  TASKS_STARTED: {
    title: '{Service} started tasks to rebalance',
    meaning: 'ECS moves tasks to Availability Zones that have fewer of them. No action needed.',
  },
  SERVICE_REBALANCING_STARTED: {
    title: 'ECS is rebalancing {service}',
    meaning: 'Its tasks are spread unevenly across Availability Zones: ECS starts some and stops others. No action needed.',
  },
  SERVICE_REBALANCING_COMPLETED: {
    title: 'ECS rebalanced {service}',
    meaning: 'Its tasks are spread evenly across Availability Zones. No action needed.',
  },
  SERVICE_REBALANCING_STOPPED: {
    title: 'ECS stopped rebalancing {service}',
    meaning: 'Its tasks may be spread unevenly across Availability Zones. ECS sends further events that say why.',
    checks: checks('Did SERVICE_TASK_PLACEMENT_FAILURE or TASKSET_SCALE_IN_FAILURE_BY_TASK_PROTECTION come with it?'),
    docs: REBALANCING,
  },
  TASKSET_SCALE_IN_FAILURE_BY_TASK_PROTECTION: {
    title: 'Task protection blocks rebalancing of {service}',
    meaning: 'ECS cannot stop tasks that have scale-in protection, so they stay in their Availability Zone.',
    checks: checks('Which tasks are protected, and until when: aws ecs get-task-protection with the cluster and the tasks.'),
    docs: REBALANCING,
  },
};
