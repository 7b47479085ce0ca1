import { join } from 'path';
import type { StackProps } from 'aws-cdk-lib';
import { Stack } from 'aws-cdk-lib';
import * as lambda from 'aws-cdk-lib/aws-lambda';
import { SqsDestination } from 'aws-cdk-lib/aws-lambda-destinations';
import { NodejsFunction } from 'aws-cdk-lib/aws-lambda-nodejs';
import * as sqs from 'aws-cdk-lib/aws-sqs';
import type { Construct } from 'constructs';
import { EcsEventMessage, FailureReason, LambdaInvoke, ServiceTaskPlacementFailureRule } from 'cdk-ecs-event-rules';

/** Pages the person on call when there is no Fargate capacity. */
export class FunctionHandlerStack extends Stack {
  constructor(scope: Construct, id: string, props?: StackProps) {
    super(scope, id, props);

    // Bundled by esbuild, which must be in the devDependencies of your app.
    const pager = new NodejsFunction(this, 'Pager', {
      entry: join(__dirname, 'pager.ts'),
      runtime: lambda.Runtime.NODEJS_22_X,
      environment: { PAGER_URL: 'https://pager.example.com/' },
      // An exception in the function is not a failed delivery, so the event is not in the dead-letter queue of the rule.
      onFailure: new SqsDestination(new sqs.Queue(this, 'Unpaged', { enforceSSL: true })),
    });
    new ServiceTaskPlacementFailureRule(this, 'NoFargateCapacity', {
      clusterNames: ['production'],
      reasons: [FailureReason.RESOURCE_FARGATE],
      // Without a message, the function receives the event as AWS sent it, with the fields in `detail`.
      targets: [new LambdaInvoke(pager, { message: EcsEventMessage.json({ runbook: 'https://wiki.example.com/ecs' }) })],
    });
  }
}
