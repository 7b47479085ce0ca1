import { MAX_DEPTH } from '../values/depth';

/** What a condition can look at: conditions see leaves only, never objects or arrays. */
export type Scalar = string | number | boolean | null;

/** In which element of which arrays a leaf stands, innermost first. Arrays are numbered within their event. */
export interface Membership {
  readonly array: number;
  readonly index: number;
  readonly outer?: Membership;
}

/** A leaf of an event. */
export interface Leaf {
  readonly value: Scalar;
  /** Absent outside of arrays and for plain values of an array: any of those may serve any condition. */
  readonly membership?: Membership;
}

/**
 * An event, prepared once for the decisions of many patterns: its leaves by their path.
 *
 * Keys are joined by dots, so that `{"a.b": 1}` and `{"a": {"b": 1}}` are the same to a pattern, as they are to EventBridge.
 */
export class IndexedEvent {
  /** Whether no leaf stands in an array of objects or of arrays: then every condition can be evaluated separately. */
  public flat = true;

  private readonly leaves = new Map<string, Leaf[]>();
  private arrays = 0;

  constructor(event: unknown) {
    if (typeof event !== 'object' || event === null || Array.isArray(event)) {
      throw new Error(`an event must be a JSON object, got ${JSON.stringify(event)}`);
    }
    this.addObject(event as Record<string, unknown>, '', undefined, 0);
  }

  /** The leaves at a path. */
  public at(path: string): readonly Leaf[] | undefined {
    return this.leaves.get(path);
  }

  /** Whether any leaf at the path stands in an array of objects. */
  public isInArray(path: string): boolean {
    return this.leaves.get(path)?.some(({ membership }) => membership !== undefined) ?? false;
  }

  /** Whether there are leaves below the path. */
  public hasBelow(path: string): boolean {
    return [...this.leaves.keys()].some((key) => key.startsWith(`${path}.`));
  }

  private addObject(object: Record<string, unknown>, prefix: string, membership: Membership | undefined, depth: number): void {
    for (const key in object) {
      this.add(object[key], prefix + key, membership, depth + 1);
    }
  }

  private add(value: unknown, path: string, membership: Membership | undefined, depth: number): void {
    if (depth > MAX_DEPTH) {
      throw new Error(`the event is nested more than ${MAX_DEPTH} levels deep`);
    }
    if (typeof value !== 'object' || value === null) {
      // As in JSON: what is undefined is not there.
      if (value !== undefined) {
        this.addLeaf(path, { value: value as Scalar, membership });
      }
    } else if (Array.isArray(value)) {
      this.addArray(value, path, membership, depth);
    } else {
      this.addObject(value as Record<string, unknown>, `${path}.`, membership, depth);
    }
  }

  private addArray(elements: readonly unknown[], path: string, outer: Membership | undefined, depth: number): void {
    const array = this.arrays++;
    elements.forEach((element, index) => {
      // Only objects and arrays are distinguished by their place in the array; plain values are not.
      const isNested = typeof element === 'object' && element !== null;
      this.add(element, path, isNested ? { array, index, outer } : outer, depth + 1);
      this.flat = this.flat && !isNested;
    });
  }

  private addLeaf(path: string, leaf: Leaf): void {
    const leaves = this.leaves.get(path);
    if (leaves === undefined) {
      this.leaves.set(path, [leaf]);
    } else {
      leaves.push(leaf);
    }
  }
}

/** The elements chosen so far, together with those of one more leaf. `undefined` if they are different elements of one array. */
export function join(chosen: Membership | null, leaf: Membership | undefined): Membership | null | undefined {
  let joined = chosen;
  for (let next = leaf; next !== undefined; next = next.outer) {
    const index = indexIn(chosen, next.array);
    if (index === undefined) {
      joined = { array: next.array, index: next.index, outer: joined ?? undefined };
    } else if (index !== next.index) {
      return undefined;
    }
  }
  return joined;
}

function indexIn(chosen: Membership | null, array: number): number | undefined {
  for (let next: Membership | undefined = chosen ?? undefined; next !== undefined; next = next.outer) {
    if (next.array === array) {
      return next.index;
    }
  }
  return undefined;
}
