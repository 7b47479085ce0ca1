/** What a newer CDK makes otherwise, and why that is right. */
export interface Difference {
  /** `<stack>/<path in the template>`, with every `/` of a key as `~1`. */
  readonly where: RegExp;
  readonly why: string;
}

/** None so far. An entry that no template shows any more fails the suite. */
export const DIFFERENCES: readonly Difference[] = [];

/** The paths at which two values are not the same. */
export function differ(one: any, other: any, path = ''): string[] {
  if (isObject(one) && isObject(other) && Array.isArray(one) === Array.isArray(other)) {
    const keys = [...new Set([...Object.keys(one), ...Object.keys(other)])];
    return keys.flatMap((key) => differ(one[key], other[key], `${path}${path && '/'}${key.replaceAll('/', '~1')}`));
  }
  return one === other ? [] : [path];
}

function isObject(value: unknown): boolean {
  return typeof value === 'object' && value !== null;
}
