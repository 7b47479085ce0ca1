import type { Condition, PatternJson } from './condition';
import { nest } from './condition';
import type { FieldFilter } from './text-conditions';
import { textCondition, textOf } from './text-conditions';
import type { PrefixValue, Value } from './values';
import { covers, minimal, prefix } from './values';
import type { DetailTypeEntry } from '../../events/detail-type';
import type { Filters } from '../../filters/any-filters';
import { exclusionList, filterList } from '../../validation/lists';
import { ValidationError, show } from '../../validation/validation-error';

const STOPPED: FieldFilter = { field: 'stoppedReason', include: 'stoppedReasons', exclude: 'excludedStoppedReasons', freeFormText: true, valueClass: 'StoppedReason' };

/** What the filters require of the reasons for which a task and its containers stopped. */
export function stopReasonConditions(entry: DetailTypeEntry, filters: Filters): Condition[] {
  const stopped = textCondition(entry, STOPPED, filters);
  const given = filterList('containerReasons', filters.containerReasons);
  if (!given) {
    return stopped ? [stopped] : [];
  }
  const field = entry.fields.find(({ path }) => path === 'containers[].reason')!;
  const reasons = minimal(given.map((reason, i) => prefix(textOf(field, `containerReasons[${i}]`, reason, 'ContainerReason'))));
  const stoppedValues = stopped?.constraintsByPath()['detail.stoppedReason'];
  return [new ContainerReasonCondition(reasons, stoppedValues, reasonsOfTask(reasons, stoppedValues, filters))];
}

/** The container reasons that a task may have in its stopped reason, in addition to what is required of that. */
function reasonsOfTask(
  reasons: readonly PrefixValue[],
  stopped: readonly Value[] | undefined,
  { stoppedReasons, excludedStoppedReasons }: Filters,
): readonly Value[] {
  if (stopped === undefined) {
    return reasons;
  }
  if (stoppedReasons) {
    return minimal(reasons.flatMap((reason) => stopped.flatMap((value) => covers(reason, value) ? [value] : covers(value, reason) ? [reason] : [])));
  }
  const excluded = exclusionList('excludedStoppedReasons', excludedStoppedReasons).map(({ value }) => prefix(value));
  const left = reasons.filter((reason) => !excluded.some((out) => covers(out, reason)));
  const narrower = excluded.find((out) => left.some((reason) => covers(reason, out)));
  if (narrower) {
    throw new ValidationError({
      prop: 'excludedStoppedReasons',
      problem: `it is a part of what containerReasons includes, got ${show(narrower.key)}`,
      resolution: 'EventBridge cannot combine a prefix with the exclusion of a longer one: use longer prefixes in containerReasons',
    });
  }
  return left;
}

/** The reason is in a container, or in the task if no container was started. */
class ContainerReasonCondition implements Condition {
  public readonly size = 1;

  /**
   * @param reasons what a container has
   * @param stopped what the task must have in addition
   * @param ofTask what the task has if no container has a reason
   */
  constructor(
    private readonly reasons: readonly Value[],
    private readonly stopped: readonly Value[] | undefined,
    private readonly ofTask: readonly Value[],
  ) {}

  public slice(): ContainerReasonCondition {
    return this;
  }

  public render(): PatternJson {
    const matchers = (values: readonly Value[]) => values.map(({ matcher }) => matcher);
    const inContainer = { containers: { reason: matchers(this.reasons) }, ...this.stopped && { stoppedReason: matchers(this.stopped) } };
    return this.ofTask.length === 0 ? nest('detail', inContainer) : { $or: [{ detail: inContainer }, { detail: { stoppedReason: matchers(this.ofTask) } }] };
  }

  public constraintsByPath(): { readonly [path: string]: readonly Value[] } {
    return this.stopped ? { 'detail.stoppedReason': this.stopped } : {};
  }
}
