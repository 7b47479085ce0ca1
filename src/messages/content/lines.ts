import { isFreeForm } from '../matched-events/field-kinds';
import type { Kind, MatchedEvents } from '../matched-events/matched-events';
import { Presence } from '../matched-events/matched-events';
import { WORDINGS } from '../wording';
import type { DetailTypeWording, Fact } from '../wording/wording';

/** Values of the event behind one label, side by side: an event has one of them, or some. */
export interface Line extends Pick<Fact, 'label' | 'identifies' | 'cause'> {
  readonly paths: readonly string[];
  /** What stands between the values. */
  readonly separator: string;
  /** The key in JSON. */
  readonly key: string;
  /** Whether anybody may have written the text. */
  readonly isFreeForm: boolean;
  /** Whether every event of the rule has the value. */
  readonly isAlwaysThere: boolean;
}

/** What a text shows of the events that a rule matches, the most important first. A value that an event lacks leaves a blank there. */
export function linesOf(matched: MatchedEvents): Line[] {
  const wording = theOneWording(matched);
  return (wording ? wording.facts.map(lineOf) : linesOfMany(matched))
    .map((line) => ({ ...line, isAlwaysThere: line.paths.every((path) => matched.alwaysHas(path)) }))
    .filter(({ paths, isAlwaysThere, standsBlank }) => isAlwaysThere
      || (standsBlank && paths.some((path) => matched.presence(path) !== Presence.NEVER)));
}

/** The words of the detail type, if a rule matches one only. */
export function theOneWording({ kinds }: MatchedEvents): DetailTypeWording | undefined {
  const detailTypes = new Set(kinds.map(({ entry }) => entry?.detailType));
  return detailTypes.size === 1 ? wordingOf(kinds[0]) : undefined;
}

/** The words of the detail type of an event. */
export function wordingOf({ entry }: Kind): DetailTypeWording | undefined {
  return WORDINGS[entry?.detailType ?? ''];
}

/** The key of a value in JSON: the name that AWS gives it. */
function keyOf({ key, path }: Fact): string {
  return key ?? path.replace(/^.*\./, '');
}

type Draft = Omit<Line, 'isAlwaysThere'> & { readonly standsBlank: boolean };

function lineOf(fact: Fact): Draft {
  const { label, path, identifies, cause, whenAbsent } = fact;
  return { label, identifies, cause, paths: [path], separator: '', key: keyOf(fact), isFreeForm: isFreeForm(path), standsBlank: [identifies, cause, whenAbsent].some((each) => each !== undefined) };
}

/** What identifies the resource, and what the cause is, of events of several detail types. No event has two codes, two groups or two reasons. */
function linesOfMany(matched: MatchedEvents): Draft[] {
  const { kinds } = matched;
  const facts = kinds.flatMap((kind) => wordingOf(kind)?.facts ?? UNKNOWN);
  const line = (label: string, key: string, chosen: readonly Fact[], separator: string = ''): Draft[] => chosen.length === 0 ? []
    : [{ ...lineOf(chosen[0]), label, key, separator, paths: [...new Set(chosen.map(({ path }) => path))] }];
  // The first of `resources` is the service, daemon, instance or task itself, except for hooks and daemon tasks, where it is a deployment, a task or nothing.
  const others = kinds.filter(({ entry }) => !entry?.oneResource).flatMap((kind) => wordingOf(kind)?.facts ?? []);
  return [
    ...line('Resource', 'resource', [
      { label: 'Resource', path: 'resources[0]', identifies: 'service' },
      ...others.filter(({ identifies }) => identifies !== undefined && ['service', 'daemon', 'instance'].includes(identifies)),
    ], ' '),
    // Where each event has a severity, the title begins with it.
    ...matched.presence('detail.eventType') === Presence.SOMETIMES && kinds.some(({ event }) => event?.name !== undefined) ? [lineOf({ label: 'Severity', path: 'detail.eventType', whenAbsent: 'blank' })] : [],
    ...line('Failure', 'failure', facts.filter(({ cause }) => cause === 'code')),
    lineOf({ label: 'Cluster', path: 'detail.clusterArn', whenAbsent: 'blank' }),
    ...line('Group', 'group', facts.filter(({ identifies }) => identifies === 'group')),
    ...line('Reason', 'reason', facts.filter(({ cause }) => cause === 'text')),
  ];
}

/** What an event may have of which nothing is known. */
const UNKNOWN: readonly Fact[] = [{ label: 'Reason', path: 'detail.reason', cause: 'text' }];
