// Everything that goes wrong with one service, several kinds of events in one rule: deploy it with `cdk deploy --app "npx tsx examples/one-service/app.ts"`.
import { App } from 'aws-cdk-lib';
import { OneServiceStack } from './one-service-stack';

const app = new App();
new OneServiceStack(app, 'OneService');
app.synth();
