// Imported resources, and the policy statements to add, printed as warnings: see them with `cdk synth --quiet --app "npx tsx examples/imported-resources/app.ts"`.
import { App } from 'aws-cdk-lib';
import { ImportedResourcesStack } from './imported-resources-stack';

const app = new App();
new ImportedResourcesStack(app, 'ImportedResources', { env: { account: '111122223333', region: 'eu-west-1' } });
app.synth();
