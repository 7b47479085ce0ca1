import type { Value } from './values';
import { overlapOf } from './values';
import { equalTexts, generatedHeads, isOpen, withoutGenerated } from '../references/unresolved-text';

/** Sets of indexes that are joined one by one. */
class DisjointSets {
  private readonly parents: number[];

  public constructor(size: number) {
    this.parents = Array.from({ length: size }, (_, i) => i);
  }

  public join(one: number, other: number): void {
    this.parents[this.rootOf(one)] = this.rootOf(other);
  }

  public rootOf(index: number): number {
    while (this.parents[index] !== index) {
      this.parents[index] = this.parents[this.parents[index]];
      index = this.parents[index];
    }
    return index;
  }
}

/** An exact value or a prefix, with the place and the rest of its ARN, or with its text. */
interface Text {
  readonly index: number;
  readonly isPrefix: boolean;
  readonly place: string;
  readonly text: string;
}

/**
 * Numbers for values: no event can meet two values with different numbers, in no deployment.
 *
 * Not every pair is compared: values are sorted first, so that 10,000 of them take no longer than 100 times as long as 100.
 */
export function groupsOf(values: readonly Value[]): number[] {
  const sets = new DisjointSets(values.length);
  const texts = values.flatMap((value, index) => textOf(value, index) ?? []);
  const sorted = new Set(texts.map(({ index }) => index));
  const joinWithAll = (index: number, others: Iterable<number>) => {
    for (const other of others) {
      if (other !== index && sets.rootOf(other) !== sets.rootOf(index) && overlapOf(values[index], values[other]) !== 'no') {
        sets.join(index, other);
      }
    }
  };
  values.forEach((_value, index) => {
    if (!sorted.has(index)) {
      joinWithAll(index, values.keys());
    }
  });
  inSamePlace(texts).forEach((group) => joinSorted(group, sets));
  generatedCandidates(texts).forEach(({ index, candidates }) => joinWithAll(index, candidates));
  return values.map((_value, index) => sets.rootOf(index));
}

/** What can be sorted: an exact value or a prefix whose text, or the resource in whose ARN, is known or generated. */
function textOf(value: Value, index: number): Text | undefined {
  if (value.kind !== 'exact' && value.kind !== 'prefix') {
    return undefined;
  }
  const [, place, resource] = /^(arn::[^:]*:[^:]*:[^:]*):(.*)$/s.exec(value.key) ?? [];
  const text = resource ?? value.key;
  const isPrefix = value.kind === 'prefix';
  const endsInPlace = place === undefined && (value.key.startsWith('arn:') || (isPrefix && 'arn:'.startsWith(value.key)));
  return isOpen(text) || endsInPlace ? undefined : { index, isPrefix, place: place ?? '', text };
}

/** The texts by their places; places that may be the same are one. */
function inSamePlace(texts: readonly Text[]): Text[][] {
  const places = [...new Set(texts.map(({ place }) => place))];
  const sets = new DisjointSets(places.length);
  places.forEach((place, i) => {
    if (isOpen(place)) {
      places.forEach((other, j) => equalTexts(place, other) !== 'no' && sets.join(i, j));
    }
  });
  const rootOf = new Map(places.map((place, i) => [place, sets.rootOf(i)]));
  const groups = new Map<number, Text[]>();
  texts.forEach((text) => {
    const root = rootOf.get(text.place)!;
    const group = groups.get(root) ?? [];
    group.push(text);
    groups.set(root, group);
  });
  return [...groups.values()];
}

/** Of sorted texts, those that begin with a prefix follow it. */
function joinSorted(texts: readonly Text[], sets: DisjointSets): void {
  let head: Text | undefined;
  for (const text of [...texts].sort((one, other) => compare(one.text, other.text) || Number(other.isPrefix) - Number(one.isPrefix))) {
    if (head && (text.text === head.text || (head.isPrefix && text.text.startsWith(head.text)))) {
      sets.join(head.index, text.index);
    } else {
      head = text;
    }
  }
}

/** Generated names, with the names that may have been copied and the prefixes that they may begin with. */
function generatedCandidates(texts: readonly Text[]): { index: number; candidates: number[] }[] {
  const generated = texts.map(({ index, text }) => ({ index, heads: generatedHeads(text) })).filter(({ heads }) => heads.length > 0);
  const heads = [...new Set(generated.flatMap((each) => each.heads))];
  const candidates = texts
    .map(({ index, text, isPrefix }) => ({ index, known: withoutGenerated(text), isOpenPrefix: isPrefix && !/[/:]$/.test(text) }))
    .filter(({ known, isOpenPrefix }) => isOpenPrefix || heads.some((head) => known.includes(head)))
    .map(({ index }) => index);
  return candidates.length === 0 ? [] : generated.map(({ index }) => ({ index, candidates }));
}

function compare(one: string, other: string): number {
  return one < other ? -1 : one > other ? 1 : 0;
}
