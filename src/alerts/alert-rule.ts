import type { IConstruct } from 'constructs';
import { EcsEventRule } from '../rules/ecs-event-rule';

/** The rules for the failures of one severity and detail type. Its findings are those of the `EcsFailureAlerts` around it. */
export class AlertRule extends EcsEventRule {
  /** @internal */
  protected get _subject(): IConstruct {
    // The construct of a severity is in between.
    return this.node.scope!.node.scope!;
  }
}
