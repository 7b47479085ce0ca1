import { consoleLink } from './console-link';
import type { Names } from './names';
import { namesIn, withNames } from './names';
import { inside, withValues } from './placeholder';
import type { MatchedEvents } from '../matched-events/matched-events';
import { WORDINGS } from '../wording';
import type { Check, DetailTypeWording, Fact, Value, Wording } from '../wording/wording';

/** What a message tells, whatever its form. Values of the event are marked in the texts. */
export interface Report {
  /** As Amazon ECS says it; absent where the events have none. */
  readonly severity?: string;
  /** What happened, in one sentence without its end. */
  readonly title: string;
  /** The name of the event; of the detail type where events have no names. */
  readonly subject: string;
  /** What it means for whoever is on call. */
  readonly meaning?: string;
  /** Values that every event has which the rule hears, the most important first. */
  readonly facts: readonly Fact[];
  /** The path of the time. */
  readonly since: string;
  readonly checks: readonly string[];
  /** A command line that shows more. */
  readonly look?: string;
  /** A page of the console, where names are known. */
  readonly console?: string;
  /** The path of the id of one incident. */
  readonly thread?: string;
}

/** The key of a value in JSON: the name that AWS gives it. */
export function keyOf({ key, path }: Fact): string {
  return key ?? path.replace(/^.*\./, '');
}

/** What is told of the events that a rule hears: in words of their own if they are of one kind, else around the name of the event. */
export function reportOn(matched: MatchedEvents, region: string): Report {
  const names = namesIn(matched);
  const words = wordingsOf(matched);
  return {
    severity: severityOf(matched),
    subject: subjectOf(matched),
    ...words.wording ? wordedFor(words.wording, matched, names) : { title: titleOfMany(matched, names), checks: [] },
    facts: (words.detailType?.facts ?? FACTS_OF_MANY).filter(({ path }) => matched.alwaysHas(path)),
    since: words.detailType && matched.alwaysHas(words.detailType.since) ? words.detailType.since : 'time',
    look: words.detailType && withValues(lookOf(words.detailType, names)),
    console: consoleLink(names, region),
    thread: words.detailType?.thread !== undefined && matched.alwaysHas(words.detailType.thread) ? words.detailType.thread : undefined,
  };
}

/** The wording of the one detail type, and of the one event, that a rule hears. */
function wordingsOf({ kinds }: MatchedEvents): { readonly detailType?: DetailTypeWording; readonly wording?: Wording } {
  const detailTypes = new Set(kinds.map(({ entry }) => entry?.detailType));
  const detailType = detailTypes.size === 1 ? WORDINGS[kinds[0].entry?.detailType ?? ''] : undefined;
  const [{ event }] = kinds;
  return { detailType, wording: kinds.length === 1 && event ? detailType?.events[event.name ?? ''] : undefined };
}

function wordedFor(wording: Wording, matched: MatchedEvents, names: Names): Pick<Report, 'title' | 'meaning' | 'checks'> {
  const { title, meaning } = wording.variants?.find(({ only }) => matchesOnly(matched, only)) ?? wording;
  const isOfUse = ({ about }: Check) => about === undefined || mayBegin(matched, about);
  return {
    title: withValues(withNames(title, names)),
    meaning,
    checks: (wording.checks ?? []).filter(isOfUse).map(({ text }) => text),
  };
}

function matchesOnly(matched: MatchedEvents, { path, value }: Value): boolean {
  const values = matched.values(path);
  return values?.length === 1 && values[0] === value;
}

function mayBegin(matched: MatchedEvents, { path, values }: NonNullable<Check['about']>): boolean {
  const fits = (beginning: string) => values.some((value) => value.startsWith(beginning) || beginning.startsWith(value));
  return matched.prefixes(path)?.some(fits) ?? true;
}

function titleOfMany(matched: MatchedEvents, names: Names): string {
  return `${inside('detail-type')}${matched.alwaysHas('detail.eventName') ? `: ${inside('detail.eventName')}` : ''}`
    + withNames('[ of {daemon}][ of {service}][ in {cluster}]', names);
}

/** What is told of several detail types at once. */
const FACTS_OF_MANY: readonly Fact[] = [
  { label: 'Reason', path: 'detail.reason' },
  { label: 'About', path: 'resources[0]', key: 'resource' },
  { label: 'Cluster', path: 'detail.clusterArn' },
];

function severityOf(matched: MatchedEvents): string | undefined {
  const types = new Set(matched.kinds.map(({ event }) => event?.type));
  const [type] = types.size === 1 ? types : [undefined];
  return type ?? (matched.alwaysHas('detail.eventType') ? inside('detail.eventType') : undefined);
}

function subjectOf(matched: MatchedEvents): string {
  const names = new Set(matched.kinds.map(({ event }) => event?.name));
  const [name] = names.size === 1 ? names : [undefined];
  return name ?? inside(matched.alwaysHas('detail.eventName') ? 'detail.eventName' : 'detail-type');
}

function lookOf({ look }: DetailTypeWording, { cluster }: Names): string {
  return look.includes('{clusterName}') && cluster === undefined
    ? `${look.replace('{clusterName}', 'NAME')} # NAME stands between the slashes of the ARN of the service`
    : look.replace('{clusterName}', cluster!);
}
