// Notifications in a Slack channel, with a mention and a runbook: deploy it with `cdk deploy --app "npx tsx examples/chat/app.ts"`.
import { App } from 'aws-cdk-lib';
import { ChatStack } from './chat-stack';

const app = new App();
new ChatStack(app, 'Chat');
app.synth();
