import { CfnParameter } from 'aws-cdk-lib';
import * as sns from 'aws-cdk-lib/aws-sns';
import { IRELAND, rulesIn, stackUnderTest } from './stack-under-test';
import { DaemonTaskStartImpairedRule } from '../../src/rules/daemon-task-start-impaired-rule';
import { SnsPublish } from '../../src/targets/sns-publish';

/** The names of the rules for so many clusters and targets. */
function namesOf(
  ruleName: string | undefined,
  { clusters, targets }: { readonly clusters: number; readonly targets: number },
): (string | undefined)[] {
  const stack = stackUnderTest(IRELAND);
  new DaemonTaskStartImpairedRule(stack, 'Alert', {
    ruleName,
    clusterNames: Array.from({ length: clusters }, (_, i) => `production-cluster-${i}`),
    targets: Array.from({ length: targets }, (_, i) => new SnsPublish(new sns.Topic(stack, `Topic${i}`))),
  });
  return rulesIn(stack).map(({ Name }) => Name);
}

test('without a name CloudFormation names every one of them', () => {
  expect(namesOf(undefined, { clusters: 60, targets: 12 })).toEqual(Array(9).fill(undefined));
});

test('T36: one rule has the name as it is', () => {
  expect(namesOf('ecs', { clusters: 1, targets: 1 })).toEqual(['ecs']);
});

test('T36: the rules for further parts of the pattern are numbered', () => {
  expect(namesOf('ecs', { clusters: 60, targets: 1 })).toEqual(['ecs', 'ecs-2', 'ecs-3']);
});

test('T36: the rules for further targets are numbered', () => {
  expect(namesOf('ecs', { clusters: 1, targets: 12 })).toEqual(['ecs', 'ecs-targets-2', 'ecs-targets-3']);
});

test('T36: where both are divided, every name is still unique and begins with the given one', () => {
  const names = namesOf('ecs', { clusters: 60, targets: 12 });
  expect(names).toHaveLength(9);
  expect(new Set(names).size).toBe(9);
  expect(names.slice(0, 5)).toEqual(['ecs', 'ecs-2', 'ecs-3', 'ecs-targets-2', 'ecs-2-targets-2']);
});

test('T36: a name of 64 characters fits one rule, and is too long for two', () => {
  const name = 'n'.repeat(64);
  expect(namesOf(name, { clusters: 1, targets: 5 })).toEqual([name]);
  expect(() => namesOf(name, { clusters: 1, targets: 6 })).toThrow(
    `[Stack/Alert] ruleName: expected 1 to 64 letters, digits, dots, hyphens and underscores, got "${name}-targets-2" with 74 characters.`
    + ' The pattern or the targets require several rules, and each needs its own name: shorten the name, or omit it.');
});

test.each([
  ['longer than 64 characters', 'n'.repeat(65), 'Shorten the name'],
  ['empty', '', 'Pass a name'],
  ['with a blank', 'ecs alerts', 'Replace the other characters, such as spaces'],
  ['with a slash', 'ecs/alerts', 'Replace the other characters, such as spaces'],
])('T27: a name that is %s is an error', (_what, name, resolution) => {
  expect(() => namesOf(name, { clusters: 1, targets: 1 })).toThrow(
    `[Stack/Alert] ruleName: expected 1 to 64 letters, digits, dots, hyphens and underscores, got "${name}"${name.length > 64 ? ` with ${name.length} characters` : ''}.`
    + ` ${resolution}, or omit it.`);
});

test('names and descriptions that are known at deployment only pass', () => {
  // GIVEN
  const stack = stackUnderTest();
  const parameter = new CfnParameter(stack, 'Prefix');
  // WHEN
  new DaemonTaskStartImpairedRule(stack, 'Alert', { ruleName: `${parameter.valueAsString}-ecs`, description: parameter.valueAsString.repeat(60) });
  // THEN
  expect(rulesIn(stack)[0].Name).toEqual({ 'Fn::Join': ['', [{ Ref: 'Prefix' }, '-ecs']] });
});

test('T27: a description of 512 characters passes, a longer one is an error', () => {
  const of = (length: number) => () => new DaemonTaskStartImpairedRule(stackUnderTest(), 'Alert', { description: 'd'.repeat(length) });
  expect(of(512)).not.toThrow();
  expect(of(513)).toThrow('[Stack/Alert] description: expected up to 512 characters, got 513. Shorten it.');
});
