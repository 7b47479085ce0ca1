/** Services that are targets, by the service in the ARN. */
const TYPES: { readonly [service: string]: string } = {
  sns: 'SNS',
  sqs: 'SQS',
  lambda: 'Lambda',
  events: 'EventBridge',
  logs: 'CloudWatch Logs',
  states: 'Step Functions',
  kinesis: 'Kinesis',
  firehose: 'Firehose',
  ecs: 'ECS',
};

/** The service of a target in short. */
export function targetTypeOf(arn: string): string {
  const service = arn.split(':')[2] ?? arn;
  return TYPES[service] ?? service;
}
