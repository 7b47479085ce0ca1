import type { Names } from './names';
import { withNames } from './names';
import { inside, withValues } from './placeholder';
import { FAILURES } from '../../events/failures';
import type { MatchedEvents } from '../matched-events/matched-events';
import type { Wording } from '../wording/wording';

/** What happened, with the names that the rule knows: `ECS cannot place tasks of service web (cluster prod)`. */
export function titleOf(matched: MatchedEvents, wording: Pick<Wording, 'title'> | undefined, names: Names): string {
  const title = wording ? withValues(withNames(wording.title, names)) : titleOfMany(matched) + withNames('[ of {daemon}][ of {service}]', names);
  return `${title}${names.cluster === undefined ? '' : ` (cluster ${names.cluster})`}`;
}

/** The statuses that distinguish changes whose events have no names. An event has one of them at most. */
const STATUSES = ['detail.lastStatus', 'detail.overallStatus', 'detail.status'];

function titleOfMany(matched: MatchedEvents): string {
  const failure = FAILURES.find(({ title, events }) => title !== undefined && matched.kinds.every(({ entry, event }) =>
    events.some((each) => each.entry === entry && each.alternatives.some(({ eventName = [] }) => eventName.includes(event?.name)))));
  if (failure) {
    return `${failure.title}: ${inside('detail.eventName')}`;
  }
  if (matched.alwaysHas('detail.eventName')) {
    return `ECS event ${inside('detail.eventName')}`;
  }
  const isKnown = matched.kinds.every(({ entry }) => entry !== undefined);
  return isKnown ? `${inside('detail-type')}: ${['detail.eventName', ...STATUSES].map(inside).join('')}` : inside('detail-type');
}
