import { App } from 'aws-cdk-lib';
import { notifiedBy } from './notified';
import { CentralStack } from '../../examples/several-accounts/central-stack';
import { MemberStack } from '../../examples/several-accounts/member-stack';
import { testing } from '../../src';
import { ServiceActionEvent } from '../../src/filters/service-action-event';

const CENTRAL = { account: '111122223333', region: 'eu-west-1' };
const MEMBERS = [{ account: '222222222222', region: 'eu-west-1' }, { account: '333333333333', region: 'us-east-1' }];
const centralBusArn = 'arn:aws:events:eu-west-1:111122223333:event-bus/ecs-alerts';

const app = new App();
new CentralStack(app, 'Central', { env: CENTRAL, eventBusName: 'ecs-alerts', members: MEMBERS });
MEMBERS.forEach((env, i) => new MemberStack(app, `Member${i}`, { env, centralBusArn }));
const bus = testing.EventBusSimulator.fromApp(app);

test.each(MEMBERS)('a placement failure in $account, $region is forwarded to the central bus and sent from there', (env) => {
  const outcome = bus.send(testing.SampleEvent.serviceTaskPlacementFailure({ ...env, clusterName: 'production' }));
  expect(notifiedBy(outcome)).toEqual(['EventBridge Central/Bus', 'SNS Central/People']);
  expect(outcome.delivered[1].body).toContain(`account ${env.account}, Region ${env.region}`);
});

test('one of a cluster without alerts is forwarded and not sent', () => {
  const outcome = bus.send(testing.SampleEvent.serviceTaskPlacementFailure({ ...MEMBERS[0], clusterName: 'staging' }));
  expect(notifiedBy(outcome)).toEqual(['EventBridge Central/Bus']);
});

test.each([
  ['what is no placement failure', testing.SampleEvent.serviceAction({ ...MEMBERS[0], clusterName: 'production', eventName: ServiceActionEvent.SERVICE_STEADY_STATE })],
  ['the account of the bus, which has no rule that forwards', testing.SampleEvent.serviceTaskPlacementFailure({ ...CENTRAL, clusterName: 'production' })],
])('nothing is forwarded of %s', (_what, sample) => {
  expect(notifiedBy(bus.send(sample))).toEqual([]);
});
