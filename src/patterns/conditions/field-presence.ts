import type { Condition, FieldPresence } from './condition';
import { FieldCondition } from './condition';
import { understand } from './values';
import { DEPLOYED_ENVIRONMENT } from '../references/environment';

/** The conditions together with what they require of presence. Every matcher but `exists: false` requires that the field is there. */
export function withPresences(conditions: readonly Condition[], presences: readonly FieldPresence[] = []): Condition[] {
  return presences.reduce<Condition[]>((list, { path, exists }) => {
    const own = list.find((condition) => condition.withPresence?.({ path, exists }));
    const there = own ?? list.find((condition) => path in condition.constraintsByPath());
    const constraints = there?.constraintsByPath()[path]?.filter(({ kind }) => (kind === 'absent') !== exists);
    const values = constraints ?? [understand({ exists }, DEPLOYED_ENVIRONMENT)];
    const required = own?.withPresence?.({ path, exists }) ?? new FieldCondition(path, values, true);
    return there ? list.map((condition) => condition === there ? required : condition) : [...list, required];
  }, [...conditions]);
}
