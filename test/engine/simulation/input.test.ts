import { alertStack, ENV, kindsOf, resource, sendThrough, templateOf } from './alert-app';
import type { BreakableTemplate } from './alert-app';
import type { TargetInputProps } from '../../../src/engine/input/target-input-props';
import { DeliveryStatus, EventBusSimulator, SampleEvent } from '../../../src/testing';
import type { SimulationOutcome } from '../../../src/testing';

const PATHS = { reason: '$.detail.reason', missing: '$.detail.missing' };
const TEMPLATE = templateOf(alertStack());

/** The template with an input for each of its three targets: a topic, a queue and a function. */
function withInput(input: TargetInputProps): BreakableTemplate {
  const template = structuredClone(TEMPLATE);
  resource(template, 'AWS::Events::Rule').Properties.Targets.forEach((target: object) => Object.assign(target, input));
  return template;
}

function send(InputTemplate: string, reason = 'RESOURCE:CPU'): SimulationOutcome {
  const template = withInput({ InputTransformer: { InputPathsMap: PATHS, InputTemplate } });
  return EventBusSimulator.fromTemplate(template, ENV).send(SampleEvent.serviceTaskPlacementFailure({ clusterName: 'prod', reason }));
}

test('JSON that a value of the event broke is sent to no target', () => {
  const outcome = send('{"why": "<reason>"}', 'no "room"');
  const { delivered, undelivered } = outcome;
  expect(delivered).toEqual([]);
  expect(kindsOf(undelivered)).toEqual(['SNS', 'SQS', 'Lambda']);
  for (const delivery of undelivered) {
    const reason = 'the input transformer does not produce JSON: the value of <reason> at position 9, inside of quotes, has quotes, backslashes or line breaks';
    expect(delivery).toMatchObject({ status: DeliveryStatus.DEAD_LETTERED, errorCode: 'INVALID_JSON', reason, body: '{"why": "no "room""}', subscribers: [], problems: [] });
    expect(delivery.assumptions).toEqual([
      expect.stringMatching(/^quotes, backslashes and line breaks in <reason> are not escaped/),
      'the dead letter contains the event or the message of the target: AWS documents neither, and captures show both',
    ]);
    expect(outcome.explain()).toContain(`INVALID_JSON: ${reason}\n    assumed: ${delivery.assumptions[0]}`);
  }
});

test('the same value without quotes is delivered, and says what was taken for granted', () => {
  const { delivered, undelivered } = send('{"why": <reason>}', 'no "room"');
  expect(undelivered).toEqual([]);
  expect(delivered.map(({ body, assumptions }) => [JSON.parse(body).why, assumptions.length])).toEqual(Array(3).fill(['no "room"', 1]));
});

test('a text with quotes in a value is delivered, but to no function, and the reason names the value and the position', () => {
  const { delivered, undelivered } = send('"because <reason>"', 'no "room"');
  expect(kindsOf(delivered)).toEqual(['SNS', 'SQS']);
  expect(delivered[0].body).toBe('"because no "room""');
  expect(undelivered.map(({ errorCode }) => errorCode)).toEqual(['SDK_CLIENT_ERROR']);
  expect(undelivered[0].reason).toMatch(/^the message is not JSON, and AWS Lambda does not invoke OnCall\w+ with anything else: the value of <reason> at position 9, inside/);
});

test('a text of one string is JSON for a function too', () => {
  expect(kindsOf(send('"because <reason>"').delivered)).toEqual(['SNS', 'SQS', 'Lambda']);
});

test('a text of several lines is delivered, but to no function', () => {
  const { delivered, undelivered } = send('"because"\n"<reason>"');
  expect(kindsOf(delivered)).toEqual(['SNS', 'SQS']);
  expect(undelivered[0].reason).toContain('with anything else: it is a text of several strings or lines');
});

test('a field that the event lacks is delivered as nothing, and is a problem that explain() reports', () => {
  const outcome = send('"because <missing>"');
  expect(outcome.undelivered).toEqual([]);
  for (const { body, problems, assumptions } of outcome.delivered) {
    expect({ body, problems, assumptions }).toEqual({ body: '"because "', problems: ['<missing> is empty: the event has no $.detail.missing'], assumptions: [] });
  }
  expect(outcome.explain().match(/^ {4}problem: <missing> is empty: the event has no \$\.detail\.missing$/gm)).toHaveLength(3);
});

test('an InputPath that the event lacks delivers nothing', () => {
  const { delivered, undelivered } = EventBusSimulator.fromTemplate(withInput({ InputPath: '$.detail.missing' }), ENV).send(SampleEvent.serviceTaskPlacementFailure({ clusterName: 'prod' }));
  expect(delivered).toEqual([]);
  expect(undelivered).toMatchObject(Array(3).fill({ errorCode: 'INVALID_JSON', problems: ['the event has no $.detail.missing, which is all that the target is to receive'] }));
});

test('a rule with an input that EventBridge refuses is refused, with the target and the reason', () => {
  const template = withInput({ InputTransformer: { InputPathsMap: PATHS, InputTemplate: '"<reson>"' } });
  const { Targets: [{ Id }] } = resource(template, 'AWS::Events::Rule').Properties;
  const { delivered, undelivered } = EventBusSimulator.fromTemplate(template, ENV).send(SampleEvent.serviceTaskPlacementFailure({ clusterName: 'prod' }));
  expect(delivered).toEqual([]);
  expect(undelivered).toMatchObject(Array(3).fill({
    status: DeliveryStatus.LOST,
    reason: expect.stringContaining(
      `AWS refuses the rule at its deployment: the input of target ${Id}: the template has the placeholder <reson>, which is not defined: add it to InputPathsMap`),
  }));
});

test('what is refused for another reason too is refused by EventBridge first', () => {
  const { undelivered } = sendThrough((template) => {
    const { Targets } = resource(template, 'AWS::Events::Rule').Properties;
    Object.assign(Targets[1], { InputTransformer: { InputPathsMap: { all: '$.detail' }, InputTemplate: '{"all": "<all>"}' } });
    resource(template, 'AWS::SQS::Queue', 'Queue').Properties.KmsMasterKeyId = 'alias/aws/sqs';
  });
  expect(undelivered).toMatchObject([{ targetType: 'SQS', errorCode: 'INVALID_JSON' }]);
});
