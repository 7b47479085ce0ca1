import * as fc from '../random';
import { ask, install } from './iam-simulate';
import type { Simulated } from './iam-simulate';
import { evaluatePolicy } from '../../src/engine/policy/policy-document';
import { serviceContext } from '../../src/engine/policy/policy-request';
import type { RequestContext } from '../../src/engine/policy/policy-request';
import type { ResourceInstance } from '../../src/engine/template/resource-instance';
import { Likelihood } from '../../src/engine/values/likelihood';
import { hasUnknown } from '../../src/engine/values/unknown';
import { SynthesizedApp } from '../../src/testing/synthesized/synthesized-app';
import { compositions } from '../invariant/arbitrary';
import { compose } from '../invariant/composition';
import type { Composition } from '../invariant/composition';
import { inFolder } from '../invariant/folder';
import { compositionOf, PLANTED } from '../invariant/planted';

/** The random apps of the invariant suite whose policies are checked, by the same seed; and every planted fault. */
const APPS = Number(process.env.INVARIANT_APPS ?? 2000);
const SEED = Number(process.env.INVARIANT_SEED ?? 20261126);

/** What EventBridge does with the resources that a policy is for. */
const ACTIONS: { readonly [type: string]: readonly string[] } = {
  'AWS::SNS::TopicPolicy': ['sns:Publish', 'sns:GetTopicAttributes'],
  'AWS::SNS::TopicInlinePolicy': ['sns:Publish'],
  'AWS::SQS::QueuePolicy': ['sqs:SendMessage', 'sqs:GetQueueAttributes'],
  'AWS::SQS::QueueInlinePolicy': ['sqs:SendMessage'],
  'AWS::KMS::Key': ['kms:Decrypt', 'kms:GenerateDataKey'],
};

const ACCOUNT = '111122223333';
const SOURCES = {
  'a rule': { arn: `arn:aws:events:eu-west-1:${ACCOUNT}:rule/alerts`, account: ACCOUNT },
  'the nightly rule': { arn: `arn:aws:events:eu-west-1:${ACCOUNT}:rule/nightly`, account: ACCOUNT },
  'a rule of another account': { arn: 'arn:aws:events:eu-west-1:444455556666:rule/alerts', account: '444455556666' },
};

/** A request to a policy, for both evaluators. */
interface Case extends Simulated {
  readonly title: string;
  readonly principal: string;
  readonly context: RequestContext;
}

/** The policies of an app, without those that are not known before the deployment: iam-simulate has no third answer. */
function policiesOf(composition: Composition): { readonly resource: string; readonly type: string; readonly policy: object }[] {
  return inFolder((folder) => {
    try {
      const { app } = compose(composition, folder);
      app.synth({ skipValidation: true });
      const resources = new SynthesizedApp(app).deployments.flatMap(({ stacks }) => stacks).flatMap((stack) => stack.existing());
      return resources.filter(({ type }) => type in ACTIONS).flatMap((one) => {
        const policy: unknown = one.property(one.type === 'AWS::KMS::Key' ? 'KeyPolicy' : 'PolicyDocument');
        const isKnown = typeof policy === 'object' && policy !== null && !hasUnknown(JSON.stringify(policy));
        return isKnown ? guardedBy(one).map((resource) => ({ resource, type: one.type, policy })) : [];
      });
    } catch {
      return [];
    }
  });
}

/** The ARNs of what a policy is for. */
function guardedBy(policy: ResourceInstance): string[] {
  if (policy.type === 'AWS::KMS::Key') {
    return [policy.arn];
  }
  const named = [policy.property('Topics') ?? policy.property('TopicArn') ?? policy.property('Queues') ?? policy.property('Queue')].flat() as unknown[];
  return named.map((name) => String(name).replace(/^https:\/\/sqs\.([^.]+)\.[^/]+\/(\d+)\/(.*)$/, 'arn:aws:sqs:$1:$2:$3')).filter((arn) => !hasUnknown(arn));
}

function casesOf(composition: Composition): Case[] {
  return policiesOf(composition).flatMap(({ resource, type, policy }) => ACTIONS[type].flatMap((action) => (
    ['events.amazonaws.com', 'sns.amazonaws.com'].flatMap((principal) => Object.entries(SOURCES).map(([who, source]): Case => {
      const context = serviceContext(principal, source);
      const variables = Object.fromEntries([...context].flatMap(([key, { values }]) => (values.length === 1 ? [[key, values[0]]] : [])));
      return {
        title: `${principal} for ${who}: ${action} by ${JSON.stringify(policy)}`,
        principal,
        context,
        policy,
        request: { principal, action, resource, owner: ACCOUNT, context: variables },
      };
    })))));
}

/** Each different question once. */
function distinct(cases: readonly Case[]): Case[] {
  return [...new Map(cases.map((one) => [JSON.stringify([one.request, one.policy]), one])).values()];
}

beforeAll(install, 300_000);

test('iam-simulate and the engine agree on every policy of the random apps', () => {
  const apps = [...PLANTED.map(compositionOf), ...fc.sample(compositions, { numRuns: APPS, seed: SEED })];
  const cases = distinct(apps.flatMap(casesOf));
  const answers = ask(cases);
  const differences = cases.flatMap(({ title, policy, principal, context, request: { action, resource } }, i) => {
    const { likelihood } = evaluatePolicy(policy, { principal: { name: principal, service: principal }, action, resource, context });
    const { result, error } = answers[i];
    const expected = result === 'Allowed' ? Likelihood.YES : Likelihood.NO;
    return error === undefined && likelihood === expected ? [] : [`${title}: ${result ?? JSON.stringify(error)}, and the engine answers ${Likelihood[likelihood]}`];
  });
  expect(differences).toEqual([]);
  // Fewer would mean that the apps have hardly any custom policies.
  expect(cases.length).toBeGreaterThan(400);
  expect(new Set(answers.map(({ result }) => result))).toEqual(new Set(['Allowed', 'ExplicitlyDenied', 'ImplicitlyDenied']));
}, 900_000);
