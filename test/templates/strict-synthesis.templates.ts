import { App, Stack } from 'aws-cdk-lib';
import * as events from 'aws-cdk-lib/aws-events';
import { ThreeAlertsStack } from '../../examples/three-alerts/three-alerts-stack';
import { EcsEventPattern } from '../../src';
import { matrixApps } from '../matrix/matrix';

// What `cdk.json` would say, for apps that are made without one: findings of the validator are errors.
process.env.CDK_CONTEXT_JSON = JSON.stringify({ '@aws-cdk/core:validateAgainstDefaultRules': true });

/** Every app, as a CDK with that validator makes it, which is not always what the oldest CDK makes. */
const STACKS: [string, Stack][] = [
  ['the example of three alerts', new ThreeAlertsStack(new App(), 'ThreeAlerts')],
  ...matrixApps().map(({ name, stack }): [string, Stack] => [name, stack]),
];

const reported = jest.spyOn(console, 'error').mockImplementation();
beforeEach(() => reported.mockClear());

test.each(STACKS)('the CDK synthesizes under its strict flag, and reports nothing: %s', (_name, stack) => {
  (stack.node.root as App).synth();
  expect(reported.mock.calls).toEqual([]);
});

test('it would have refused a pattern that EventBridge refuses', () => {
  const app = new App();
  const pattern = { ...EcsEventPattern.daemonServiceAction().toEventPattern(), detail: { eventName: 'DAEMON_STEADY_STATE' } };
  new events.CfnRule(new Stack(app, 'Stack'), 'Rule', { eventPattern: pattern });
  expect(() => app.synth()).toThrow('E9014');
});

test('it would have reported a property that is deprecated', () => {
  const app = new App();
  new events.CfnEventBusPolicy(new Stack(app, 'Stack'), 'Policy', { statementId: 'All', action: 'events:PutEvents', principal: '*' });
  app.synth();
  expect(reported.mock.calls.join()).toContain('W9009');
});
