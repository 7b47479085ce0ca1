import type { Condition, FieldPresence, PatternJson } from './condition';
import { merge, nest } from './condition';
import type { Matcher, Value } from './values';
import { understand } from './values';
import type { DetailTypeEntry } from '../../events/detail-type';
import type { DetailMatchers } from '../../events/failures';
import { DEPLOYED_ENVIRONMENT } from '../references/environment';

/** What events have in `detail`, in one of several ways: conditions on different fields, of which EventBridge can express the disjunction by `$or` only. */
export class AlternativesCondition implements Condition {
  public readonly size = 1;

  /**
   * @param alternatives conditions by the path of the field below `detail`, of which an event meets at least one
   */
  constructor(private readonly entry: DetailTypeEntry, private readonly alternatives: readonly DetailMatchers[]) {}

  public slice(): AlternativesCondition {
    return this;
  }

  /** What all alternatives require stands outside of the `$or`: once, and where those find it who read patterns. */
  public render(): PatternJson {
    const [first, ...others] = this.alternatives;
    const isCommon = (path: string) => others.every((other) => JSON.stringify(other[path]) === JSON.stringify(first[path]));
    const common = Object.keys(first).filter(isCommon);
    const branches = joined(this.alternatives.map((alternative) => omit(alternative, common)));
    const rendered = (matchers: DetailMatchers) => merge(Object.entries(matchers).map(([path, list]) => nest(`detail.${path}`, list as Matcher[])));
    const shared = rendered(Object.fromEntries(common.map((path) => [path, first[path]])));
    return branches.length === 1 ? merge([shared, rendered(branches[0])]) : { ...shared, $or: branches.map(rendered) };
  }

  public constraintsByPath(): { readonly [path: string]: readonly Value[] } {
    const paths = Object.keys(this.alternatives[0]).filter((path) => this.entry.fields.some((field) => field.path === path));
    return Object.fromEntries(paths.filter((path) => this.alternatives.every((alternative) => path in alternative))
      .map((path) => [`detail.${path}`, this.alternatives.flatMap((alternative) => alternative[path].map((matcher) => understand(matcher, DEPLOYED_ENVIRONMENT)))]));
  }

  /** An alternative that requires the field already keeps its condition, or is not met by events that lack the field. */
  public withPresence({ path, exists }: FieldPresence): AlternativesCondition | undefined {
    const field = path.replace('detail.', '');
    if (!this.alternatives.some((alternative) => field in alternative)) {
      return undefined;
    }
    const possible = this.alternatives.filter((alternative) => exists || !(field in alternative));
    return new AlternativesCondition(this.entry, possible.map((alternative) => ({ [field]: [{ exists }], ...alternative })));
  }
}

function omit(matchers: DetailMatchers, paths: readonly string[]): DetailMatchers {
  return Object.fromEntries(Object.entries(matchers).filter(([path]) => !paths.includes(path)));
}

/** Of alternatives that differ in the values of one field only, one with the values of both. */
function joined(alternatives: readonly DetailMatchers[]): DetailMatchers[] {
  return alternatives.reduce<DetailMatchers[]>((list, alternative) => {
    const [same, path] = list.map((other) => [other, differenceOf(other, alternative)] as const).find(([, field]) => field !== undefined) ?? [];
    return same && path !== undefined
      ? list.map((other) => other === same ? { ...same, [path]: [...same[path], ...alternative[path]] } : other)
      : [...list, alternative];
  }, []);
}

/** The one field in which two alternatives differ. */
function differenceOf(one: DetailMatchers, other: DetailMatchers): string | undefined {
  const paths = new Set([...Object.keys(one), ...Object.keys(other)]);
  const differing = [...paths].filter((path) => JSON.stringify(one[path]) !== JSON.stringify(other[path]));
  return differing.length === 1 && differing[0] in one && differing[0] in other ? differing[0] : undefined;
}
