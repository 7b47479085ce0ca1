import type { Part } from './part';
import type { Finding } from '../validation/findings/finding';

/** A bus takes 300 rules by default, in some Regions 100: https://docs.aws.amazon.com/eventbridge/latest/userguide/eb-quota.html */
const RULES_OF_SMALL_BUS = 100;

/** Reports how many rules a pattern takes if names are multiplied with accounts and Regions. */
export function manyRules({ entry, filters, places, compact }: Part, rules: number): Finding[] {
  const isDeploymentByCluster = entry.cluster.form !== 'arn' && filters.services === undefined && filters.serviceNames === undefined;
  const multiplied = [
    ...filters.clusterNamePrefixes ? ['clusterNamePrefixes'] : [],
    ...filters.clusterNames && (isDeploymentByCluster || !compact) ? ['clusterNames'] : [],
    ...filters.taskDefinitionFamilies ? ['taskDefinitionFamilies'] : [],
  ];
  const isMultiplied = multiplied.length > 0 && places.all.length > 1;
  if (rules === 1 || !(isMultiplied || rules > RULES_OF_SMALL_BUS)) {
    return [];
  }
  const reason = isMultiplied ? `, because ${multiplied.join(' and ')} are multiplied with accounts and regions: the account and the Region precede the name in an ARN` : '';
  const excluded = filters.excludedServices?.length ? 'Services' : filters.excludedDaemons?.length ? 'Daemons' : undefined;
  const resolution = isMultiplied && !compact && excluded !== undefined
    ? `Use excluded${excluded.slice(0, -1)}Names instead of excluded${excluded}, or remove the names that are excluded from ${excluded.slice(0, -1).toLowerCase()}Names`
    : isMultiplied && compact && !filters.taskDefinitionFamilies
      ? `Use ${entry.daemon ? 'daemonNames' : entry.service ? 'serviceNames' : 'clusterNames'} with exact names, which take one value for all accounts and Regions`
      : 'Use fewer values, or a wider filter';
  return [{
    level: rules > RULES_OF_SMALL_BUS ? 'warning' : 'info',
    id: 'cdk-ecs-event-rules:manyRules',
    message: `the pattern of "${entry.detailType}" needs ${rules} of the 300 rules that an event bus supports (100 in some Regions)${reason}. ${resolution}.`,
  }];
}
