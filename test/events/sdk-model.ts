import * as sdk from '@aws-sdk/client-ecs';

const EXPORTS = sdk as unknown as Readonly<Record<string, unknown>>;

/** The values of an enum of the SDK. */
export function enumValues(name: string): string[] {
  return Object.values(EXPORTS[name] as Record<string, string>).sort();
}

/** The members of a structure of the SDK, from the schema by which it serializes. */
export function members(name: string): string[] {
  const [, , structure, , names] = EXPORTS[`${name}$`] as [unknown, unknown, string, unknown, string[]];
  return structure === name ? names : [];
}

/** Whether Amazon ECS has an operation, such as `DescribeTasks`. */
export function hasOperation(name: string): boolean {
  return `${name}Command` in EXPORTS;
}
