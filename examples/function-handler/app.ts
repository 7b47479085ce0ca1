// A function that pages the person on call, and its handler: deploy it with `cdk deploy --app "npx tsx examples/function-handler/app.ts"`.
import { App } from 'aws-cdk-lib';
import { FunctionHandlerStack } from './function-handler-stack';

const app = new App();
new FunctionHandlerStack(app, 'FunctionHandler');
app.synth();
