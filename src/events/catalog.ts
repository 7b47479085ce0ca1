import { CONTAINER_INSTANCE_HEALTH_CHANGE } from './container-instance-health-change';
import { CONTAINER_INSTANCE_STATE_CHANGE } from './container-instance-state-change';
import { DAEMON_DEPLOYMENT_STATE_CHANGE } from './daemon-deployment-state-change';
import { DAEMON_SERVICE_ACTION } from './daemon-service-action';
import type { DetailTypeEntry, EventEntry } from './detail-type';
import { HOOK_STATE_CHANGE } from './hook-state-change';
import { SERVICE_ACTION } from './service-action';
import { SERVICE_DEPLOYMENT_STATE_CHANGE } from './service-deployment-state-change';
import { TASK_STATE_CHANGE } from './task-state-change';

/** The source of every event of Amazon ECS. */
export const EVENT_SOURCE = 'aws.ecs';

/** Every event that Amazon ECS sends: the one table from which sample events, messages and documentation derive. */
export const CATALOG: readonly DetailTypeEntry[] = [
  DAEMON_SERVICE_ACTION,
  DAEMON_DEPLOYMENT_STATE_CHANGE,
  SERVICE_ACTION,
  SERVICE_DEPLOYMENT_STATE_CHANGE,
  HOOK_STATE_CHANGE,
  CONTAINER_INSTANCE_HEALTH_CHANGE,
  CONTAINER_INSTANCE_STATE_CHANGE,
  TASK_STATE_CHANGE,
];

/** The entry of a detail type, if Amazon ECS has it. */
export function findDetailType(detailType: string): DetailTypeEntry | undefined {
  return CATALOG.find((entry) => entry.detailType === detailType);
}

/** The event of that name within one detail type. */
export function findEvent(entry: DetailTypeEntry, eventName: string): EventEntry | undefined {
  return entry.events.find(({ name }) => name === eventName);
}

/** The detail types that send an event of that name. */
export function detailTypesOf(eventName: string): DetailTypeEntry[] {
  return CATALOG.filter((entry) => findEvent(entry, eventName));
}

/** Whether every event of that detail type and, where given, of that name carries the field. The path starts below `detail`. */
export function alwaysHasField(entry: DetailTypeEntry, path: string, eventName?: string): boolean {
  const field = entry.fields.find((candidate) => candidate.path === path);
  return field !== undefined && (field.always || (eventName !== undefined && (field.alwaysIn ?? []).includes(eventName)));
}

/** Whether a field, by its full path, holds words of any kind in some detail type: quotes and line breaks may be in them. */
export function isFreeFormText(path: string): boolean {
  return CATALOG.some(({ fields }) => fields.some((field) => field.freeFormText && `detail.${field.path}` === path));
}
