import type { CfnResource } from 'aws-cdk-lib';
import type { IConstruct } from 'constructs';
import { PolicyIndex } from './policy-index';

const GRANTED = Symbol.for('cdk-ecs-event-rules.granted');

/** What was granted in an app so far, and to which policies. Every rule requires the identical statements. */
export class Granted {
  /** What was granted in the app of a construct. */
  public static of(scope: IConstruct): Granted {
    const root = scope.node.root as IConstruct & { [GRANTED]?: Granted };
    if (root[GRANTED] === undefined) {
      Object.defineProperty(root, GRANTED, { value: new Granted() });
    }
    return root[GRANTED]!;
  }

  /** The policy resources that were found. What was not found is looked for again: it may have been created since. */
  public readonly policies = new Map<CfnResource | string, CfnResource>();

  /** The policy resources of the app. */
  public readonly policyIndex = new PolicyIndex();

  private readonly added = new Map<IConstruct, Set<string>>();

  private constructor() {}

  /**
   * Whether a statement is added to something for the first time. To collapse hundreds of identical statements took the CDK a tenth of the time of synthesis.
   *
   * @param to what the statement is added to
   * @param id the same for the same statement
   */
  public addOnce(to: IConstruct, id: string): boolean {
    const added = this.added.get(to) ?? new Set<string>();
    this.added.set(to, added);
    return added.size < added.add(id).size;
  }
}
