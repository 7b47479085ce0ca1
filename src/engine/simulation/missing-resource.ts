import type { Resources } from './resources';
import type { ResourceInstance } from '../template/resource-instance';

/**
 * The logical id of a resource that is in the template and does not exist, because its condition is false; undefined for everything else.
 * An ARN alone cannot distinguish it from what is outside of the app: it is looked for among what the rule refers to.
 */
export function missingResource(arn: string, from: ResourceInstance, resources: Resources): string | undefined {
  if (resources.withArn(arn) !== undefined) {
    return undefined;
  }
  // A resource that exists can have a second ARN: that of a log group ends with `:*`.
  return [...referredIn(from.declared.Properties)]
    .find((logicalId) => from.stack.resourceById(logicalId) === undefined && arnsOf(from, logicalId).includes(arn));
}

function arnsOf({ stack }: ResourceInstance, logicalId: string): unknown[] {
  try {
    return [stack.getAtt(logicalId, 'Arn'), stack.ref(logicalId)];
  } catch {
    // A parameter.
    return [];
  }
}

/** The names in every `Ref` and `Fn::GetAtt`. */
function referredIn(value: unknown): Set<string> {
  if (typeof value !== 'object' || value === null) {
    return new Set();
  }
  return new Set(Object.entries(value).flatMap(([key, inner]) => {
    if (key === 'Ref') {
      return [String(inner)];
    }
    return key === 'Fn::GetAtt' ? [String([inner].flat()[0]).split('.')[0]] : [...referredIn(inner)];
  }));
}
