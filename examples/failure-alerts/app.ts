// An alert on every failure, in Slack and by email: deploy it with `cdk deploy --app "npx tsx examples/failure-alerts/app.ts"`.
import { App } from 'aws-cdk-lib';
import { FailureAlertsStack } from './failure-alerts-stack';

const app = new App();
new FailureAlertsStack(app, 'FailureAlerts');
app.synth();
