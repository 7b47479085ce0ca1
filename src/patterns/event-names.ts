import { detailTypesOf, findEvent } from '../events/catalog';
import type { DetailTypeEntry } from '../events/detail-type';
import type { Filters } from '../filters/any-filters';
import type { Finding } from '../validation/findings/finding';
import { ValidationError, show } from '../validation/validation-error';

/** The severities of these events, if all of them are known. */
function eventTypesOf(entry: DetailTypeEntry, eventNames: readonly string[]): string[] | undefined {
  const types = eventNames.map((name) => findEvent(entry, name)?.type);
  return types.every((type) => type !== undefined) ? types as string[] : undefined;
}

/** Whether only other detail types are documented to send the event, or AWS spells it in another case. */
export function isOtherEvent(entry: DetailTypeEntry, name: string): boolean {
  const isInAnotherCase = entry.events.some((event) => event.name?.toLowerCase() === name.toLowerCase());
  return !findEvent(entry, name) && (isInAnotherCase || detailTypesOf(name).length > 0);
}

/** Throws an error for a name that this detail type is documented not to send. A name that is not documented may be new. */
export function checkEventName(entry: DetailTypeEntry, prop: string, name: string): void {
  if (findEvent(entry, name)) {
    return;
  }
  const meant = entry.events.find((event) => event.name?.toLowerCase() === name.toLowerCase());
  const senders = detailTypesOf(name).map(({ detailType }) => show(detailType));
  if (meant || senders.length > 0) {
    throw new ValidationError({
      prop,
      problem: `"${entry.detailType}" never sends this event, got ${show(name)}`,
      resolution: meant ? `AWS spells it ${meant.name}` : `It is an event of ${senders.join(' and ')}: use the pattern for that detail type`,
    });
  }
}

/** Throws an error for names of other detail types. */
export function checkEventNames(entry: DetailTypeEntry, filters: Filters): void {
  for (const prop of ['eventNames', 'excludedEventNames'] as const) {
    filters[prop]?.forEach(({ value }, i) => checkEventName(entry, `${prop}[${i}]`, value));
  }
}

/** Throws an error for event names and severities that no event combines. */
export function checkSeverity(
  entry: DetailTypeEntry,
  prop: string,
  names: readonly string[] | undefined,
  wanted: readonly string[] | undefined,
): void {
  const types = names && eventTypesOf(entry, names);
  if (types && wanted && !types.some((type) => wanted.includes(type))) {
    throw new ValidationError({
      prop,
      problem: `the events ${show(names)} have the severity ${show([...new Set(types)])}, got ${show(wanted)}`,
      resolution: 'Filters are combined with AND, so no event would match. Omit the severity: the event names determine it',
    });
  }
}

/** The names that AWS lists under this detail type although every published sample has another. */
export function uncertainEventNames(entry: DetailTypeEntry, eventNames: readonly string[]): Finding[] {
  const uncertain = entry.detailType === 'ECS Service Action' ? eventNames.filter((name) => name.startsWith('SERVICE_DEPLOYMENT_')) : [];
  return uncertain.length === 0 ? [] : [{
    level: 'warning',
    id: 'cdk-ecs-event-rules:deploymentEventAsServiceAction',
    message: `eventNames: AWS lists ${uncertain.join(', ')} as "ECS Service Action", but every published sample comes as "ECS Deployment State Change".`
      + ' Use EcsEventPattern.serviceDeploymentStateChange(), alone or combined with this pattern by anyOf().',
  }];
}

/** Reports exclusions that leave no event that AWS documents. A warning, because AWS adds events. */
export function nothingLeftFindings(entry: DetailTypeEntry, { eventNames, excludedEventNames, eventTypes }: Filters): Finding[] {
  const excluded = excludedEventNames?.map(({ value }) => value) ?? [];
  const types = eventTypes?.map(({ value }) => value);
  const known = entry.events.filter(({ type }) => types === undefined || type === undefined || types.includes(type));
  return eventNames !== undefined || excluded.length === 0 || known.some(({ name }) => !excluded.includes(name!)) ? [] : [{
    level: 'warning',
    id: 'cdk-ecs-event-rules:valueNeverSent',
    message: `excludedEventNames: it excludes every known event of "${entry.detailType}"${types ? ` with the severity ${types.join(' or ')}` : ''}, so the pattern probably matches no events.`
      + ' Remove the events that should match.',
  }];
}
