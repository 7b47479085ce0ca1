import type { EventBusSimulatorOptions } from './event-bus-simulator-options';

/** How a template is deployed in the simulation. */
export interface EventBusSimulatorTemplateOptions extends EventBusSimulatorOptions {
  /**
   * The name of the stack: part of the names that CloudFormation generates.
   *
   * @default 'Stack'
   */
  readonly stackName?: string;
}
