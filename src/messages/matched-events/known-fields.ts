import { isFreeForm, isStructure } from './field-kinds';
import type { Kind, MatchedEvents } from './matched-events';
import { branchesOf } from './pattern-branches';
import type { RenderedPattern } from './pattern-queries';
import { accepts, requires, matchersAt } from './pattern-queries';
import { alwaysHasField, CATALOG, EVENT_SOURCE } from '../../events/catalog';
import type { DetailTypeEntry, EventEntry } from '../../events/detail-type';
import type { Circumstance, Field } from '../../events/field';

/** A kind of event of the catalog. */
interface KnownKind {
  readonly entry: DetailTypeEntry;
  readonly event?: EventEntry;
}

/** A path into the event, as far as the catalog knows such paths. */
interface Place {
  /** `detail.containers` of `$.detail.containers[0].exitCode`; or `resources[0]`. */
  readonly path: string;
  /** `containers` of it. */
  readonly root: string;
  /** `containers[].exitCode` of it. */
  readonly whole: string;
  /** `detail.containers.exitCode`, as a pattern has it. */
  readonly queryPath: string;
}

/** What is known of the fields of the events that a rule matches. */
export class KnownFields {
  private readonly branches: readonly RenderedPattern[];

  /**
   * @param pattern as the rule renders it; a rule with a schedule has none
   */
  constructor(private readonly matched: MatchedEvents, pattern: RenderedPattern = {}) {
    this.branches = branchesOf(pattern);
  }

  /** The events that the rule matches and that are not documented to always have a field; none for an unknown field. */
  public eventsPossiblyWithout(path: string): string[] {
    const place = placeOf(path);
    // An unknown field may be new.
    if (place === undefined || !CATALOG.some((entry) => fieldAt(entry, place.root))
      || (place.path === place.queryPath && this.matched.alwaysHas(place.path))) {
      return [];
    }
    const kinds = this.branches.filter((branch) => !requires(branch, place.queryPath))
      .flatMap((branch) => this.matched.kinds.filter(isKnown).filter((kind) => surelyMatches(branch, kind) && mayLack(branch, kind, place)));
    return [...new Set(kinds.map(({ entry, event }) => event?.name ?? entry.detailType))];
  }

  /** Whether none of the events that the rule matches has a field, as far as AWS documents them. */
  public isNeverSent(path: string): boolean {
    const place = placeOf(path);
    const { kinds } = this.matched;
    return place !== undefined && this.branches.every((branch) => isAboutEcs(branch) && !requires(branch, place.path))
      && kinds.every(({ entry, event }) => entry && event && !entry.moreFields && fieldAt(entry, place.root) === undefined);
  }

  /** Whether a field holds free-form text. */
  public isFreeForm(path: string): boolean {
    return isFreeForm(path.replace('$.', ''));
  }

  /** Whether a path leads to a list or an object. */
  public isStructure(path: string): boolean {
    return isStructure(path.replace('$.', ''));
  }
}

const RESOURCE = 'resources[0]';

function isKnown(kind: Kind): kind is KnownKind {
  return kind.entry !== undefined;
}

function mayLack(branch: RenderedPattern, kind: KnownKind, { root, whole }: Place): boolean {
  const known = [root, whole].flatMap((path) => fieldAt(kind.entry, path) ?? []);
  return known.length > 0 ? known.some((field) => !isAlwaysThere(kind, field) && !requiresWhatGoesWith(branch, field)) : !kind.entry.moreFields;
}

/** Whether a pattern requires one of the circumstances in which a field is there, or something that may come to the same. */
function requiresWhatGoesWith(branch: RenderedPattern, { presentWhen = [] }: Field): boolean {
  return presentWhen.some(({ path, values }: Circumstance) => {
    const matchers = matchersAt(branch, `detail.${path.replaceAll('[]', '')}`);
    const texts = Array.isArray(matchers) && matchers.every((matcher) => typeof matcher === 'string') ? matchers : undefined;
    return matchers !== undefined && (values === undefined || texts === undefined || texts.every((text) => values.includes(text)));
  });
}

function isAboutEcs({ source, 'detail-type': detailType }: RenderedPattern): boolean {
  return (source !== undefined || detailType !== undefined) && accepts(source, EVENT_SOURCE) === true;
}

function surelyMatches(branch: RenderedPattern, { entry, event }: KnownKind): boolean {
  const matches = (path: string, value: unknown) => accepts(matchersAt(branch, path), value) === true;
  return isAboutEcs(branch) && matches('detail-type', entry.detailType) && matches('detail.eventName', event?.name)
    && (event?.type === undefined || matches('detail.eventType', event.type));
}

/** What is known of a field, or of the first of `resources`. */
function fieldAt({ fields, resources, oneResource, oneResourceWith }: DetailTypeEntry, path: string): Field | undefined {
  return path === RESOURCE
    ? { path, type: 'string', always: oneResource, presentWhen: oneResourceWith, description: resources, source: 'page' }
    : fields.find((field) => field.path === path);
}

function isAlwaysThere({ entry, event }: KnownKind, { path, always }: Field): boolean {
  return always || alwaysHasField(entry, path, event?.name);
}

function placeOf(path: string): Place | undefined {
  if (path === `$.${RESOURCE}`) {
    return { path: RESOURCE, root: RESOURCE, whole: RESOURCE, queryPath: RESOURCE };
  }
  const [, root, below] = /^\$\.detail\.([\w-]+)(.*)$/.exec(path) ?? [];
  return root === undefined ? undefined : {
    path: `detail.${root}`,
    root,
    whole: `${root}${below.replace(/\[\d+\]/g, '[]')}`,
    queryPath: `detail.${root}${below.replace(/\[\d+\]/g, '')}`,
  };
}
