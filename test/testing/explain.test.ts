import { EventBusSimulator, SampleEvent } from '../../src/testing';

type Rule = { readonly EventPattern?: unknown; readonly [property: string]: unknown };

/** A template of rules; names with a slash are construct paths. */
function simulator(rules: { [path: string]: Rule }): EventBusSimulator {
  const resources = Object.entries(rules).map(([path, properties], at) => [`Rule${at}`, {
    Type: 'AWS::Events::Rule',
    Properties: { Targets: [{ Id: 'T', Arn: 'arn:aws:sns:us-east-1:123456789012:topic' }], ...properties },
    Metadata: path.includes('/') ? { 'aws:cdk:path': `${path}/Resource` } : undefined,
  }]);
  return EventBusSimulator.fromTemplate({ Resources: Object.fromEntries(resources) });
}

const explained = (rules: { [path: string]: Rule }, sample = SampleEvent.serviceTaskPlacementFailure({ clusterName: 'prod' })) => simulator(rules).send(sample).explain();
const pattern = (detailType: string, detail: object) => ({ EventPattern: { 'source': ['aws.ecs'], 'detail-type': [detailType], detail } });
const SUBJECT = 'ECS Service Action SERVICE_TASK_PLACEMENT_FAILURE in account 123456789012, Region us-east-1';

test('says what was delivered, and for every other rule the first condition that failed, the closest first', () => {
  expect(explained({
    'App/Daemons': pattern('ECS Daemon Service Action', { failureType: ['TASK_CREATION_FAILED'], reason: ['x'] }),
    'App/Memory': pattern('ECS Service Action', { reason: [{ prefix: 'RESOURCE:MEMORY' }] }),
    'App/OtherCluster': pattern('ECS Service Action', { clusterArn: ['arn:aws:ecs:us-east-1:123456789012:cluster/prod-2'], reason: ['AGENT'] }),
    'App/Placement': pattern('ECS Service Action', { eventName: ['SERVICE_TASK_PLACEMENT_FAILURE'] }),
  })).toBe(`${SUBJECT}
Delivered:
  App/Placement -> SNS arn:aws:sns:us-east-1:123456789012:topic
    assumed: the policy of arn:aws:sns:us-east-1:123456789012:topic is not part of the app: it allows EventBridge to perform sns:Publish
Not matched, the closest first:
  App/Memory
    detail.reason: expected [{"prefix":"RESOURCE:MEMORY"}], got "RESOURCE:FARGATE"
  App/OtherCluster
    detail.clusterArn: expected ["arn:aws:ecs:us-east-1:123456789012:cluster/prod-2"], got "arn:aws:ecs:us-east-1:123456789012:cluster/prod", and 1 more condition failed
  App/Daemons
    detail-type: expected ["ECS Daemon Service Action"], got "ECS Service Action", and 2 more conditions failed`);
});

test('explains why a rule matches no events regardless of its pattern', () => {
  const all = { EventPattern: { source: ['aws.ecs'] } };
  expect(explained({ Disabled: { ...all, State: 'DISABLED' }, Bus: { ...all, EventBusName: 'own' }, Clock: { ScheduleExpression: 'rate(1 day)' }, Bare: { ...all, Targets: undefined } }))
    .toBe(`${SUBJECT}
Matched, but not delivered:
  Rule3: the rule has no target
Not matched, the closest first:
  Rule0
    the rule is disabled
  Rule1
    the rule is on the bus own: events of AWS services go to the default bus only
  Rule2
    the rule has no event pattern`);
});

test('says that there is no rule, of an event without a name too', () => {
  expect(explained({}, SampleEvent.taskStateChange())).toBe('ECS Task State Change in account 123456789012, Region us-east-1\nThere is no rule.');
});

test('an event without a detail and without an origin is explained too', () => {
  expect(explained({}, SampleEvent.fromJson({ 'detail-type': 'Bare', 'account': '1', 'region': 'r' }))).toBe('Bare in account 1, Region r\nThere is no rule.');
});

test('shows the closest rules of a construct that was split into many, and counts the others', () => {
  const rules = Object.fromEntries(Array.from({ length: 6 }, (_, at) => [`App/Alert/Rule${at}`, pattern('ECS Service Action', { clusterArn: [`c${at}`] })]));
  const text = explained({ ...rules, 'App/Other': pattern('ECS Service Action', { reason: ['AGENT'] }) });
  expect(text.match(/App\/Alert\/Rule/g)).toHaveLength(3);
  expect(text).toContain('… and 3 more rules of App/Alert');
  expect(text).toContain('App/Other\n');
});

test('shows only as many rules as one can read', () => {
  const text = explained(Object.fromEntries(Array.from({ length: 25 }, (_, at) => [`App/R${at}`, pattern('ECS Task State Change', { a: [at] })])));
  expect(text.match(/App\/R\d+\n/g)).toHaveLength(20);
  expect(text).toMatch(/… and 5 more rules$/);
});
