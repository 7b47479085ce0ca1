// A topic in a central account for the alerts of another account: deploy it with `cdk deploy --all --app "npx tsx examples/central-topic/app.ts"`.
import { App } from 'aws-cdk-lib';
import { AlertsStack } from './alerts-stack';
import { CentralStack } from './central-stack';

const app = new App();
const { topic } = new CentralStack(app, 'Central', { env: { account: '222222222222', region: 'eu-west-1' } });
new AlertsStack(app, 'Alerts', { topic, env: { account: '111122223333', region: 'eu-west-1' } });
app.synth();
