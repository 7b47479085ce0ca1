import type { IConstruct } from 'constructs';
import type { FailureSeverity } from '../../events/failures';

const SEVERITY: unique symbol = Symbol.for('cdk-ecs-event-rules.severity');

/** A construct whose rules match failures of one severity. */
type WithSeverity = IConstruct & { [SEVERITY]?: FailureSeverity };

/** Sets the severity of the failures that the rules in a construct match. */
export function setSeverity(construct: IConstruct, severity: FailureSeverity | undefined): void {
  Object.defineProperty(construct, SEVERITY, { value: severity });
}

/** The severity of the failures that a rule matches; none for a rule of anything else. */
export function severityOf(rule: IConstruct): FailureSeverity | undefined {
  return rule.node.scopes.map((scope: WithSeverity) => scope[SEVERITY]).find((severity) => severity !== undefined);
}
