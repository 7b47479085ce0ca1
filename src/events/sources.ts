const DEVELOPER_GUIDE = 'https://docs.aws.amazon.com/AmazonECS/latest/developerguide/';
const API_REFERENCE = 'https://docs.aws.amazon.com/AmazonECS/latest/APIReference/';

/** The address of a page of the Amazon ECS Developer Guide. */
export function developerGuide(page: string): string {
  return `${DEVELOPER_GUIDE}${page}.html`;
}

/**
 * Where the catalog has its statements from, other than the page of the detail type itself. The next comparison looks them up here.
 *
 * Nothing of an event that others recorded is copied: samples have the same shape with invented names.
 */
export const SOURCES = {
  page: 'the page of the detail type',
  recorded: 'events recorded on AWS from 2016 to 2025: 206 of tasks, 49 service actions, 24 deployments, and 3 container instances',
  schema: 'the schema that Amazon EventBridge publishes in its schema registry (`aws.ecs@…`)',
  rebalancing: developerGuide('track-service-rebalancing'),
  lifecycleHooks: developerGuide('deployment-lifecycle-hooks'),
  pauseHooks: developerGuide('pause-lifecycle-hooks'),
  taskLifecycle: developerGuide('task-lifecycle-explanation'),
  spot: developerGuide('fargate-capacity-providers'),
  trunking: developerGuide('container-instance-eni'),
  apiContainerInstance: `${API_REFERENCE}API_ContainerInstance.html`,
  apiTask: `${API_REFERENCE}API_Task.html`,
} as const;

/** The name of a source. */
export type Source = keyof typeof SOURCES;
