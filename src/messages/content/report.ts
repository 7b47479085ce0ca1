import { Stack, Token } from 'aws-cdk-lib';
import type { IConstruct } from 'constructs';
import { adviceFor, wordsOf } from './advice';
import { consoleLink, logGroupLink } from './console-link';
import type { Line } from './lines';
import { linesOf, theOneWording, wordingOf } from './lines';
import { logGroupsOf } from './log-groups';
import type { Names } from './names';
import { namesIn } from './names';
import { inside, withValues } from './placeholder';
import { severityOf } from './severity';
import { titleOf } from './title';
import type { FailureSeverity } from '../../events/failures';
import { isFreeForm } from '../matched-events/field-kinds';
import type { MatchedEvents } from '../matched-events/matched-events';

/** The content of a message, independent of its format. Values of the event are marked in the texts. */
export interface Report {
  /** The severity of the failure, or else as Amazon ECS sends it; absent if some events have none. */
  readonly severity?: string;
  /** The severity of the failures that the rule matches. */
  readonly failureSeverity?: FailureSeverity;
  /** What happened, in one sentence without a full stop. */
  readonly title: string;
  /** The name of the event; the detail type where events have no names. */
  readonly subject: string;
  /** The resource that the events are about, unless the title names it. */
  readonly resource?: Line;
  /** What it means for whoever is on call. */
  readonly meanings: readonly string[];
  /** Values that Amazon ECS chooses, the most important first. */
  readonly facts: readonly Line[];
  /** Free-form values, which anyone may have written. */
  readonly freeForm: readonly Line[];
  readonly checks: readonly string[];
  /** Command lines that show more, or act, with what has to be replaced in them. */
  readonly commands: readonly Command[];
  /** A page with more advice. */
  readonly docs?: string;
  /** Pages of the console by what they show, where names are known. */
  readonly consoles: readonly (readonly [label: string, url: string])[];
  /** The path of the id of one incident. */
  readonly thread?: string;
}

/** A command line. */
export interface Command {
  readonly line: string;
  /** The detail type that it is about, if the rule matches several. */
  readonly about?: string;
  /** What to replace before it is run. */
  readonly note?: string;
}

/** The content of a message about the events that a rule matches: a description of one kind of event, or of all of them with the name of the event. */
export function reportOn(matched: MatchedEvents, rule: IConstruct): Report {
  const names = namesIn(matched);
  const failureSeverity = severityOf(rule);
  const words = wordsOf(matched);
  const wording = theOneWording(matched);
  const lines = linesOf(matched);
  const resource = resourceIn(lines, names);
  const command = words?.command ?? wording?.command;
  const thread = wording?.thread;
  return {
    severity: failureSeverity ?? eventTypeOf(matched),
    failureSeverity,
    title: titleOf(matched, words, names),
    subject: subjectOf(matched),
    resource,
    ...adviceFor(matched),
    facts: lines.filter((line) => !line.isFreeForm && line !== resource),
    freeForm: lines.filter((line) => line.isFreeForm),
    commands: wording
      ? [...command === undefined ? [] : [command], ...words?.actions ?? []].map((line) => commandOf(line, names))
      : commandsForLists(matched, names),
    docs: words?.docs ?? wording?.docs,
    consoles: consolesFor(matched, rule, names, words?.showsLogs),
    thread: thread !== undefined && matched.alwaysHas(thread) ? thread : undefined,
  };
}

function consolesFor(matched: MatchedEvents, rule: IConstruct, names: Names, showsLogs: boolean = false): Report['consoles'] {
  const { region } = Stack.of(rule);
  const regions = Token.isUnresolved(region) ? matched.values('region') ?? [region] : [region];
  const logs = showsLogs ? logGroupsOf(rule, matched, names) : [];
  return [
    ['Console', consoleLink(names, regions)] as const,
    ...logs.map(({ container, logGroup }) => [logs.length === 1 ? 'Logs' : `Logs of ${container}`, logGroupLink(logGroup, regions)] as const),
  ].flatMap(([label, url]) => url === undefined ? [] : [[label, url] as const]);
}

/** The line with the resource that the events are about, unless the title names that resource. */
function resourceIn(lines: readonly Line[], { service, daemon }: Names): Line | undefined {
  const line = lines.find((each) => each.identifies !== undefined && !each.isFreeForm);
  const name = line?.identifies === 'service' ? service ?? daemon : line?.identifies === 'daemon' ? daemon : undefined;
  return name === undefined ? line : undefined;
}

function eventTypeOf(matched: MatchedEvents): string | undefined {
  const types = new Set(matched.kinds.map(({ event }) => event?.type));
  const [type] = types.size === 1 ? types : [undefined];
  return type ?? (matched.alwaysHas('detail.eventType') ? inside('detail.eventType') : undefined);
}

function subjectOf(matched: MatchedEvents): string {
  const names = new Set(matched.kinds.map(({ event }) => event?.name));
  const [name] = names.size === 1 ? names : [undefined];
  return name ?? inside(matched.alwaysHas('detail.eventName') ? 'detail.eventName' : 'detail-type');
}

/** Of events of several detail types, the commands that show a cause which only an element of a list has: no path selects it. */
function commandsForLists(matched: MatchedEvents, names: Names): Command[] {
  const entries = new Set(matched.kinds.flatMap(({ entry }) => entry?.fields.some(({ path }) => path.includes('[]') && isFreeForm(`detail.${path}`)) ? [entry] : []));
  return [...entries].flatMap((entry) => {
    const wording = wordingOf({ entry });
    return wording ? [{ ...commandOf(wording.command, names), about: entry.detailType }] : [];
  });
}

function commandOf(command: string, { cluster }: Names): Command {
  const isOpen = command.includes('{clusterName}') && cluster === undefined;
  return {
    line: withValues(command.replaceAll('{clusterName}', cluster ?? 'NAME')),
    note: isOpen ? 'Replace NAME with the cluster name from the service ARN.' : undefined,
  };
}
