// A FIFO queue and its consumer, a function that reports a failed message without losing another: deploy it with `cdk deploy --app "npx tsx examples/fifo-queue/app.ts"`.
import { App } from 'aws-cdk-lib';
import { FifoQueueStack } from './fifo-queue-stack';

const app = new App();
new FifoQueueStack(app, 'FifoQueue');
app.synth();
