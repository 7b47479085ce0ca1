// Three alerts for a topic, a queue, and a function: deploy it with `cdk deploy --app "npx tsx examples/three-alerts/app.ts"`.
import { App } from 'aws-cdk-lib';
import { ThreeAlertsStack } from './three-alerts-stack';

const app = new App();
new ThreeAlertsStack(app, 'ThreeAlerts');
app.synth();
