/** What several measurements say. */
export interface Spread {
  readonly median: number;
  /** Between these two is the middle half. */
  readonly low: number;
  readonly high: number;
}

/** The median, and the middle half of the measurements around it. */
export function spreadOf(values: readonly number[]): Spread {
  const sorted = [...values].sort((one, other) => one - other);
  const at = (share: number) => {
    const place = share * (sorted.length - 1);
    const [below, above] = [sorted[Math.floor(place)], sorted[Math.ceil(place)]];
    return below + (above - below) * (place % 1);
  };
  return { median: at(0.5), low: at(0.25), high: at(0.75) };
}
