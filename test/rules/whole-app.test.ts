import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { App, Stack } from 'aws-cdk-lib';
import * as ec2 from 'aws-cdk-lib/aws-ec2';
import * as ecs from 'aws-cdk-lib/aws-ecs';
import * as lambda from 'aws-cdk-lib/aws-lambda';
import * as sns from 'aws-cdk-lib/aws-sns';
import * as sqs from 'aws-cdk-lib/aws-sqs';
import { DaemonTaskFailureType } from '../../src/filters/daemon-task-failure-type';
import { FailureReason } from '../../src/filters/failure-reason';
import { ServiceDeploymentEvent } from '../../src/filters/service-deployment-event';
import { EcsEventMessage } from '../../src/messages/ecs-event-message';
import { EcsEventPattern } from '../../src/patterns/ecs-event-pattern';
import { DaemonDeploymentRollbackFailedRule } from '../../src/rules/daemon-deployment-rollback-failed-rule';
import { DaemonTaskStartImpairedRule } from '../../src/rules/daemon-task-start-impaired-rule';
import { EcsEventRule } from '../../src/rules/ecs-event-rule';
import { ServiceTaskPlacementFailureRule } from '../../src/rules/service-task-placement-failure-rule';
import { LambdaInvoke } from '../../src/targets/lambda-invoke';
import { SnsPublish } from '../../src/targets/sns-publish';
import { SqsSendMessage } from '../../src/targets/sqs-send-message';

/** An app of a platform team: the three named rules on a topic, a queue and a function, and the failed deployments of one service. */
function wholeApp(): App {
  const app = new App();
  const stack = new Stack(app, 'Alerts');
  const vpc = ec2.Vpc.fromVpcAttributes(stack, 'Vpc', { vpcId: 'vpc-1', availabilityZones: ['a', 'b'] });
  const cluster = new ecs.Cluster(stack, 'Cluster', { clusterName: 'prod', vpc });
  const topic = new sns.Topic(stack, 'Topic');
  const queue = new sqs.Queue(stack, 'Queue');
  const onCall = lambda.Function.fromFunctionName(stack, 'OnCall', 'on-call');

  new DaemonTaskStartImpairedRule(stack, 'DaemonTaskStartImpaired', {
    clusters: [cluster],
    failureTypes: [DaemonTaskFailureType.TASK_CREATION_FAILED],
    reasons: [FailureReason.RESOURCE_CPU, FailureReason.RESOURCE_MEMORY],
    targets: [new SnsPublish(topic, { message: EcsEventMessage.text() })],
  });
  new DaemonDeploymentRollbackFailedRule(stack, 'DaemonRollbackFailed', {
    clusters: [cluster],
    daemonNames: ['log-agent'],
    targets: [new SqsSendMessage(queue), new LambdaInvoke(onCall)],
  });
  new ServiceTaskPlacementFailureRule(stack, 'PlacementFailure', {
    clusters: [cluster],
    reasons: [FailureReason.RESOURCE_FARGATE],
    targets: [new SnsPublish(topic)],
  });
  new EcsEventRule(stack, 'WebDeploymentFailed', {
    pattern: EcsEventPattern.serviceDeploymentStateChange({
      clusters: [cluster],
      serviceNames: ['web'],
      eventNames: [ServiceDeploymentEvent.SERVICE_DEPLOYMENT_FAILED],
    }),
    targets: [new SnsPublish(topic, { message: EcsEventMessage.text({ titlePrefix: 'Web:' }) })],
  });
  return app;
}

/** A template with its references in one line each, as in `Fn::Sub`. */
function readable(value: any): unknown {
  if (Array.isArray(value) || typeof value !== 'object' || value === null) {
    return Array.isArray(value) ? value.map(readable) : value;
  }
  if ('Ref' in value) {
    return `\${${value.Ref}}`;
  }
  if ('Fn::GetAtt' in value) {
    return `\${${value['Fn::GetAtt'].join('.')}}`;
  }
  if ('Fn::Join' in value) {
    return value['Fn::Join'][1].map(readable).join(value['Fn::Join'][0]);
  }
  return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, readable(inner)]));
}

/** The bytes of every file of a cloud assembly. */
function filesOf(directory: string): Record<string, string> {
  return Object.fromEntries(readdirSync(directory).sort().map((name) => [name, readFileSync(join(directory, name), 'utf8')]));
}

test('what a platform team deploys', () => {
  const { Resources } = wholeApp().synth().getStackByName('Alerts').template;
  expect(readable(Resources)).toMatchSnapshot();
});

test('synthesizing twice gives the same bytes', () => {
  // GIVEN
  const app = wholeApp();
  const first = filesOf(app.synth().directory);
  // WHEN
  const again = filesOf(app.synth({ force: true }).directory);
  const another = filesOf(wholeApp().synth().directory);
  // THEN
  const template = (files: Record<string, string>) => files['Alerts.template.json'];
  expect(Object.keys(first)).toContain('Alerts.template.json');
  // Templates only: later versions of the CDK add to their own metadata each time.
  expect(template(again)).toBe(template(first));
  expect(template(another)).toBe(template(first));
});
