import { consoleLink } from './console-link';
import type { Heard } from '../matched-events/matched-events';
import type { Names } from './names';
import { namesIn, withNames } from './names';
import { inside, withValues } from './placeholder';
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
export function reportOn(heard: Heard, region: string): Report {
  const names = namesIn(heard);
  const told = toldOf(heard);
  return {
    severity: severityOf(heard),
    subject: subjectOf(heard),
    ...told.wording ? wordedFor(told.wording, heard, names) : { title: titleOfMany(heard, names), checks: [] },
    facts: (told.detailType?.facts ?? FACTS_OF_MANY).filter(({ path }) => heard.carries(path)),
    since: told.detailType && heard.carries(told.detailType.since) ? told.detailType.since : 'time',
    look: told.detailType && withValues(lookOf(told.detailType, names)),
    console: consoleLink(names, region),
    thread: told.detailType?.thread !== undefined && heard.carries(told.detailType.thread) ? told.detailType.thread : undefined,
  };
}

/** The wording of the one detail type, and of the one event, that a rule hears. */
function toldOf({ kinds }: Heard): { readonly detailType?: DetailTypeWording; readonly wording?: Wording } {
  const detailTypes = new Set(kinds.map(({ entry }) => entry?.detailType));
  const detailType = detailTypes.size === 1 ? WORDINGS[kinds[0].entry?.detailType ?? ''] : undefined;
  const [{ event }] = kinds;
  return { detailType, wording: kinds.length === 1 && event ? detailType?.events[event.name ?? ''] : undefined };
}

function wordedFor(wording: Wording, heard: Heard, names: Names): Pick<Report, 'title' | 'meaning' | 'checks'> {
  const { title, meaning } = wording.variants?.find(({ only }) => asksOnlyFor(heard, only)) ?? wording;
  const isOfUse = ({ about }: Check) => about === undefined || mayBegin(heard, about);
  return {
    title: withValues(withNames(title, names)),
    meaning,
    checks: (wording.checks ?? []).filter(isOfUse).map(({ text }) => text),
  };
}

function asksOnlyFor(heard: Heard, { path, value }: Value): boolean {
  const values = heard.values(path);
  return values?.length === 1 && values[0] === value;
}

function mayBegin(heard: Heard, { path, values }: NonNullable<Check['about']>): boolean {
  const fits = (beginning: string) => values.some((value) => value.startsWith(beginning) || beginning.startsWith(value));
  return heard.beginnings(path)?.some(fits) ?? true;
}

function titleOfMany(heard: Heard, names: Names): string {
  return `${inside('detail-type')}${heard.carries('detail.eventName') ? `: ${inside('detail.eventName')}` : ''}`
    + withNames('[ of {daemon}][ of {service}][ in {cluster}]', names);
}

/** What is told of several detail types at once. */
const FACTS_OF_MANY: readonly Fact[] = [
  { label: 'Reason', path: 'detail.reason' },
  { label: 'About', path: 'resources[0]', key: 'resource' },
  { label: 'Cluster', path: 'detail.clusterArn' },
];

function severityOf(heard: Heard): string | undefined {
  const types = new Set(heard.kinds.map(({ event }) => event?.type));
  const [type] = types.size === 1 ? types : [undefined];
  return type ?? (heard.carries('detail.eventType') ? inside('detail.eventType') : undefined);
}

function subjectOf(heard: Heard): string {
  const names = new Set(heard.kinds.map(({ event }) => event?.name));
  const [name] = names.size === 1 ? names : [undefined];
  return name ?? inside(heard.carries('detail.eventName') ? 'detail.eventName' : 'detail-type');
}

function lookOf({ look }: DetailTypeWording, { cluster }: Names): string {
  return look.includes('{clusterName}') && cluster === undefined
    ? `${look.replace('{clusterName}', 'NAME')} # NAME stands between the slashes of the ARN of the service`
    : look.replace('{clusterName}', cluster!);
}
