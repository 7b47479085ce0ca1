import { code, table } from './markdown';
import { PATTERN_FACTORIES } from '../src/patterns/pattern-factories';

/** The factories of `EcsEventPattern`, their detail types and their filters. */
export function patternsTable(): string {
  const common = new Set<string>(['clusters', 'clusterNames', 'clusterNamePrefixes', 'accounts', 'regions', 'additionalPattern']);
  const rows = Object.entries(PATTERN_FACTORIES).map(([factory, { entry, filters }]) =>
    [code(factory), code(entry.detailType), filters.filter((name) => !common.has(name)).map(code).join(', ')]);
  return table(['`EcsEventPattern.…()`', 'detail type', 'filters in addition to the common ones'], rows);
}
