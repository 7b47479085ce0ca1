import { aws_ecs as ecs, aws_events as events } from 'aws-cdk-lib';
import { ARN, daemonIn, newId, newStack } from './own-resources';
import { ServiceActionEvent } from '../../src/filters/service-action-event';
import { EcsEventPattern } from '../../src/patterns/ecs-event-pattern';

const { Match } = events;
const { serviceAction, daemonServiceAction, serviceDeploymentStateChange, taskStateChange, containerInstanceStateChange } = EcsEventPattern;
const STACK = newStack();

test('detailType, source and what filters require is there already: two conditions on one field would widen', () => {
  const overlap = (additionalPattern: events.EventPattern, filters = {}) => () => serviceAction({ ...filters, additionalPattern });

  expect(overlap({ detail: { clusterArn: ['x'] } }, { clusterNames: ['prod'] })).toThrow(
    'additionalPattern.detail.clusterArn: the pattern has a condition on this field already, got ["arn:<token>:ecs:<token>:<token>:cluster/prod"] and ["x"]. '
    + 'EventBridge can combine two conditions on one field only with OR, which would widen the rule. Use the filter of that field, or a pattern without this field.',
  );
  expect(overlap({ detailType: ['X'] })).toThrow('additionalPattern.detail-type: the pattern has a condition on this field already, got ["ECS Service Action"] and ["X"].');
  expect(overlap({ source: ['aws.ecs'] })).toThrow('additionalPattern.source:');
  expect(overlap({ account: ['111122223333'] }, { accounts: ['111122223333'] })).toThrow('additionalPattern.account:');
  expect(overlap({ detail: { $or: [{ eventName: ['x'] }, { reason: ['y'] }] } }, { eventNames: [ServiceActionEvent.TASKS_STOPPED] })).toThrow('additionalPattern.detail.$or[0].eventName:');
  expect(overlap({ detail: { eventName: { deeper: ['x'] } } }, { eventNames: [ServiceActionEvent.TASKS_STOPPED] })).toThrow('additionalPattern.detail.eventName:');
});

test('T18: a field that stands in the branches of a $or', () => {
  const services = ['a/web', 'b/api'].map((name) => ecs.FargateService.fromFargateServiceArn(STACK, newId(), `${ARN}:service/${name}`));
  const tasks = (detail: object) => () => taskStateChange({ services, additionalPattern: { detail } });

  expect(tasks({ group: ['x'] })).toThrow('additionalPattern.detail.group: the pattern has this field in the branches of a $or. One of the two would replace the other: use the filter of that field.');
  expect(tasks({ $or: [{ version: [1] }, { version: [2] }] })).toThrow('additionalPattern.detail.$or: the pattern has a condition on this field already');
  expect(tasks({ $or: [{ group: ['x'] }, { version: [2] }] })).toThrow('additionalPattern.detail.$or[0].group: the pattern has this field in the branches of a $or.');
});

test.each<[string, object, string]>([
  ['next to it', { detail: { reason: ['x'], $or: [{ desiredCount: [1] }, { reason: ['y'] }] } }, 'detail.$or[1].reason: the pattern has a condition on this field already'],
  ['above it', { detail: { reason: ['x'] }, $or: [{ detail: { reason: ['y'] } }, { time: ['z'] }] }, '$or[0].detail.reason: the pattern has a condition on this field already'],
  ['in another $or', { detail: { $or: [{ reason: ['x'] }, { desiredCount: [1] }] }, $or: [{ detail: { reason: ['y'] } }, { time: ['z'] }] }, '$or[0].detail.reason: the pattern has this field in the branches of a $or'],
  ['inside of a branch', { $or: [{ time: ['x'], $or: [{ time: ['y'] }, { id: ['z'] }] }, { id: ['z'] }] }, '$or[0].$or[0].time: the pattern has a condition on this field already'],
])('T18: a field in a $or and %s, where one replaces the other', (_title, additionalPattern, message) => {
  expect(() => serviceAction({ additionalPattern })).toThrow(`[EcsEventPattern.serviceAction] additionalPattern.${message}`);
});

test.each<[string, events.EventPattern, string]>([
  ['in detail', { detail: { 'containers.exitCode': [0] } }, 'additionalPattern.detail["containers.exitCode"]: a field name contains a dot. EventBridge reads the dot as the next level,'
    + ' and the condition could replace another one: nest the fields, as in { containers: { exitCode: [...] } }.'],
  ['on the envelope', { 'detail.eventName': ['TASKS_STOPPED'] } as never, 'additionalPattern["detail.eventName"]: a field name contains a dot.'],
  ['in a branch', { detail: { $or: [{ 'a.b': [1] }, { reason: ['x'] }] } }, 'additionalPattern.detail.$or[0]["a.b"]: a field name contains a dot.'],
  ['below a dot', { detail: { containers: { 'a.b': { c: [1] } } } }, 'additionalPattern.detail.containers["a.b"]: a field name contains a dot.'],
])('T18: a dot in the name of a field %s, which EventBridge reads as a level', (_title, additionalPattern, message) => {
  expect(() => taskStateChange({ additionalPattern })).toThrow(`[EcsEventPattern.taskStateChange] ${message}`);
});

test.each<[string, unknown, string]>([
  ['a bare text', { reason: 'AGENT' }, 'detail.reason: expected a list of values, got "AGENT". Put the value into a list: EventBridge rejects or never matches anything else.'],
  ['a bare number', { desiredCount: 3 }, 'detail.desiredCount: expected a list of values, got 3.'],
  ['null', { reason: null }, 'detail.reason: expected a list of values, got null.'],
  ['Match in brackets', { reason: [Match.prefix('A')] }, 'detail.reason[0]: expected a value or a matcher, got [{"prefix":"A"}]. Match.…() returns a list: use it without brackets, and combine several with Match.anyOf().'],
  ['a list in a list', { reason: ['A', ['B']] }, 'detail.reason[1]: expected a value or a matcher, got ["B"].'],
  ['an empty list', { reason: [] }, 'detail.reason: expected at least one value, got []. CloudFormation rejects an empty list, which never matches. Omit the field, or list at least one value.'],
  ['an empty object', {}, 'detail: expected at least one field, got {}. Omit it, or name at least one field.'],
  ['undefined in a list', { reason: ['A', undefined] }, 'detail.reason[1]: expected JSON, got undefined. Pass strings, numbers, booleans, null, lists and objects.'],
  ['undefined in a branch', { $or: [{ reason: ['A', undefined] }, { reason: ['B'] }] }, 'detail.$or[0].reason[1]: expected JSON, got undefined.'],
  ['a $or that is no list', { $or: { reason: ['A'] } }, 'detail.$or: expected a list of two or more patterns, got {"reason":["A"]}. EventBridge accepts only such a list for $or.'],
  ['a $or of one', { $or: [{ reason: ['A'] }] }, 'detail.$or: expected a list of two or more patterns'],
  ['a $or of values', { $or: ['A', 'B'] }, 'detail.$or: expected a list of two or more patterns, got ["A","B"].'],
])('T34: %s', (_title, detail, message) => {
  expect(() => serviceAction({ additionalPattern: { detail: detail as never } })).toThrow(`[EcsEventPattern.serviceAction] additionalPattern.${message}`);
});

test.each<[string, () => unknown, string]>([
  ['WARNING of a service', () => serviceAction({ additionalPattern: { detail: { eventType: ['WARNING'] } } }), '"ECS Service Action" has only INFO, WARN, ERROR, got ["WARNING"]. Daemon events spell it WARNING, and service events WARN'],
  ['WARNING and other values that a service never has', () => serviceAction({ additionalPattern: { detail: { eventType: ['WARNING', 'FATAL'] } } }), '"ECS Service Action" has only INFO, WARN, ERROR, got ["WARNING","FATAL"]'],
  ['WARN of a daemon', () => daemonServiceAction({ additionalPattern: { detail: { eventType: ['WARN'] } } }), '"ECS Daemon Service Action" has only WARNING, got ["WARN"].'],
  ['WARN of a deployment', () => serviceDeploymentStateChange({ additionalPattern: { detail: { eventType: ['WARN'] } } }), '"ECS Deployment State Change" has only INFO, ERROR, got ["WARN"].'],
])('T01: %s', (_title, create, message) => {
  expect(create).toThrow(`additionalPattern.detail.eventType: ${message}`);
});

test('T01: the right spelling, and other matchers, pass', () => {
  expect(() => [daemonServiceAction({ additionalPattern: { detail: { eventType: ['WARNING'] } } }), serviceAction({ additionalPattern: { detail: { eventType: Match.prefix('WARN') } } })]).not.toThrow();
});

test.each<[string, unknown]>([
  ['its ARN', [`${ARN}:daemon/prod/log`]], ['a beginning of ARNs', Match.prefix(`${ARN}:daemon/`)], ['a reference', [daemonIn(undefined, STACK).attrDaemonArn]],
])('T02: a daemon by %s in resources', (_title, resources) => {
  expect(() => daemonServiceAction({ additionalPattern: { resources: resources as string[] } })).toThrow(
    /additionalPattern\.resources: resources of "ECS Daemon Service Action" contains the task or nothing, never the daemon, got .*\. Use daemons or daemonNames, which match on detail\.daemonArn\./,
  );
  expect(() => EcsEventPattern.daemonDeploymentStateChange({ additionalPattern: { resources: resources as string[] } })).not.toThrow();
});

test.each<[string, events.EventPattern]>([
  ['tasks in resources, which holds tasks', { resources: [`${ARN}:task/prod/1`] }],
  ['tasks by how they end', { resources: Match.suffix('/1') }],
  ['a daemon among tasks, which are matched', { resources: [`${ARN}:task/prod/1`, `${ARN}:daemon/prod/log`] }],
  ['anything but a daemon, which matches the task', { resources: Match.anythingBut(`${ARN}:daemon/prod/log`) }],
  ['anything but a number', { resources: Match.anythingBut(1) }],
  ['a daemon in the field of the daemon', { detail: { daemonArn: [`${ARN}:daemon/prod/log`] } }],
])('T02: %s', (_title, additionalPattern) => {
  expect(() => daemonServiceAction({ additionalPattern })).not.toThrow();
});

describe('T44: an added condition on another account, Region or cluster', () => {
  const home = { partition: 'aws', region: 'us-east-1', account: '111122223333' };
  const compiled = (additionalPattern: events.EventPattern, filters = {}) => () => serviceAction({ clusterNames: ['prod'], ...filters, additionalPattern })._compile(home);

  test.each<[string, events.EventPattern, object, string]>([
    ['an account', { account: ['444455556666'] }, {}, 'account: it requires another account than the filters, got ["444455556666"]. Filters are combined with AND, so no event would match. Use accounts,'],
    ['a Region', { region: Match.prefix('eu-') }, {}, 'region: it requires another Region than the filters, got [{"prefix":"eu-"}].'],
    ['a Region in an ARN', { resources: ['arn:aws:ecs:eu-west-1:111122223333:service/prod/web'] }, {}, 'resources: it requires another Region than the filters'],
    ['an account in an ARN', { resources: Match.prefix('arn:aws:ecs:us-east-1:444455556666:service/') }, { clusterNames: undefined, accounts: ['111122223333'] }, 'resources: it requires another account'],
    ['a cluster in an ARN', { resources: [`${ARN}:service/dev/web`] }, {}, 'resources: it requires another cluster than the filters, got ["arn:aws:ecs:us-east-1:111122223333:service/dev/web"]. Filters are combined with AND, so no event would match. Omit one'],
  ])('in the form of %s', (_title, additionalPattern, filters, message) => {
    expect(compiled(additionalPattern, filters)).toThrow(`additionalPattern.${message}`);
  });

  test.each<[string, events.EventPattern, object]>([
    ['the same account', { account: ['111122223333', '444455556666'] }, {}],
    ['the beginning of the Region', { region: Match.prefix('us-') }, {}],
    ['a service of the cluster', { resources: [`${ARN}:service/prod/web`] }, {}],
    ['a service of one of the clusters', { resources: [`${ARN}:service/dev/web`] }, { clusterNames: ['prod', 'dev'] }],
    ['a service of a cluster with the prefix', { resources: [`${ARN}:service/dev/web`] }, { clusterNames: undefined, clusterNamePrefixes: ['d'] }],
    ['the short ARN of a service', { resources: [`${ARN}:service/web`] }, {}],
    ['a service with any cluster', { resources: Match.prefix(`${ARN}:service/`) }, {}],
    ['another account in one alternative', { $or: [{ account: ['444455556666'] }, { detail: { reason: ['x'] } }] } as never, {}],
    ['another account without a filter', { account: ['444455556666'] }, { clusterNames: undefined }],
  ])('is no error for %s', (_title, additionalPattern, filters) => {
    expect(compiled(additionalPattern, filters)).not.toThrow();
  });

  test('in the form of a service of the app, which refers to another cluster', () => {
    const stack = newStack({ region: home.region, account: home.account });
    const service = new ecs.CfnService(stack, newId(), { cluster: 'dev', serviceName: 'web' });

    expect(compiled({ resources: [service.attrServiceArn] })).toThrow('additionalPattern.resources: it requires another cluster than the filters');
    expect(compiled({ resources: [service.attrServiceArn] }, { clusterNames: ['dev'] })).not.toThrow();
  });

  test('is no error where the account is known at deployment only', () => {
    expect(() => serviceAction({ clusterNames: ['prod'], additionalPattern: { account: ['444455556666'] } })).not.toThrow();
  });
});

test('T34: what Match cannot render is an error without the internals of the AWS CDK', () => {
  const render = () => serviceAction({ additionalPattern: { detail: { reason: Match.allOf(Match.prefix('A'), Match.suffix('B')) } } });

  expect(render).toThrow('[EcsEventPattern.serviceAction] additionalPattern: the AWS CDK cannot render it: Only numeric matchers can be merged into a single matcher. Match.allOf() combines numeric matchers only');
  expect(render).not.toThrow('Object creation stack');
});

test('T01: no severity is required of an event without one', () => {
  expect(() => taskStateChange({ additionalPattern: { detail: { eventType: ['ERROR'] } } })).not.toThrow();
});

test('T03: an event name of another detail type', () => {
  expect(() => serviceAction({ additionalPattern: { detail: { eventName: ['DAEMON_DEPLOYMENT_STOPPED'] } } })).toThrow(
    'additionalPattern.detail.eventName: "ECS Service Action" never sends this event, got "DAEMON_DEPLOYMENT_STOPPED". It is an event of "ECS Daemon Deployment State Change": use the pattern for that detail type.',
  );
  expect(() => containerInstanceStateChange({ additionalPattern: { detail: { eventName: ['TASKS_STOPPED'] } } })).toThrow('It is an event of "ECS Service Action"');
});
