import { Annotations } from 'aws-cdk-lib';
import type { IConstruct } from 'constructs';
import { annotationScopeOf } from './annotation-scope';
import type { Finding, LocatedFinding } from './finding';

/**
 * Reports the findings of a Stage: warnings and infos as annotations, which can be acknowledged by their ids; errors by the validation of the construct that
 * they are about, so that the CDK prints its path.
 */
export class Reporter {
  private readonly errors = new Map<IConstruct, Set<string>>();
  private readonly validated = new Set<IConstruct>();

  /**
   * @param stage the Stage whose validation reports
   */
  constructor(private readonly stage: IConstruct) {}

  /** Reports the findings of a pass instead of those of the pass before. Returns the errors about the Stage itself, whose validation is running. */
  public report(findings: readonly LocatedFinding[]): string[] {
    this.errors.clear();
    findings.forEach((finding) => (finding.level === 'error' ? this.addError(finding) : annotate(annotationScopeOf(finding.at), finding)));
    return [...this.errors.get(this.stage) ?? []];
  }

  private addError({ at, message }: LocatedFinding): void {
    this.errors.set(at, (this.errors.get(at) ?? new Set()).add(message));
    if (at !== this.stage && !this.validated.has(at)) {
      this.validated.add(at);
      at.node.addValidation({ validate: () => [...this.errors.get(at) ?? []] });
    }
  }
}

/** Annotates a construct. Every annotation can be acknowledged by its id. */
export function annotate(scope: IConstruct, { level, id, message }: Finding): void {
  const annotations = Annotations.of(scope);
  if (level === 'info') {
    annotations.addInfoV2(id!, message);
  } else {
    annotations.addWarningV2(id!, message);
  }
}
