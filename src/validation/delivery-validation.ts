import { Stage } from 'aws-cdk-lib';
import type { IConstruct } from 'constructs';
import { annotationScopeOf } from './findings/annotation-scope';
import type { LocatedFinding } from './findings/finding';
import { Reporter } from './findings/reporter';
import { ValidationPass } from './validation-pass';

/** Checks something in a pass. */
export type Check = (pass: ValidationPass) => LocatedFinding[];

const PROPERTY = Symbol('DeliveryValidation');

/**
 * Validates the delivery of the events of a Stage when the Stage is synthesized. Only then is it known what Aspects, overrides and the rest of the app did to
 * a rule, a topic, a queue or a key. It only reports: nothing is granted or created any more.
 */
export class DeliveryValidation {
  /** The validation of the Stage of a construct. */
  public static of(scope: IConstruct): DeliveryValidation {
    const stage = (Stage.of(scope) ?? scope.node.root) as IConstruct & { [PROPERTY]?: DeliveryValidation };
    if (stage[PROPERTY] === undefined) {
      Object.defineProperty(stage, PROPERTY, { value: new DeliveryValidation(stage) });
    }
    return stage[PROPERTY]!;
  }

  private readonly resources = new Set<IConstruct>();
  private readonly checks: Check[] = [];

  private constructor(stage: IConstruct) {
    const reporter = new Reporter(stage);
    stage.node.addValidation({
      validate: () => {
        const pass = new ValidationPass(stage);
        return reporter.report(this.checks.flatMap((check) => check(pass)));
      },
    });
  }

  /** Adds a resource to which events or dead letters may be delivered. Returns whether it is a new one. */
  public addResource(resource: IConstruct): boolean {
    if (this.resources.has(resource)) {
      return false;
    }
    this.resources.add(resource);
    annotationScopeOf(resource);
    return true;
  }

  /** Adds something else to be checked in the same pass. */
  public addCheck(check: Check): void {
    this.checks.push(check);
  }
}
