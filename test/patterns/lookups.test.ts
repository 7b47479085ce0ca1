import { App, aws_ssm as ssm, CfnParameter, Stack } from 'aws-cdk-lib';
import { Annotations, Match, Template } from 'aws-cdk-lib/assertions';
import * as sns from 'aws-cdk-lib/aws-sns';
import { FACTORIES, rows } from './factories';
import { serviceIn, unnamedCluster } from './own-resources';
import { ServiceActionEvent } from '../../src/filters/service-action-event';
import { ServiceActionEventType } from '../../src/filters/service-action-event-type';
import { EcsEventPattern } from '../../src/patterns/ecs-event-pattern';
import { DEPLOYED_ENVIRONMENT } from '../../src/patterns/references/environment';
import { EcsEventRule } from '../../src/rules/ecs-event-rule';
import { SnsPublish } from '../../src/targets/sns-publish';

const HOME = { account: '111122223333', region: 'us-east-1' };
const PLACEHOLDER = 'dummy-value-for-/team/cluster';

/** An app with a rule on a name that the CDK looks up. */
function rule(context: Record<string, string> = {}, options: object = {}): Stack {
  const stack = new Stack(new App({ context }), 'Stack', { env: HOME });
  const name = ssm.StringParameter.valueFromLookup(stack, '/team/cluster');
  new EcsEventRule(stack, 'Rule', {
    pattern: EcsEventPattern.serviceAction({ clusterNames: [name] }),
    targets: [new SnsPublish(new sns.Topic(stack, 'Topic'))],
    ruleName: name,
    ...options,
  });
  return stack;
}

test('an app synthesizes before the CDK has looked up a name, and after it', () => {
  const first = rule();
  const assembly = (first.node.root as App).synth();
  const [{ key }] = assembly.manifest.missing!;

  Annotations.fromStack(first).hasInfo('/Stack/Rule', Match.stringLikeRegexp('^clusterNames: the CDK has not looked up the value yet\\. It does so after this synthesis'));
  Annotations.fromStack(first).hasInfo('/Stack/Rule', Match.stringLikeRegexp('^ruleName: the CDK has not'));
  const second = rule({ [key]: 'prod' });
  Template.fromStack(second).hasResourceProperties('AWS::Events::Rule', {
    Name: 'prod',
    EventPattern: { detail: { clusterArn: [Match.objectLike({ 'Fn::Join': ['', Match.arrayWith([Match.stringLikeRegexp(':cluster/prod$')])] })] } },
  });
  Annotations.fromStack(second).hasNoInfo('/Stack/Rule', Match.stringLikeRegexp('looked up'));
});

describe.each(rows())('%s', (_name, { create, entry }) => {
  const daemon = entry.daemon ? { daemonNames: [PLACEHOLDER], excludedDaemonNames: [`${PLACEHOLDER}/2`] } : {};
  const service = entry.service ? { serviceNames: [PLACEHOLDER] } : {};

  test.each<[string, object]>([
    ['clusterNames', { clusterNames: [PLACEHOLDER] }],
    ['clusterNamePrefixes', { clusterNamePrefixes: [PLACEHOLDER] }],
    ['accounts and regions', { accounts: [PLACEHOLDER], regions: [PLACEHOLDER], clusterNames: ['prod'] }],
    ['names of members', { clusterNames: ['prod'], ...daemon, ...service }],
    ...entry.capacityProvider ? [['capacityProviderNames', { capacityProviderNames: [PLACEHOLDER] }] as [string, object]] : [],
  ])('takes placeholders of lookups as %s', (_title, filters) => {
    expect(() => create(filters).toEventPatterns()).not.toThrow();
  });
});

describe.each<[string, () => string]>([
  ['a placeholder', () => PLACEHOLDER], ['a token', () => new CfnParameter(new Stack(), 'Parameter').valueAsString],
])('%s may be any value of a field', (_title, value) => {
  const { TASKS_STOPPED } = ServiceActionEvent;

  test.each<[string, () => EcsEventPattern]>([
    ['a severity, added', () => EcsEventPattern.serviceTaskPlacementFailure({ additionalPattern: { detail: { eventType: [value()] } } })],
    ['a severity', () => EcsEventPattern.serviceAction({ eventNames: [TASKS_STOPPED], eventTypes: [ServiceActionEventType.of(value())] })],
    ['an event name, added', () => EcsEventPattern.serviceAction({ eventTypes: [ServiceActionEventType.WARN], additionalPattern: { detail: { eventName: [value()] } } })],
    ['an event name', () => EcsEventPattern.serviceAction({ eventNames: [ServiceActionEvent.of(value())], eventTypes: [ServiceActionEventType.WARN] })],
    ['an excluded event name', () => EcsEventPattern.serviceAction({ eventNames: [TASKS_STOPPED], excludedEventNames: [ServiceActionEvent.of(value())] })],
    ['an account and a Region, added', () => EcsEventPattern.serviceAction({ clusterNames: ['prod'], additionalPattern: { account: [value()], region: [value()] } })],
    ['a number, added', () => EcsEventPattern.serviceAction({ additionalPattern: { detail: { desiredCount: [value()] } } })],
    ['a stopped reason, added', () => EcsEventPattern.taskStateChange({ additionalPattern: { detail: { stoppedReason: [value()], lastStatus: ['STOPPED'] } } })],
  ])('%s', (_what, create) => {
    const findings = create()._findings({ partition: 'aws', ...HOME }).filter(({ id }) => !id?.endsWith(':lookupPending'));
    expect(findings).toEqual([]);
  });
});

test('a placeholder may be anything: it contradicts nothing, and overlaps with nothing for certain', () => {
  const stack = new Stack(new App(), 'Stack', { env: HOME });
  const service = serviceIn(unnamedCluster(stack), stack, 'web');
  const { serviceAction, anyOf } = EcsEventPattern;

  const patterns = [
    serviceAction({ services: [service], clusterNames: [PLACEHOLDER] }),
    serviceAction({ services: [service], accounts: [PLACEHOLDER] }),
    anyOf(serviceAction({ clusterNames: [PLACEHOLDER] }), serviceAction({ clusterNames: ['prod'] })),
    serviceAction({ eventNames: [ServiceActionEvent.of(PLACEHOLDER)], additionalPattern: { detail: { reason: [PLACEHOLDER] } } }),
  ];
  expect(patterns.map((pattern) => pattern._findings(DEPLOYED_ENVIRONMENT).filter(({ id }) => id?.endsWith(':lookupPending')).map(({ message }) => message.split(':')[0])))
    .toEqual([['clusterNames'], ['accounts'], ['clusterNames'], ['additionalPattern', 'eventNames'].reverse()]);
});

test('other texts are no names', () => {
  expect(() => FACTORIES[5].create({ clusterNames: ['dummy value'] })).toThrow('clusterNames[0]: expected up to 255 letters');
});
