import { wordingOf } from './lines';
import { DAEMON_DEPLOYMENT_STATE_CHANGE } from '../../events/daemon-deployment-state-change';
import type { Kind, MatchedEvents } from '../matched-events/matched-events';
import type { Check, Values, Variant, Wording } from '../wording/wording';

/** What events mean and what to check. */
export interface Advice {
  readonly meanings: readonly string[];
  readonly checks: readonly string[];
}

/** How long the advice about several events may be: a template has 8,192 characters, and a chat shows less. */
const MAX_LENGTH = 2000;

/** The words for the one kind of event that a rule matches. */
export function wordsOf(matched: MatchedEvents): (Wording & Partial<Variant>) | undefined {
  const [kind, ...others] = matched.kinds;
  const wording = others.length === 0 ? wordsOfKind(kind) : undefined;
  const fits = ({ only, present }: Variant) =>
    only.every(({ path, value }) => isOnly(matched, path, value)) && (present === undefined || matched.alwaysHas(present));
  return wording && { ...wording, ...wording.variants?.find(fits) };
}

/** How much is shown of each of several events. */
interface Detail {
  readonly hasMeaning: boolean;
  readonly checks: number;
  readonly conditionalChecks: number;
}

/** The more events, the less of each: the meaning goes first, because whoever is on call needs something to check. */
const DETAILS: readonly Detail[] = [
  { hasMeaning: true, checks: Infinity, conditionalChecks: Infinity },
  { hasMeaning: true, checks: 1, conditionalChecks: Infinity },
  { hasMeaning: false, checks: 1, conditionalChecks: Infinity },
];
const LEAST: Detail = { hasMeaning: false, checks: 1, conditionalChecks: 1 };

/** The advice about the events that a rule matches. For several events it names each of them, or each failure, in as much detail as there is room. */
export function adviceFor(matched: MatchedEvents): Advice {
  const words = wordsOf(matched);
  if (words) {
    return { meanings: [words.meaning], checks: checksFor(matched, words).map(({ text }) => text) };
  }
  const failures = matched.kinds.filter(reportsFailure);
  const checksOf = (kinds: readonly Kind[], detail: Detail) => [...new Set(kinds.flatMap((kind) => checksOfMany(matched, kind, detail)))];
  const candidates = [matched.kinds, failures].flatMap((kinds) => DETAILS.map((detail) => checksOf(kinds, detail)));
  return { meanings: [], checks: candidates.find((checks) => checks.join('').length <= MAX_LENGTH) ?? checksOf(failures, LEAST) };
}

/** What one of several events means and what to check then; nothing for an event about which nothing has to be checked. */
function checksOfMany(matched: MatchedEvents, kind: Kind, detail: Detail): string[] {
  const words = wordsOfKind(kind);
  const checks = words ? checksFor(matched, words) : [];
  const always = checks.filter(({ about }) => about === undefined).slice(0, detail.checks).map(({ text }) => text);
  const conditional = checks.filter(({ about }) => about !== undefined)
    .slice(0, always.length > 0 && detail.conditionalChecks < Infinity ? 0 : detail.conditionalChecks).map(({ text }) => text);
  const sentences = [...words && detail.hasMeaning ? [words.meaning] : [], ...always];
  return checks.length === 0 ? [] : [...sentences.length > 0 ? [`If ${kind.event?.name ?? kind.entry?.detailType}: ${sentences.join(' ')}`] : [], ...conditional];
}

/** Deployments of daemons that failed have the severity INFO. */
function reportsFailure({ entry, event }: Kind): boolean {
  return event?.type !== 'INFO' || entry === DAEMON_DEPLOYMENT_STATE_CHANGE;
}

function wordsOfKind(kind: Kind): Wording | undefined {
  return kind.event && wordingOf(kind)?.events[kind.event.name ?? ''];
}

function checksFor(matched: MatchedEvents, { checks = [] }: Wording): Check[] {
  return checks.filter(({ about = [], specific }) => about.every((values) => mayBeAbout(matched, values, specific)));
}

/** Whether events of the rule may have one of these values; for specific advice, whether the rule matches on the field at all. */
function mayBeAbout(matched: MatchedEvents, { path, values }: Values, isSpecific: boolean = false): boolean {
  const fits = (prefix: string) => values.some((value) => value.startsWith(prefix) || prefix.startsWith(value));
  return matched.prefixes(path)?.some(fits) ?? !isSpecific;
}

function isOnly(matched: MatchedEvents, path: string, value: string): boolean {
  const values = matched.values(path);
  return values?.length === 1 && values[0] === value;
}
