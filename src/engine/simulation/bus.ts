import type { DeploymentEnvironment } from '../template/environment';

/** The bus that events of AWS services go to. */
const DEFAULT_BUS = 'default';

/** The ARN of the bus that a property names, by name or by ARN. */
export function busArn({ account, region, partition }: DeploymentEnvironment, nameOrArn: unknown = DEFAULT_BUS): string {
  const text = String(nameOrArn);
  return text.startsWith('arn:') ? text : `arn:${partition}:events:${region}:${account}:event-bus/${text}`;
}

/** Whether an ARN is that of an event bus. */
export function isBus(arn: string): boolean {
  return /^arn:[^:]*:events:[^:]*:[^:]*:event-bus\//.test(arn);
}

/** Whether an ARN is that of the default bus of its account and Region. */
export function isDefaultBus(arn: string): boolean {
  return arn.endsWith(`:event-bus/${DEFAULT_BUS}`);
}
