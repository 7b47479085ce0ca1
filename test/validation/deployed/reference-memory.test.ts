import { App, CfnCondition, CfnParameter, CfnResource, Fn, Stack } from 'aws-cdk-lib';
import * as events from 'aws-cdk-lib/aws-events';
import * as kms from 'aws-cdk-lib/aws-kms';
import * as lambda from 'aws-cdk-lib/aws-lambda';
import * as sns from 'aws-cdk-lib/aws-sns';
import * as sqs from 'aws-cdk-lib/aws-sqs';
import type { IConstruct } from 'constructs';
import { DaemonTaskStartImpairedRule, EcsEventMessage, LambdaInvoke, SnsPublish, SqsSendMessage } from '../../../src';
import { RenderedElements } from '../../../src/validation/deployed/rendered-elements';

/** Two stacks, of which the second refers to the first, in literal and in unknown places, with tokens in texts, in lists and in overrides. */
function given(env: { account: string; region: string } | undefined): App {
  const app = new App();
  const [resources, alerts] = ['Resources', 'Alerts'].map((id) => new Stack(app, id, { env }));
  const key = new kms.Key(resources, 'Key');
  const topic = new sns.Topic(resources, 'Topic', { masterKey: key });
  const queue = new sqs.Queue(alerts, 'Queue', { encryptionMasterKey: key });
  const handler = new lambda.Function(alerts, 'Handler', { runtime: lambda.Runtime.NODEJS_22_X, handler: 'index.handler', code: lambda.Code.fromInline('//') });
  const name = new CfnParameter(alerts, 'Name', { default: 'prod' });
  const isProd = new CfnCondition(alerts, 'IsProd', { expression: Fn.conditionEquals(name.valueAsString, 'prod') });
  for (const id of ['One', 'Two']) {
    const rule = new DaemonTaskStartImpairedRule(alerts, id, {
      clusterNames: [`${id}-${name.valueAsString}-${Fn.select(0, Fn.split('-', alerts.region))}`],
      targets: [new SnsPublish(topic, { message: EcsEventMessage.text() }), new SqsSendMessage(queue), new LambdaInvoke(handler)],
    });
    const resource = rule.rules[0].node.defaultChild as events.CfnRule;
    resource.cfnOptions.condition = isProd;
    resource.addDependency(queue.node.defaultChild as CfnResource);
    // What is merged into one rule must not reach another one.
    resource.addPropertyOverride('Targets.1.Arn.Fn::GetAtt', [`Other${id}`, 'Arn']);
    resource.addPropertyOverride('Description', Fn.join('', [`${id} in `, alerts.region, ' of ', alerts.account, Fn.ref('AWS::StackName')]));
  }
  return app;
}

function elementsOf(root: IConstruct): CfnResource[] {
  return root.node.findAll().filter((construct) => CfnResource.isCfnResource(construct));
}

test.each([
  ['in an account and a Region', { account: '111122223333', region: 'eu-west-1' }],
  ['anywhere', undefined],
])('renders every resource %s as the CDK does', (_where, env) => {
  const app = given(env);
  app.synth({ skipValidation: true });
  const rendered = new RenderedElements();
  const resources = elementsOf(app);

  expect(resources.length).toBeGreaterThan(10);
  expect(resources.map((resource) => rendered.fragment(resource)))
    .toEqual(resources.map((resource) => resource.stack.resolve((resource as unknown as { _toCloudFormation(): object })._toCloudFormation())));
});
