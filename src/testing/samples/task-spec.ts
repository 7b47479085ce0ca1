import { defined, sampleFor } from './sample-spec';
import type { SampleSpec } from './sample-spec';
import type { TaskStateChangeSampleOptions } from './task-state-change-sample-options';
import type { DetailTypeEntry, Sample } from '../../events/detail-type';

type Json = { [key: string]: unknown };

/** The statuses of a task, in their order. */
const STATUSES = ['PROVISIONING', 'PENDING', 'ACTIVATING', 'RUNNING', 'DEACTIVATING', 'STOPPING', 'DEPROVISIONING', 'STOPPED', 'DELETED'];

/** The first status whose events have a field, as recorded. */
const SINCE: Readonly<Record<string, string>> = {
  pullStartedAt: 'ACTIVATING',
  pullStoppedAt: 'ACTIVATING',
  connectivity: 'RUNNING',
  connectivityAt: 'RUNNING',
  startedAt: 'RUNNING',
  stoppingAt: 'DEACTIVATING',
  executionStoppedAt: 'DEPROVISIONING',
  stoppedAt: 'STOPPED',
};

/** A sample of a change of state of a task: with the fields that tasks in this status have. */
export function taskSpec(entry: DetailTypeEntry, options: TaskStateChangeSampleOptions): SampleSpec {
  const { lastStatus = 'STOPPED', exitCode, stopCode, stoppedReason } = options;
  const sample = taskSample(entry, options);
  const isStopping = stopCode !== undefined || stoppedReason !== undefined || hasReached(lastStatus, 'DEACTIVATING');
  const { stopCode: code, stoppedReason: reason, containers, ...others } = sample.event.detail;
  return {
    sample,
    options,
    detail: {
      ...Object.fromEntries(Object.entries(others).filter(([field]) => hasReached(lastStatus, SINCE[field]))),
      ...defined({
        ...fieldsOf(options),
        lastStatus,
        desiredStatus: isStopping ? 'STOPPED' : 'RUNNING',
        stopCode: stopCode ?? (isStopping ? code : undefined),
        stoppedReason: stoppedReason ?? (isStopping ? reason : undefined),
        containers: (containers as Json[] | undefined)?.map((container) => inStatus(container, lastStatus, exitCode)),
      }),
    },
  };
}

/** The sample that fits: the two-minute notice of a Spot interruption, which has few fields, or a task that stopped. */
function taskSample(entry: DetailTypeEntry, { lastStatus, stopCode, stoppedReason }: TaskStateChangeSampleOptions): Sample {
  const [{ samples }] = entry.events;
  const notice = samples.find(({ event }) => event.detail.containers === undefined)!;
  const { detail } = notice.event;
  const isNotice = lastStatus === detail.lastStatus && (stopCode === detail.stopCode || stoppedReason === detail.stoppedReason);
  const stopped = samples.filter(({ event }) => event.detail.lastStatus === 'STOPPED');
  return isNotice ? notice : sampleFor({ ...entry, events: [{ ...entry.events[0], samples: stopped }] }, undefined, { stopCode, stoppedReason });
}

function fieldsOf({ group, launchType, capacityProviderName }: TaskStateChangeSampleOptions) {
  return { group, launchType, capacityProviderName };
}

function inStatus({ exitCode: ofSample, ...container }: Json, lastStatus: string, exitCode: number | undefined): Json {
  const isOver = hasReached(lastStatus, 'DEPROVISIONING');
  return {
    ...container,
    ...defined({
      lastStatus: isOver ? 'STOPPED' : hasReached(lastStatus, 'ACTIVATING') ? 'RUNNING' : 'PENDING',
      exitCode: exitCode ?? (isOver ? ofSample : undefined),
    }),
  };
}

/** Whether a status is at or after another; a status that is not known is taken to be after all. */
function hasReached(status: string, other: string | undefined): boolean {
  return other === undefined || !STATUSES.includes(status) || STATUSES.indexOf(status) >= STATUSES.indexOf(other);
}
