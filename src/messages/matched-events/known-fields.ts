import type { MatchedEvents, Kind } from './matched-events';
import type { RenderedPattern } from './pattern-queries';
import { accepts, requires, matchersAt } from './pattern-queries';
import { alwaysHasField, CATALOG, EVENT_SOURCE } from '../../events/catalog';
import type { DetailTypeEntry, EcsEventJson, EventEntry } from '../../events/detail-type';
import type { Circumstance, Field } from '../../events/field';

/** A kind of event of the catalogue. */
interface KnownKind {
  readonly entry: DetailTypeEntry;
  readonly event?: EventEntry;
}

/** A path into the event, as far as the catalogue knows such paths. */
interface Place {
  /** `detail.containers` of `$.detail.containers[0].exitCode`; or `resources[0]`. */
  readonly path: string;
  /** `containers` of it. */
  readonly root: string;
  /** `containers[].exitCode` of it. */
  readonly whole: string;
  /** `detail.containers.exitCode`, as a pattern asks for it. */
  readonly asked: string;
}

/**
 * What is known of the fields of the events that a rule hears. It tells apart what is certain from what AWS only does not say: that a field is missing is
 * certain if an event that AWS prints lacks it and the rule hears that event, or if the rule does not ask for what goes with the field.
 */
export class KnownFields {
  private readonly kinds: readonly KnownKind[];

  /**
   * @param pattern as the rule renders it; a rule with a schedule has none
   */
  constructor(private readonly matched: MatchedEvents, private readonly pattern: RenderedPattern = {}) {
    this.kinds = matched.kinds.filter(isKnown).filter((kind) => this.surelyMatches(kind));
  }

  /** The events that the rule hears and that lack a field for certain; none of what nobody knows. */
  public eventsWithout(path: string): string[] {
    return this.namesOf(path, (kind, place) => this.lacks(kind, place));
  }

  /** The events that the rule hears and of which AWS does not say that they always have a field. */
  public eventsPossiblyWithout(path: string): string[] {
    return this.namesOf(path, (kind, { root, whole }) => {
      const known = [root, whole].flatMap((each) => fieldAt(kind.entry, each) ?? []);
      return known.length > 0
        ? known.some((field) => !isAlwaysThere(kind, field) && !this.requiresWhatGoesWith(field))
        : !kind.entry.moreFields;
    });
  }

  /** Whether none of the events that the rule hears has a field, as far as AWS documents them. */
  public isNeverSent(path: string): boolean {
    const place = envOf(path);
    const { kinds } = this.matched;
    return place !== undefined && this.isAboutEcs() && !requires(this.pattern, place.path)
      && kinds.every(({ entry, event }) => entry && event && !entry.moreFields && fieldAt(entry, place.root) === undefined);
  }

  /** Whether a field holds words of any kind. */
  public isFreeFormText(path: string): boolean {
    return this.fieldsAt(path).some(({ freeFormText }) => freeFormText);
  }

  /** Whether a path leads to a list or an object. */
  public isStructure(path: string): boolean {
    return ['$', '$.detail', '$.resources'].includes(path) || this.fieldsAt(path).some(({ type }) => /^object|\[\]$/.test(type));
  }

  private fieldsAt(path: string): Field[] {
    const place = envOf(path);
    return this.matched.kinds.flatMap(({ entry }) => (entry && place && fieldAt(entry, place.whole)) ?? []);
  }

  private namesOf(path: string, isMeant: (kind: KnownKind, place: Place) => boolean): string[] {
    const place = envOf(path);
    if (place === undefined || requires(this.pattern, place.asked) || (place.path === place.asked && this.matched.alwaysHas(place.path))) {
      return [];
    }
    // What nobody knows may be new.
    const addOnce = !CATALOG.some((entry) => fieldAt(entry, place.root));
    const kinds = addOnce ? [] : this.kinds.filter((kind) => isMeant(kind, place));
    return [...new Set(kinds.map(({ entry, event }) => event?.name ?? entry.detailType))];
  }

  private lacks(kind: KnownKind, { path, root }: Place): boolean {
    const { entry, event } = kind;
    const field = fieldAt(entry, root);
    if (!this.matchesOnlyKnown(entry) || (field && (isAlwaysThere(kind, field) || this.requiresWhatGoesWith(field)))) {
      return false;
    }
    const printed = (event?.samples ?? []).filter(({ origin }) => origin === 'aws').map((sample) => sample.event);
    return field?.presentWhen !== undefined || printed.some((sample) => !isIn(sample, path) && this.surelyMatchesSample(entry, sample));
  }

  /** Whether the rule asks for one of the circumstances in which a field is there, or for something that may come to the same. */
  private requiresWhatGoesWith({ presentWhen = [] }: Field): boolean {
    return presentWhen.some(({ path, values }: Circumstance) => {
      const matchers = matchersAt(this.pattern, `detail.${path.replaceAll('[]', '')}`);
      const texts = Array.isArray(matchers) && matchers.every((matcher) => typeof matcher === 'string') ? matchers : undefined;
      return matchers !== undefined && (values === undefined || texts === undefined || texts.every((text) => values.includes(text)));
    });
  }

  private isAboutEcs(): boolean {
    const { source, 'detail-type': detailType } = this.pattern;
    return (source !== undefined || detailType !== undefined) && accepts(source, EVENT_SOURCE) === true;
  }

  private surelyMatches({ entry, event }: KnownKind): boolean {
    const { detail = {} } = this.pattern;
    const asked = (path: string, value: unknown) => accepts(matchersAt(this.pattern, path), value) === true;
    return this.isAboutEcs() && !('$or' in this.pattern) && !('$or' in (detail as object))
      && asked('detail-type', entry.detailType) && asked('detail.eventName', event?.name) && (event?.type === undefined || asked('detail.eventType', event.type));
  }

  /** Whether a sample is heard but for whose it is: its cluster, its daemon and so on are those of an example. */
  private surelyMatchesSample({ fields }: DetailTypeEntry, sample: EcsEventJson): boolean {
    return fields.every(({ path, values, freeFormText }) => {
      const value = sample.detail[path];
      return path.includes('[]') || (value !== undefined && !values && !freeFormText) || accepts(matchersAt(this.pattern, `detail.${path}`), value) === true;
    });
  }

  /** A condition on a field that the catalogue does not list may leave only events that have what is looked for. */
  private matchesOnlyKnown({ fields }: DetailTypeEntry): boolean {
    return Object.keys(this.pattern.detail ?? {}).every((asked) => fields.some(({ path }) => path.split('[]')[0] === asked));
  }
}

const RESOURCE = 'resources[0]';

function isKnown(kind: Kind): kind is KnownKind {
  return kind.entry !== undefined;
}

/** What is known of a field, or of the first of `resources`. */
function fieldAt({ fields, resources, oneResource, oneResourceWith }: DetailTypeEntry, path: string): Field | undefined {
  return path === RESOURCE
    ? { path, type: 'string', always: oneResource, presentWhen: oneResourceWith, means: resources, source: 'page' }
    : fields.find((field) => field.path === path);
}

function isAlwaysThere({ entry, event }: KnownKind, { path, always }: Field): boolean {
  return always || alwaysHasField(entry, path, event?.name);
}

function envOf(path: string): Place | undefined {
  if (path === `$.${RESOURCE}`) {
    return { path: RESOURCE, root: RESOURCE, whole: RESOURCE, asked: RESOURCE };
  }
  const [, root, below] = /^\$\.detail\.([\w-]+)(.*)$/.exec(path) ?? [];
  return root === undefined ? undefined : {
    path: `detail.${root}`,
    root,
    whole: `${root}${below.replace(/\[\d+\]/g, '[]')}`,
    asked: `detail.${root}${below.replace(/\[\d+\]/g, '')}`,
  };
}

function isIn(event: EcsEventJson, path: string): boolean {
  return path === RESOURCE ? event.resources.length > 0 : event.detail[path.replace('detail.', '')] !== undefined;
}
