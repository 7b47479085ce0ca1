import type { Finding } from '../validation/findings/finding';
import { isLookupPlaceholder } from '../validation/names';

/** Reports the props that have a value that the CDK looks up later: it synthesizes again after the lookup. */
export function lookupFindings(props: { readonly [prop: string]: unknown }): Finding[] {
  return Object.entries(props).filter(([, value]) => hasPlaceholder(value)).map(([prop]) => ({
    level: 'info',
    id: 'cdk-ecs-event-rules:lookupPending',
    message: `${prop}: the CDK has not looked up the value yet. It does so after this synthesis, and synthesizes again.`,
  }));
}

/** Whether a text, one of a list, a value of a class, or plain JSON has a placeholder. Constructs are not looked into. */
function hasPlaceholder(value: unknown): boolean {
  if (Array.isArray(value)) {
    return value.some(hasPlaceholder);
  }
  return isLookupPlaceholder(value) || isLookupPlaceholder((value as { readonly value?: unknown } | undefined)?.value);
}
