import { App, Aws, Stack } from 'aws-cdk-lib';
import { ENABLE_PARTITION_LITERALS } from 'aws-cdk-lib/cx-api';
import { RegionInfo } from 'aws-cdk-lib/region-info';
import { partitionOf } from '../../src/validation/stack-partition';

test.each([true, false])('the partition of a stack is what the CDK renders, in every Region that it knows and in others, with literals: %s', (isLiteral) => {
  const app = new App({ context: { [ENABLE_PARTITION_LITERALS]: isLiteral } });
  const regions = [...RegionInfo.regions.map(({ name }) => name), 'zz-new-1', Aws.REGION, undefined];
  const stacks = regions.map((region, at) => new Stack(app, `Stack${at}`, { env: { region } }));

  expect(stacks.map(partitionOf)).toEqual(stacks.map(({ partition }) => partition));
});
