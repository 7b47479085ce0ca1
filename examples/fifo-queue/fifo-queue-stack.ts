import { join } from 'path';
import type { StackProps } from 'aws-cdk-lib';
import { Stack } from 'aws-cdk-lib';
import * as lambda from 'aws-cdk-lib/aws-lambda';
import { SqsEventSource } from 'aws-cdk-lib/aws-lambda-event-sources';
import { NodejsFunction } from 'aws-cdk-lib/aws-lambda-nodejs';
import * as sqs from 'aws-cdk-lib/aws-sqs';
import type { Construct } from 'constructs';
import { EcsEventMessage, EcsEventPattern, EcsEventRule, ServiceDeploymentEvent, SqsSendMessage } from 'cdk-ecs-event-rules';

/** Opens a ticket when a deployment fails and closes it when one succeeds, in order. */
export class FifoQueueStack extends Stack {
  constructor(scope: Construct, id: string, props?: StackProps) {
    super(scope, id, props);

    // EventBridge sends no deduplication ID, so the queue derives one from the content. Messages that the consumer cannot process go to a dead-letter queue.
    const unprocessed = new sqs.Queue(this, 'Unprocessed', { fifo: true, enforceSSL: true });
    const deployments = new sqs.Queue(this, 'Deployments', {
      fifo: true,
      contentBasedDeduplication: true,
      enforceSSL: true,
      deadLetterQueue: { queue: unprocessed, maxReceiveCount: 3 },
    });
    new EcsEventRule(this, 'DeploymentEnded', {
      pattern: EcsEventPattern.serviceDeploymentStateChange({
        clusterNames: ['production'],
        eventNames: [ServiceDeploymentEvent.SERVICE_DEPLOYMENT_COMPLETED, ServiceDeploymentEvent.SERVICE_DEPLOYMENT_FAILED],
      }),
      targets: [new SqsSendMessage(deployments, { message: EcsEventMessage.json(), messageGroupId: 'deployments' })],
    });

    // Bundled by esbuild, which must be in the devDependencies of your app.
    const consumer = new NodejsFunction(this, 'Consumer', {
      entry: join(__dirname, 'consumer.ts'),
      runtime: lambda.Runtime.NODEJS_22_X,
      environment: { TICKETS_URL: 'https://tickets.example.com/api/' },
    });
    consumer.addEventSource(new SqsEventSource(deployments, { reportBatchItemFailures: true }));
  }
}
