import type { Rule } from './rule';
import type { IndexedEvent, Scalar } from '../matcher/indexed-event';

/** What is to be known of a rule to file it. */
type Fileable = Pick<Rule, 'requires' | 'matches'>;

/** The rules that require a value of a field, and all others. */
interface Filing<R> {
  readonly path: string;
  readonly byValue: ReadonlyMap<Scalar, readonly R[]>;
  /** The rules that an event with whatever value may match. */
  readonly others: readonly R[];
}

/**
 * The rules on one bus, filed by what they require of one field, so that an event with another cluster, detail type or name is not compared with each of
 * hundreds of rules. The field is the one that distinguishes these rules best.
 */
export class BusRules<R extends Fileable = Rule> {
  private readonly filing?: Filing<R>;
  private readonly places: ReadonlyMap<R, number>;

  constructor(private readonly rules: readonly R[]) {
    this.places = new Map(rules.map((rule, place) => [rule, place]));
    const paths = new Set(rules.flatMap((rule) => [...rule.requires.keys()]));
    const [best] = [...paths].map((path) => fileBy(path, rules)).sort((one, other) => expectedToAsk(one) - expectedToAsk(other));
    this.filing = best;
  }

  /** The rules that match an event, in their order. */
  public matching(event: IndexedEvent): R[] {
    return this.candidates(event).filter((rule) => rule.matches(event));
  }

  private candidates(event: IndexedEvent): readonly R[] {
    if (this.filing === undefined) {
      return this.rules;
    }
    const { path, byValue, others } = this.filing;
    const asking = (event.at(path) ?? []).flatMap(({ value }) => byValue.get(value) ?? []);
    return [...new Set([...asking, ...others])].sort((one, other) => this.places.get(one)! - this.places.get(other)!);
  }
}

function fileBy<R extends Fileable>(path: string, rules: readonly R[]): Filing<R> {
  const byValue = new Map<Scalar, R[]>();
  const others: R[] = [];
  for (const rule of rules) {
    const values = rule.requires.get(path);
    if (values === undefined) {
      others.push(rule);
    }
    for (const value of values ?? []) {
      byValue.set(value, [...byValue.get(value) ?? [], rule]);
    }
  }
  return { path, byValue, others };
}

/** Of how many rules an event is asked that has one of the values. */
function expectedToAsk({ byValue, others }: Filing<unknown>): number {
  const filed = [...byValue.values()].reduce((sum, { length }) => sum + length, 0);
  return others.length + filed / byValue.size;
}
