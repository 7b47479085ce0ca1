import type { Filed } from './filed';

/**
 * What event-ruler keeps for one field at one state: a machine of bytes that all entries share, whichever branch they come from.
 *
 * Here an entry leads to a state as a whole. The effects of the shared bytes on other entries are modeled separately, as docs/conformance.md describes:
 * some entries are no longer known again for certain, and of some it is not certain what they match.
 */
export class FieldMachine<State> {
  /** Whether numbers are compared as numbers: then they are no longer read as text. */
  public isNumeric = false;

  private readonly states = new Map<string, State>();
  private readonly uncertain = new Set<string>();
  /** What is filed under each first character. */
  private readonly under = new Map<string, Map<string, Filed>>();
  /** Plain entries over which a match was laid. */
  private readonly covered: Filed[] = [];
  /** What stands before `*`, where upper and lower case are the same. */
  private readonly heads: string[] = [];
  /** Starts and ends in any case of which only the last character has a case, and those of them that a longer one went along with. */
  private readonly parts: string[] = [];
  private readonly sharedParts: string[] = [];
  private isBlurred = false;

  /** Adds an entry. It leads to the state that it led to before, else to the state of the entry before it in the list, else to a new one. */
  public enter(entry: Filed, last: State | undefined, create: () => State): State {
    this.isNumeric ||= entry.isNumeric ?? false;
    this.disturb(entry);
    const state = this.states.get(entry.id) ?? last ?? create();
    this.states.set(entry.id, state);
    return state;
  }

  /** Whether the entry was added before, but might not be recognized: it is a text, and a wildcard or a text in any case is among them. */
  public isVague(entry: Filed): boolean {
    return this.isBlurred && entry.first !== undefined && this.states.has(entry.id);
  }

  /** Whether it depends on the run of the machine, or on other entries, what the entry matches. */
  public isUncertain(entry: Filed): boolean {
    return this.uncertain.has(entry.id);
  }

  private disturb(entry: Filed): void {
    const { id, first, texts = [], isInAnyCase = false, isPart = false, isWild = false } = entry;
    // A plain entry that stands alone is filed in short. Over that a match may be laid, and then the next entry may replace it.
    this.covered.filter((plain) => plain.first === first).forEach((plain) => this.uncertain.add(plain.id));
    this.covered.push(...this.coveredBy(entry));
    // Where both cases of a letter lead on to a wildcard, a text in any case takes that way, and matches too much.
    if (isInAnyCase && texts.some((text) => this.heads.some((head) => text.startsWith(head)))) {
      this.uncertain.add(id);
    }
    // Where both cases of a letter lead to the end of a part, a longer text in any case goes on from there, and then every other text in both cases.
    if (isInAnyCase) {
      this.sharedParts.push(...this.parts.filter((part) => texts.some((text) => startsWith(text, part))));
    } else if (texts.some((text) => this.sharedParts.some((part) => startsWith(text, part)))) {
      this.uncertain.add(id);
    }
    this.parts.push(...isInAnyCase && isPart ? texts.filter((text) => isWithoutCase(text.slice(0, -1))) : []);
    this.heads.push(...isWild ? texts.filter(isWithoutCase) : []);
    this.isBlurred ||= isInAnyCase || isWild;
    if (first !== undefined) {
      this.under.set(first, (this.under.get(first) ?? new Map()).set(id, entry));
    }
  }

  /** The plain entries over whose first characters an entry lays a match. */
  private coveredBy({ isWide, isInAnyCase, isPart, texts }: Filed): Filed[] {
    if (isWide) {
      return [...this.under.values()].filter(({ size }) => size === 1).flatMap(plainOf);
    }
    const isCovered = (plain: Filed) => plain.texts?.some((text) => texts!.some((part) => startsWith(text, part)));
    return isInAnyCase && isPart ? [...this.under.values()].flatMap(plainOf).filter(isCovered) : [];
  }
}

function plainOf(filed: ReadonlyMap<string, Filed>): Filed[] {
  return [...filed.values()].filter(({ isPlain }) => isPlain);
}

function startsWith(text: string, start: string): boolean {
  return text.toLowerCase().startsWith(start.toLowerCase());
}

function isWithoutCase(text: string): boolean {
  return text.toLowerCase() === text.toUpperCase();
}
