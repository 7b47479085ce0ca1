import type { DeploymentEnvironment } from '../../engine/template/environment';

/**
 * The environment that stacks share. Reading an account or a Region that they do not share throws an error, so that a sample that specifies where it comes
 * from needs none.
 */
export function sharedEnvironment(environments: readonly DeploymentEnvironment[]): Pick<DeploymentEnvironment, 'account' | 'region' | 'partition'> {
  const shared = (dimension: 'account' | 'region' | 'partition') => {
    const values = new Set(environments.map((environment) => environment[dimension]));
    if (values.size > 1) {
      const listed = [...new Set(environments.map(({ account, region }) => `account ${account}, Region ${region}`))].sort().join('; ');
      throw new Error(`the rules of the app are in several environments (${listed}): say by account and region of the sample where the event comes from`);
    }
    return [...values][0];
  };
  return {
    get account() {
      return shared('account');
    },
    get region() {
      return shared('region');
    },
    get partition() {
      return shared('partition');
    },
  };
}
