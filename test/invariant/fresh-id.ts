import type { IConstruct } from 'constructs';

/** An id that no child of a scope has yet: twists may be combined. */
export function freshId(scope: IConstruct, id: string): string {
  const taken = (candidate: string) => scope.node.tryFindChild(candidate) !== undefined;
  let count = 1;
  while (taken(count === 1 ? id : `${id}x${count}`)) {
    count += 1;
  }
  return count === 1 ? id : `${id}x${count}`;
}
