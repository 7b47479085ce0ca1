/** The name and the references of a resource type. */
export interface ResourceKind {
  /** The property with a name that the user chooses. */
  readonly nameProperty?: string;
  /** The longest name that CloudFormation generates. */
  readonly maxLength?: number;
  /** The service in the ARN. */
  readonly service: string;
  /** The last part of the ARN; `{name}` is the name, `{Property}` the last part of a property that names a parent, `{Path}` the whole path. */
  readonly resource: string;
  /** The value of `Ref`; the name if absent. */
  readonly ref?: 'arn' | 'url';
  /** The parent where the property that names it is missing. */
  readonly parentDefault?: string;
}

/** The types that occur around rules. */
const KINDS: { readonly [type: string]: ResourceKind } = {
  'AWS::ECS::Cluster': { nameProperty: 'ClusterName', service: 'ecs', resource: 'cluster/{name}' },
  'AWS::ECS::Service': { nameProperty: 'ServiceName', service: 'ecs', resource: 'service/{Cluster}/{name}', ref: 'arn', parentDefault: 'default' },
  'AWS::ECS::Daemon': { nameProperty: 'DaemonName', service: 'ecs', resource: 'daemon/{ClusterArn}/{name}', ref: 'arn', parentDefault: 'default' },
  'AWS::ECS::CapacityProvider': { nameProperty: 'Name', service: 'ecs', resource: 'capacity-provider/{name}' },
  'AWS::ECS::TaskDefinition': { nameProperty: 'Family', service: 'ecs', resource: 'task-definition/{name}:1', ref: 'arn' },
  'AWS::ECS::DaemonTaskDefinition': { nameProperty: 'Family', service: 'ecs', resource: 'daemon-task-definition/{name}:1', ref: 'arn' },
  'AWS::SNS::Topic': { nameProperty: 'TopicName', service: 'sns', resource: '{name}', ref: 'arn' },
  'AWS::SQS::Queue': { nameProperty: 'QueueName', maxLength: 80, service: 'sqs', resource: '{name}', ref: 'url' },
  'AWS::Lambda::Function': { nameProperty: 'FunctionName', maxLength: 64, service: 'lambda', resource: 'function:{name}' },
  'AWS::Lambda::Version': { service: 'lambda', resource: 'function:{FunctionName}:1', ref: 'arn' },
  'AWS::Lambda::Alias': { nameProperty: 'Name', service: 'lambda', resource: 'function:{FunctionName}:{name}', ref: 'arn' },
  'AWS::KMS::Key': { service: 'kms', resource: 'key/{name}' },
  'AWS::KMS::ReplicaKey': { service: 'kms', resource: 'key/{name}' },
  'AWS::KMS::Alias': { nameProperty: 'AliasName', service: 'kms', resource: '{name}' },
  'AWS::Events::Rule': { nameProperty: 'Name', maxLength: 64, service: 'events', resource: 'rule/{name}' },
  'AWS::Events::EventBus': { nameProperty: 'Name', service: 'events', resource: 'event-bus/{name}' },
  'AWS::IAM::Role': { nameProperty: 'RoleName', maxLength: 64, service: 'iam', resource: 'role{Path}{name}' },
  'AWS::IAM::ManagedPolicy': { nameProperty: 'ManagedPolicyName', maxLength: 128, service: 'iam', resource: 'policy{Path}{name}', ref: 'arn' },
  'AWS::Logs::LogGroup': { nameProperty: 'LogGroupName', service: 'logs', resource: 'log-group:{name}:*' },
  'AWS::StepFunctions::StateMachine': { nameProperty: 'StateMachineName', maxLength: 80, service: 'states', resource: 'stateMachine:{name}', ref: 'arn' },
  'AWS::Kinesis::Stream': { nameProperty: 'Name', service: 'kinesis', resource: 'stream/{name}' },
  'AWS::KinesisFirehose::DeliveryStream': { nameProperty: 'DeliveryStreamName', maxLength: 64, service: 'firehose', resource: 'deliverystream/{name}' },
  'AWS::CloudWatch::Alarm': { nameProperty: 'AlarmName', service: 'cloudwatch', resource: 'alarm:{name}' },
};

/** The kind of a type; a likely one for a type that is not listed. */
export function kindOf(type: string): ResourceKind {
  const [, service, resource = 'resource'] = type.split('::');
  return KINDS[type] ?? { nameProperty: `${resource}Name`, service: service.toLowerCase(), resource: `${resource.toLowerCase()}/{name}` };
}

/** The types whose ARNs name a service. */
export function typesOfService(service: string): string[] {
  return Object.keys(KINDS).filter((type) => KINDS[type].service === service);
}
