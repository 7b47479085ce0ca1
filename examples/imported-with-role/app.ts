// A topic and a queue whose policies stay as they are, because a role is allowed to use them: deploy it with `cdk deploy --app "npx tsx examples/imported-with-role/app.ts"`.
import { App } from 'aws-cdk-lib';
import { ImportedWithRoleStack } from './imported-with-role-stack';

const app = new App();
new ImportedWithRoleStack(app, 'ImportedWithRole', { env: { account: '111122223333', region: 'eu-west-1' } });
app.synth();
