import type { Environment } from './references/environment';
import { partitionOf } from './references/environment';
import type { Filters } from '../filters/any-filters';
import { filterList } from '../validation/lists';
import { checkAccount, checkRegion } from '../validation/names';

/** The environments for which names are composed into ARNs: every account in every Region of the filters, otherwise that of the rule. */
export function placesOf(filters: Filters, environment: Environment): Environment[] {
  const accounts = filterList('accounts', filters.accounts)?.map((account, i) => checkAccount(`accounts[${i}]`, account));
  const regions = filterList('regions', filters.regions)?.map((region, i) => checkRegion(`regions[${i}]`, region));
  return (regions ?? [environment.region]).flatMap((region) => (accounts ?? [environment.account]).map((account) => ({
    partition: regions ? partitionOf(region, environment.partition) : environment.partition,
    region,
    account,
  })));
}
