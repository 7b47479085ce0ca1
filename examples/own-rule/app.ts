// A pattern in a plain events.Rule and in an archive: deploy it with `cdk deploy --app "npx tsx examples/own-rule/app.ts"`.
import { App } from 'aws-cdk-lib';
import { OwnRuleStack } from './own-rule-stack';

const app = new App();
new OwnRuleStack(app, 'OwnRule');
app.synth();
