import type { DeploymentEnvironment } from './environment';
import { stableSuffix } from './physical-name';

/** The value of a pseudo parameter in a stack. */
export function pseudoParameter(name: string, stack: { readonly name: string; readonly environment: DeploymentEnvironment }): unknown {
  const { account, region, partition, urlSuffix } = stack.environment;
  switch (name) {
    case 'AWS::AccountId':
      return account;
    case 'AWS::Region':
      return region;
    case 'AWS::Partition':
      return partition;
    case 'AWS::URLSuffix':
      return urlSuffix;
    case 'AWS::StackName':
      return stack.name;
    case 'AWS::StackId':
      return `arn:${partition}:cloudformation:${region}:${account}:stack/${stack.name}/${stableSuffix(stack.name, 12).toLowerCase()}`;
    case 'AWS::NotificationARNs':
      return [];
    default:
      throw new Error(`the pseudo parameter ${name} does not exist`);
  }
}
