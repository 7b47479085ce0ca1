import { leavesOf } from './additional/pattern-shape';
import type { PartSource } from './part';
import { constraintsByPathOf, partOf, matchedSeverity } from './part';
import { DEPLOYED_ENVIRONMENT } from './references/environment';
import { alwaysHasField } from '../events/catalog';
import { ValidationError, show } from '../validation/validation-error';

const METHOD = 'EcsEventPattern.dividedByPresence';

/** Divides sources into those of events that have a field and those of events that lack it. A source of which all events have it, or none, stays as it is. */
export function dividedByPresence(sources: readonly PartSource[], path: string): PartSource[] {
  checkPath(sources, path);
  return sources.flatMap((source) => mayHaveAndLack(source, path)
    ? [true, false].map((exists) => ({ ...source, presences: [...source.presences ?? [], { path, exists }] }))
    : [source]);
}

function checkPath(sources: readonly PartSource[], path: unknown): void {
  const name = typeof path === 'string' && path.startsWith('detail.') && path.split('.').every((step) => step !== '' && !/\W/.test(step)) ? path.replace('detail.', '') : undefined;
  if (name === undefined) {
    throw new ValidationError({ prop: 'path', problem: `expected the path of a field, got ${show(path)}`, resolution: 'Write it as detail.stoppedReason' }, METHOD);
  }
  const fields = sources.flatMap(({ entry }) => entry.fields.filter((field) => field.path === name));
  if (fields.length === 0 && sources.every(({ entry }) => !entry.moreFields)) {
    throw new ValidationError({ prop: 'path', problem: `no event of the pattern has ${show(path)}`, resolution: 'Check its spelling' }, METHOD);
  }
  if (fields.some(({ type }) => type.endsWith('[]') || type === 'object')) {
    throw new ValidationError({ prop: 'path', problem: `expected the path of a string, a number or a boolean, got ${show(path)}`, resolution: 'EventBridge matches the presence of single values only' }, METHOD);
  }
}

function mayHaveAndLack(source: PartSource, path: string): boolean {
  const { entry, additional = {} } = source;
  const name = path.replace('detail.', '');
  if (!entry.moreFields && !entry.fields.some((field) => field.path === name)) {
    return false;
  }
  if (leavesOf(additional).some((leaf) => leaf.path === path)) {
    throw new ValidationError({ prop: 'path', problem: `additionalPattern has a condition on ${path}`, resolution: 'Create the two patterns yourself, and combine them with anyOf()' }, METHOD);
  }
  const part = partOf(source, DEPLOYED_ENVIRONMENT);
  const constraints = constraintsByPathOf(part);
  const values = constraints.get(path);
  const { names } = matchedSeverity(constraints);
  const isAlwaysThere = names?.length ? names.every((eventName) => alwaysHasField(entry, name, eventName)) : alwaysHasField(entry, name);
  return values ? values.some(({ kind }) => kind === 'absent') && values.length > 1 : !isAlwaysThere;
}

