import type { Environment } from './environment';
import { EVERYWHERE, partitionIn } from './environment';
import type { Filters } from '../../filters/any-filters';
import { filterList } from '../../validation/lists';
import { checkAccount, checkRegion } from '../../validation/names';

/** Where the resources of the filters are. */
export interface Places {
  /** The environment of the rule. */
  readonly home: Environment;
  /** Every account in every Region of the filters, otherwise the environment of the rule. */
  readonly all: readonly Environment[];
  /** The environments for which names are composed into ARNs. */
  readonly ofNames: readonly Environment[];
  /** Whether the account and the Region are required by separate conditions, and names are matched by the end of their ARNs. */
  readonly isCompact: boolean;
}

/** Reads `accounts` and `regions`. */
export function placesOf(filters: Filters, home: Environment): Places {
  const accounts = filterList('accounts', filters.accounts)?.map((account, i) => checkAccount(`accounts[${i}]`, account));
  const regions = filterList('regions', filters.regions)?.map((region, i) => checkRegion(`regions[${i}]`, region));
  const all = (regions ?? [home.region]).flatMap((region) => (accounts ?? [home.account]).map((account) => ({
    partition: regions ? partitionIn(region, home.partition) : home.partition,
    region,
    account,
  })));
  return { home, all, ofNames: all, isCompact: false };
}

/** The same places, required by separate conditions. */
export function compactPlaces(places: Places): Places {
  return { ...places, ofNames: [EVERYWHERE], isCompact: true };
}
