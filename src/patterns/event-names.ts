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

/** Fails for a name that this detail type never sends, as far as that is known. A name that nobody knows may be new. */
export function checkEventName(entry: DetailTypeEntry, prop: string, name: string): void {
  if (findEvent(entry, name)) {
    return;
  }
  const meant = entry.events.find((event) => event.name?.toLowerCase() === name.toLowerCase());
  const senders = detailTypesOf(name).map(({ detailType }) => show(detailType));
  if (meant || senders.length > 0) {
    throw new ValidationError({
      prop,
      problem: `found ${show(name)}, which "${entry.detailType}" never sends`,
      resolution: meant ? `AWS spells it ${meant.name}` : `It comes as ${senders.join(' and ')}: use the pattern for that`,
    });
  }
}

/** Fails for names of other detail types. */
export function checkEventNames(entry: DetailTypeEntry, filters: Filters): void {
  for (const prop of ['eventNames', 'excludedEventNames'] as const) {
    filters[prop]?.forEach(({ value }, i) => checkEventName(entry, `${prop}[${i}]`, value));
  }
}

/** Fails for event names and severities that no event has together. */
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
      problem: `found ${show(wanted)}, but the events ${show(names)} are ${show([...new Set(types)])}`,
      resolution: 'Filters are ANDed, so this would never match: leave the severity out, the names say it already',
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
      + ' Use EcsEventPattern.serviceDeploymentStateChange(), alone or by anyOf() beside this pattern.',
  }];
}
