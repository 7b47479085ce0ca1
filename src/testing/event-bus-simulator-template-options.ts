import type { EventBusSimulatorOptions } from './event-bus-simulator-options';

/** Options for `EventBusSimulator.fromTemplate()`. */
export interface EventBusSimulatorTemplateOptions extends EventBusSimulatorOptions {
  /**
   * The name of the stack, which is part of the names that CloudFormation generates.
   *
   * @default 'Stack'
   */
  readonly stackName?: string;
}
