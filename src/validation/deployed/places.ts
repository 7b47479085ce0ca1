import { partsOfArn } from '../../engine/simulation/arn';
import { environmentOf } from '../../engine/template/environment';
import type { ResourceInstance } from '../../engine/template/resource-instance';
import { hasUnknown } from '../../engine/values/unknown';
import type { StatementPlace } from '../findings/statement-snippet';

/** The account and Region of a stack, as far as they are known; of a resource with an ARN, if the stack does not know them. */
export function placeOf({ environment }: ResourceInstance['stack'], arn: string = ''): StatementPlace {
  const parts = partsOfArn(arn);
  const known = (own: string, other: string | undefined, name: string) => [own, other].find((each) => each && !hasUnknown(each)) ?? `\${AWS::${name}}`;
  const region = known(environment.region, parts?.region, 'Region');
  return {
    account: known(environment.account, parts?.account, 'AccountId'),
    region,
    partition: region.startsWith('${') ? '${AWS::Partition}' : environmentOf(undefined, region).partition,
  };
}
