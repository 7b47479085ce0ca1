import { join } from 'path';
import type { StackProps } from 'aws-cdk-lib';
import { Stack } from 'aws-cdk-lib';
import * as lambda from 'aws-cdk-lib/aws-lambda';
import { SqsDestination } from 'aws-cdk-lib/aws-lambda-destinations';
import { NodejsFunction } from 'aws-cdk-lib/aws-lambda-nodejs';
import * as sqs from 'aws-cdk-lib/aws-sqs';
import type { Construct } from 'constructs';
import { EcsEventMessage, FailureReason, LambdaInvoke, ServiceTaskPlacementFailureRule } from 'cdk-ecs-event-rules';

/** Pages whoever is on call when there is no Fargate capacity. */
export class FunctionHandlerStack extends Stack {
  constructor(scope: Construct, id: string, props?: StackProps) {
    super(scope, id, props);

    // Bundled by esbuild, which an app of yours needs among its devDependencies.
    const pager = new NodejsFunction(this, 'Pager', {
      entry: join(__dirname, 'pager.ts'),
      runtime: lambda.Runtime.NODEJS_22_X,
      environment: { PAGER_URL: 'https://pager.example.com/' },
      // An exception in the function is no failed delivery: the dead letters of the rule do not have it.
      onFailure: new SqsDestination(new sqs.Queue(this, 'Unpaged', { enforceSSL: true })),
    });
    new ServiceTaskPlacementFailureRule(this, 'NoFargateCapacity', {
      clusterNames: ['production'],
      reasons: [FailureReason.RESOURCE_FARGATE],
      // Without a message the function gets the event as AWS sent it, with the fields in `detail`.
      targets: [new LambdaInvoke(pager, { message: EcsEventMessage.json({ runbook: 'https://wiki.example.com/ecs' }) })],
    });
  }
}
