import { App, Duration, Stack } from 'aws-cdk-lib';
import * as cloudwatch from 'aws-cdk-lib/aws-cloudwatch';
import * as cloudwatchActions from 'aws-cdk-lib/aws-cloudwatch-actions';
import * as ecs from 'aws-cdk-lib/aws-ecs';
import * as events from 'aws-cdk-lib/aws-events';
import * as iam from 'aws-cdk-lib/aws-iam';
import * as lambda from 'aws-cdk-lib/aws-lambda';
import * as sns from 'aws-cdk-lib/aws-sns';
import * as sqs from 'aws-cdk-lib/aws-sqs';
import type { Assembly, TypeReference } from './entry-points';
import * as library from '../../src';

/** An app with one of everything that the library takes, made on demand. */
export class World {
  public readonly app = new App();
  public readonly stack = new Stack(this.app, 'Stack');

  private readonly made = new Map<string, unknown>();

  constructor(private readonly assembly: Assembly) {}

  /** A value that a parameter or prop takes; fails for a type without one. */
  public valid(name: string, type: TypeReference): unknown {
    if (type.collection) {
      const element = this.valid(name, type.collection.elementtype);
      return type.collection.kind === 'array' ? [element] : { name: element };
    }
    if (type.primitive) {
      return PRIMITIVES[type.primitive]!;
    }
    return this.made.get(type.fqn!) ?? this.made.set(type.fqn!, this.make(type.fqn!)).get(type.fqn!);
  }

  private make(fqn: string): unknown {
    const foreign = FOREIGN[fqn];
    if (foreign) {
      return foreign(this.stack);
    }
    const type = this.assembly.types[fqn];
    if (type?.kind === 'interface') {
      return this.struct(fqn);
    }
    const own = OWN[type?.name ?? fqn];
    if (!own) {
      throw new Error(`test/entry-points/valid-values.ts: no valid value for ${fqn}. Add one, so that its entry points are visited`);
    }
    return own(this.stack);
  }

  /** A struct with nothing but its required props. */
  private struct(fqn: string): Record<string, unknown> {
    const { properties = [], interfaces = [] } = this.assembly.types[fqn];
    return {
      ...Object.assign({}, ...interfaces.map((parent) => this.struct(parent))),
      ...Object.fromEntries(properties.filter(({ optional }) => !optional).map(({ name, type }) => [name, this.valid(name, type)])),
    };
  }
}

const PRIMITIVES: { readonly [primitive: string]: unknown } = { string: 'word', number: 1, boolean: true, any: ['word'], json: {} };

type Make = (stack: Stack) => unknown;

/** One of each type of other packages. */
const FOREIGN: { readonly [fqn: string]: Make } = {
  'constructs.Construct': (stack) => stack,
  'constructs.IConstruct': (stack) => stack,
  'aws-cdk-lib.Stack': (stack) => stack,
  'aws-cdk-lib.Stage': (stack) => stack.node.root,
  'aws-cdk-lib.Duration': () => Duration.minutes(5),
  'aws-cdk-lib.aws_cloudwatch.MetricOptions': () => ({}),
  'aws-cdk-lib.aws_cloudwatch.IAlarmAction': (stack) => new cloudwatchActions.SnsAction(new sns.Topic(stack, 'AlarmTopic')),
  'aws-cdk-lib.aws_cloudwatch.IMetric': () => new cloudwatch.Metric({ namespace: 'N', metricName: 'M' }),
  'aws-cdk-lib.aws_events.EventPattern': () => ({ account: ['111122223333'] }),
  'aws-cdk-lib.aws_events.IRuleTarget': (stack) => new library.SnsPublish(new sns.Topic(stack, 'TargetTopic')),
  'aws-cdk-lib.aws_events.RuleTargetInput': () => events.RuleTargetInput.fromText('text'),
  'aws-cdk-lib.aws_iam.IRole': (stack) => new iam.Role(stack, 'Role', { assumedBy: new iam.ServicePrincipal('events.amazonaws.com') }),
  'aws-cdk-lib.aws_lambda.IFunction': (stack) =>
    new lambda.Function(stack, 'Function', { code: lambda.Code.fromInline('-'), handler: 'index.handler', runtime: lambda.Runtime.NODEJS_LATEST }),
  'aws-cdk-lib.aws_sns.ITopic': (stack) => new sns.Topic(stack, 'Topic'),
  'aws-cdk-lib.aws_sqs.IQueue': (stack) => new sqs.Queue(stack, 'Queue'),
  'aws-cdk-lib.interfaces.aws_ecs.IClusterRef': (stack) => new ecs.CfnCluster(stack, 'Cluster', { clusterName: 'prod' }),
  'aws-cdk-lib.interfaces.aws_ecs.IDaemonRef': (stack) => new ecs.CfnDaemon(stack, 'Daemon', { clusterArn: 'arn:aws:ecs:eu-west-1:111122223333:cluster/prod', daemonName: 'log' } as never),
  'aws-cdk-lib.interfaces.aws_ecs.IServiceRef': (stack) => new ecs.CfnService(stack, 'Service', { cluster: 'prod', serviceName: 'web' }),
  'aws-cdk-lib.interfaces.aws_events.IEventBusRef': (stack) => new events.EventBus(stack, 'Bus'),
  'aws-cdk-lib.interfaces.aws_events.IRuleRef': (stack) => new events.Rule(stack, 'OwnRule', { eventPattern: { source: ['aws.ecs'] } }),
};

/** A member of each class, by its name. */
const OWN: { readonly [name: string]: Make } = {
  ...Object.fromEntries(Object.entries(library).flatMap(([name, type]) => {
    const [constant] = typeof type === 'function' ? Object.values(type).filter((member) => member instanceof type) : [];
    return constant === undefined ? [] : [[name, () => constant as unknown]];
  })),
  ContainerInstanceHealthCheck: () => library.ContainerInstanceHealthCheck.impaired(library.ContainerInstanceHealthCheckType.DAEMON),
  ExitCode: () => library.ExitCode.nonZero(),
  EcsEventPattern: () => library.EcsEventPattern.daemonServiceAction(),
  EcsEventRule: (stack) => new library.EcsEventRule(stack, 'AlertOf', { pattern: library.EcsEventPattern.hookStateChange() }),
  EcsFailureAlerts: (stack) => new library.EcsFailureAlerts(stack, 'FailuresOf', { targets: [new library.SnsPublish(new sns.Topic(stack, 'FailureTopic'))] }),
  DaemonDeploymentRollbackFailedRule: (stack) => new library.DaemonDeploymentRollbackFailedRule(stack, 'RollbackFailedOf'),
  DaemonTaskStartImpairedRule: (stack) => new library.DaemonTaskStartImpairedRule(stack, 'StartImpairedOf'),
  ServiceTaskPlacementFailureRule: (stack) => new library.ServiceTaskPlacementFailureRule(stack, 'PlacementOf'),
  LambdaInvoke: (stack) => new library.LambdaInvoke(FOREIGN['aws-cdk-lib.aws_lambda.IFunction'](stack) as lambda.Function),
  SnsPublish: (stack) => new library.SnsPublish(new sns.Topic(stack, 'TopicOf')),
  SqsSendMessage: (stack) => new library.SqsSendMessage(new sqs.Queue(stack, 'QueueOf')),
  SharedDeadLetterQueue: (stack) => library.SharedDeadLetterQueue.of(stack),
  EventBusSimulator: () => library.testing.EventBusSimulator.fromTemplate({}),
  SampleEvent: () => library.testing.SampleEvent.taskStateChange(),
};
