// Dead letters, retries, and an alarm for alerts that were not delivered: deploy it with `cdk deploy --app "npx tsx examples/undelivered-alerts/app.ts"`.
import { App } from 'aws-cdk-lib';
import { UndeliveredAlertsStack } from './undelivered-alerts-stack';

const app = new App();
new UndeliveredAlertsStack(app, 'UndeliveredAlerts');
app.synth();
