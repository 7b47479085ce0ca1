import { ADDITIONAL_PATTERN, isAbsence, leavesOf } from './additional/pattern-shape';
import type { PatternJson } from './conditions/condition';
import type { DetailTypeEntry } from '../events/detail-type';
import type { Filters } from '../filters/any-filters';
import type { Finding } from '../validation/findings/finding';

/** The filters on what a task has from when it stops, with the field. */
const FIELDS = {
  stopCodes: 'detail.stopCode',
  stoppedReasons: 'detail.stoppedReason',
  exitCodes: 'detail.containers.exitCode',
  containerReasons: 'detail.containers.reason',
} as const;

/** The filters of a part, and what was added to them. */
interface FiltersOfPart {
  readonly entry: DetailTypeEntry;
  readonly filters: Filters;
  readonly additional?: PatternJson;
}

/**
 * Reports filters that match several events of one task: of 12 recorded tasks that stopped, 23 events had the stop code. Exit codes are in the events with the
 * status DEPROVISIONING too.
 */
export function repetitionFindings({ entry, filters, additional = {} }: FiltersOfPart): Finding[] {
  const leaves = leavesOf(additional);
  const isAdded = (field: string) => leaves.some(({ path, matchers }) => path === field && !matchers.some(isAbsence));
  const props = Object.entries(FIELDS).flatMap(([filter, field]) => filters[filter as keyof typeof FIELDS] !== undefined ? filter : isAdded(field) ? `${ADDITIONAL_PATTERN}.${field}` : []);
  const isLimited = filters.lastStatuses !== undefined || leaves.some(({ path }) => path === 'detail.lastStatus' || path === 'detail.desiredStatus');
  return entry.detailType !== 'ECS Task State Change' || props.length === 0 || isLimited ? [] : [{
    level: 'info',
    id: 'cdk-ecs-event-rules:taskMatchedRepeatedly',
    message: `${props[0]}: a task that stops sends two to four events that match. Add lastStatuses: [TaskLastStatus.STOPPED] to match one of them,`
      + ' or acknowledge this if earlier ones are needed, such as the notice of a Spot interruption.',
  }];
}
