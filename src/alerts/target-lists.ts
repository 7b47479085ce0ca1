import type * as events from 'aws-cdk-lib/aws-events';
import { TARGET } from '../validation/cdk-kinds';
import { checkKind } from '../validation/kinds';
import { exclusionList } from '../validation/lists';
import { show, ValidationError } from '../validation/validation-error';

/** The lists of targets. */
export type TargetListName = 'targets' | 'criticalTargets' | 'warningTargets';

/** The targets in each list, none of which is in two of them: it would receive an event twice. */
export class TargetLists {
  private readonly lists = new Map<TargetListName, events.IRuleTarget[]>();

  /** The number of targets. */
  public get size(): number {
    return [...this.lists.values()].flat().length;
  }

  /** Adds targets to a list. Throws an error for a value that is not a target, and for a target of another list. */
  public add(name: TargetListName, given: readonly events.IRuleTarget[] | undefined, prop: (i: number) => string): readonly events.IRuleTarget[] {
    const targets = exclusionList(name, given);
    targets.forEach((target, i) => {
      checkKind(prop(i), target, TARGET);
      const [other] = [...this.lists].find(([list, others]) => list !== name && others.some((each) => isSame(each, target, [list, name]))) ?? [];
      if (other !== undefined) {
        throw new ValidationError({
          prop: prop(i),
          problem: `${other} has the same target, got ${show(destinationOf(target))}`,
          resolution: `Remove it from one of the two lists: targets receive every failure, ${name === 'targets' ? other : name} receive only some`,
        });
      }
      this.lists.set(name, [...this.lists.get(name) ?? [], target]);
    });
    return targets;
  }
}

/** The same resource in `targets` and another list would receive events twice. In the two others, it receives different events, perhaps with different messages. */
function isSame(one: events.IRuleTarget, other: events.IRuleTarget, names: readonly TargetListName[]): boolean {
  return one === other || (names.includes('targets') && destinationOf(one) === destinationOf(other));
}

/** The ARN of the resource of a target of this library or of the CDK; the target itself, if it is another one. */
function destinationOf(target: events.IRuleTarget): unknown {
  const { topic, queue, handler } = target as { readonly [field: string]: any };
  return topic?.topicArn ?? queue?.queueArn ?? handler?.functionArn ?? target;
}
