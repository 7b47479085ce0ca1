import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { App, Stack } from 'aws-cdk-lib';
import { Match, Template } from 'aws-cdk-lib/assertions';
import * as iam from 'aws-cdk-lib/aws-iam';
import { DaemonTaskStartImpairedRule, EcsEventPattern, HookEvent, ServiceActionEvent, TaskLastStatus } from 'cdk-ecs-event-rules';
import { DeliveryStatus, EventBusSimulator, SampleEvent, SampleOrigin } from 'cdk-ecs-event-rules/testing';
import { EcsAlertsStack } from '../lib/ecs-alerts-stack';

const newStack = () => new EcsAlertsStack(new App(), 'EcsAlerts', { env: { account: '111122223333', region: 'eu-west-1' } });

const stack = newStack();
const template = Template.fromStack(stack);
const bus = EventBusSimulator.fromStack(stack);

describe('the three alerts', () => {
  const daemonWithoutCpu = SampleEvent.daemonTaskStartImpaired({
    clusterName: 'production',
    capacityProviderName: 'instances',
    failureType: 'TASK_CREATION_FAILED',
    reason: 'RESOURCE:CPU',
  });

  test('notify people by text of a daemon that finds no CPU', () => {
    const { delivered } = bus.send(daemonWithoutCpu);
    assert.deepEqual(delivered.map(({ targetPath }) => targetPath), ['EcsAlerts/Receivers/People']);
    assert.equal(delivered[0].status, DeliveryStatus.DELIVERED);
    assert.ok(delivered[0].body.startsWith('"Platform WARNING: ECS cannot create a task of a daemon on an instance (cluster production)"'));
    assert.deepEqual(delivered[0].subscribers.map(({ endpoint }) => endpoint), ['on-call@example.com']);
  });

  test('notify no one of a daemon of another cluster, and explain why', () => {
    const outcome = bus.send(SampleEvent.daemonTaskStartImpaired({ clusterName: 'test' }));
    assert.deepEqual(outcome.delivered, []);
    assert.match(outcome.explain(), /EcsAlerts\/Daemons\/StartImpaired/);
  });

  test('notify the queue and the function of a rollback that failed', () => {
    const { delivered } = bus.send(SampleEvent.daemonDeploymentRollbackFailed({ clusterName: 'production', daemonName: 'log-agent' }));
    const [ticket, call] = delivered.filter(({ ruleName }) => ruleName === 'daemon-rollback-failed');
    assert.deepEqual([ticket.targetType, call.targetType], ['SQS', 'Lambda']);
    assert.equal(JSON.parse(ticket.body).detail.eventName, 'DAEMON_DEPLOYMENT_ROLLBACK_FAILED');
    assert.equal(JSON.parse(call.body).summary, 'ECS could not roll back daemon log-agent (cluster production)');
  });

  test('notify the chat of a task that cannot be placed, in production and in staging', () => {
    for (const clusterName of ['production', 'staging-2']) {
      const { delivered } = bus.send(SampleEvent.serviceTaskPlacementFailure({ clusterName, reason: 'RESOURCE:FARGATE' }));
      assert.deepEqual(delivered.map(({ targetPath }) => targetPath), ['EcsAlerts/Receivers/Chat']);
      assert.equal(JSON.parse(delivered[0].body).source, 'custom');
    }
  });

  test('keep what a topic refuses in the dead-letter queue that the stack shares', () => {
    const refusing = newStack();
    refusing.receivers.people.addToResourcePolicy(new iam.PolicyStatement({
      effect: iam.Effect.DENY,
      principals: [new iam.AnyPrincipal()],
      actions: ['sns:Publish'],
      resources: [refusing.receivers.people.topicArn],
    }));
    const { delivered, undelivered } = EventBusSimulator.fromStack(refusing).send(daemonWithoutCpu);
    assert.deepEqual(delivered, []);
    assert.equal(undelivered[0].status, DeliveryStatus.DEAD_LETTERED);
    assert.equal(undelivered[0].deadLetter?.queuePath, 'EcsAlerts/EcsEventDeadLetters');
  });
});

describe('any other event', () => {
  const inProduction = { clusterName: 'production' };
  const cases: [title: string, sample: SampleEvent, notifiedAt: string[]][] = [
    ['a warning of the web service goes to people',
      SampleEvent.serviceAction({ ...inProduction, serviceName: 'web', eventName: ServiceActionEvent.SERVICE_TASK_START_IMPAIRED }), ['People']],
    ['an info of the web service notifies no one',
      SampleEvent.serviceAction({ ...inProduction, serviceName: 'web', eventName: ServiceActionEvent.SERVICE_STEADY_STATE }), []],
    ['a hook that failed goes to the queue',
      SampleEvent.hookStateChange({ ...inProduction, serviceName: 'web', eventName: HookEvent.HOOK_FAILED }), ['Tickets']],
    ['a hook of the canary service notifies no one',
      SampleEvent.hookStateChange({ ...inProduction, serviceName: 'canary', eventName: HookEvent.HOOK_FAILED }), []],
    ['an instance whose agent does not answer goes to the queue',
      SampleEvent.containerInstanceHealthChange({ ...inProduction, healthCheckType: 'AGENT_CONNECTIVITY' }), ['Tickets']],
    ['an instance that lost its connection goes to the queue',
      SampleEvent.containerInstanceStateChange({ ...inProduction, agentConnected: false }), ['Tickets']],
    ['a task that was killed goes to the queue',
      SampleEvent.taskStateChange({ ...inProduction, taskDefinitionFamily: 'batch', exitCode: 137 }), ['Tickets']],
    ['a task that did its work notifies no one',
      SampleEvent.taskStateChange({ ...inProduction, taskDefinitionFamily: 'batch', exitCode: 0 }), []],
    ['a daemon whose task does not start goes to the function',
      SampleEvent.daemonServiceAction({ ...inProduction, daemonName: 'log-agent', failureType: 'TASK_FAILED_TO_RUN' }), ['OnCall']],
    ['an event that another account forwards goes to people',
      SampleEvent.serviceAction({ ...inProduction, account: '444455556666', region: 'eu-central-1' }), ['People']],
  ];
  for (const [title, sample, notifiedAt] of cases) {
    test(title, () => {
      assert.deepEqual(bus.send(sample).delivered.map(({ targetPath }) => targetPath), notifiedAt.map((name) => `EcsAlerts/Receivers/${name}`));
    });
  }
});

describe('the package', () => {
  test('has dead letters at every target but those that opted out', () => {
    template.hasResourceProperties('AWS::Events::Rule', {
      Name: 'daemon-rollback-failed',
      Targets: [
        Match.objectLike({ DeadLetterConfig: { Arn: { 'Fn::GetAtt': [Match.stringLikeRegexp('^ReceiversLostTickets'), 'Arn'] } } }),
        Match.objectLike({ RetryPolicy: { MaximumRetryAttempts: 2, MaximumEventAgeInSeconds: 7200 } }),
      ],
    });
  });

  test('divides a pattern by the presence of a field', () => {
    const patterns = EcsEventPattern.taskStateChange({ lastStatuses: [TaskLastStatus.STOPPED] }).dividedByPresence('detail.stoppedReason').toEventPatterns();
    assert.deepEqual(patterns.map(({ detail }) => detail?.stoppedReason), [[{ exists: true }], [{ exists: false }]]);
  });

  test('knows the samples of AWS', () => {
    const samples = SampleEvent.awsSamples();
    assert.ok(samples.length > 5 && samples.every(({ origin }) => origin === SampleOrigin.AWS));
  });

  test('says of bad input what is wrong and where', () => {
    const empty = new Stack(new App(), 'Empty');
    assert.throws(() => new DaemonTaskStartImpairedRule(empty, 'Daemons', { clusters: [] }), /Empty\/Daemons.*clusters/s);
  });
});
