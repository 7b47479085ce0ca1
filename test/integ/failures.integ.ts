import { App, BootstraplessSynthesizer, Stack } from 'aws-cdk-lib';
import { Template } from 'aws-cdk-lib/assertions';
import * as sqs from 'aws-cdk-lib/aws-sqs';
import { Aws } from './aws';
import { Bus } from './bus';
import { DeployedStack } from './deployed-stack';
import { arrivedIn } from './far-end';
import { EcsEventMessage, EcsFailure, EcsFailureAlerts, SqsSendMessage, testing } from '../../src';
import { FAILURES } from '../../src/events/failures';
import type { EventCase } from '../alerts/meant-failure';
import { eventCases, meantFailure } from '../alerts/meant-failure';

const ENVIRONMENT = { account: '333344445555', region: 'us-west-2' };
const CASES = eventCases();

let aws: Aws;
let bus: Bus;
let deployed: DeployedStack;

beforeAll(async () => {
  aws = new Aws(ENVIRONMENT);
  bus = await Bus.of(aws);
  const stack = new Stack(new App(), 'Failures', { env: ENVIRONMENT, synthesizer: new BootstraplessSynthesizer() });
  new EcsFailureAlerts(stack, 'Alerts', {
    criticalTargets: [new SqsSendMessage(new sqs.Queue(stack, 'Critical'), { message: EcsEventMessage.json() })],
    warningTargets: [new SqsSendMessage(new sqs.Queue(stack, 'Warning'))],
    includedFailures: Object.values(EcsFailure),
  });
  deployed = await DeployedStack.deploy(aws, 'Failures', Template.fromStack(stack).toJSON());
}, 120_000);

afterAll(() => aws.close());

test.each(FAILURES.map(({ name, severity }) => [name, severity]))('%s arrives once at the targets of its severity: %s', async (name, severity) => {
  for (const { event } of CASES.filter((each) => meantFailure(each.event) === name).slice(0, 12)) {
    // WHEN
    const { id } = await bus.put(testing.SampleEvent.fromJson(event as any));
    // THEN
    const messagesIn = async (queue: string) => (await arrivedIn(deployed, queue)).map(({ body }) => JSON.parse(body));
    const [critical, warning] = [await messagesIn('Critical'), await messagesIn('Warning')];
    expect([...critical, ...warning].map((message) => message.id)).toEqual([id]);
    expect(critical.map((message) => message.severity)).toEqual(severity === 'CRITICAL' ? ['CRITICAL'] : []);
  }
});

/**
 * Whether a container has an exit code and another has none. The server then finds the field absent, unlike event-ruler, AWS's own engine: see
 * `test/conformance/failures.conformance.ts`, which checks the same events.
 */
function isPartlyPresent({ event: { detail } }: EventCase): boolean {
  const codes = ((detail.containers ?? []) as { readonly exitCode?: number }[]).map(({ exitCode }) => exitCode === undefined);
  return codes.includes(true) && codes.includes(false);
}

test('no other event arrives', async () => {
  const others = CASES.filter((each) => meantFailure(each.event) === undefined && !isPartlyPresent(each));
  for (const { event } of others.filter((_case, i) => i % 8 === 0)) {
    await bus.put(testing.SampleEvent.fromJson(event as any));
  }
  for (const queue of deployed.idsOf('AWS::SQS::Queue')) {
    expect(await arrivedIn(deployed, queue)).toEqual([]);
  }
});
