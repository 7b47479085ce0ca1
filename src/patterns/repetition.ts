import { leavesOf } from './additional/pattern-shape';
import type { PatternJson } from './conditions/condition';
import type { Filters } from '../filters/any-filters';
import type { Finding } from '../validation/findings/finding';

/** Reports filters that match several events of one task: of 12 recorded tasks that stopped, 23 events had the stop code. */
export function repetitionFindings({ filters, additional = {} }: { readonly filters: Filters; readonly additional?: PatternJson }): Finding[] {
  const filter = (['stopCodes', 'stoppedReasons'] as const).find((name) => filters[name] !== undefined);
  const isLimited = filters.lastStatuses !== undefined || leavesOf(additional).some(({ path }) => path === 'detail.lastStatus' || path === 'detail.desiredStatus');
  return filter === undefined || isLimited ? [] : [{
    level: 'info',
    id: 'cdk-ecs-event-rules:taskMatchedRepeatedly',
    message: `${filter}: a task that stops sends two to four events that match. Add lastStatuses: [TaskLastStatus.STOPPED] to match one of them,`
      + ' or acknowledge this if earlier ones are needed, such as the notice of a Spot interruption.',
  }];
}
