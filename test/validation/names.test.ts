import { Aws } from 'aws-cdk-lib';
import { checkAccount, checkEcsName, checkRegion } from '../../src/validation/names';

test.each(['prod', 'prod-2', 'PROD_3', '1', 'a'.repeat(255)])('%s is a name', (name) => {
  expect(checkEcsName('clusterNames[0]', name)).toBe(name);
});

test.each(['prod cluster', 'prod/web', 'prod*', '', 5, {}])('%p is no name', (name) => {
  expect(() => checkEcsName('clusterNames[0]', name as string)).toThrow(
    `clusterNames[0]: expected up to 255 letters, digits, hyphens and underscores, got ${JSON.stringify(name)}. No resource can have this name, so no event would match.`,
  );
});

test('an ARN is no name', () => {
  expect(() => checkEcsName('clusterNames[0]', 'arn:aws:ecs:us-east-1:111122223333:cluster/prod')).toThrow(
    'Pass the name without the ARN, or import the resource by its ARN and pass the construct.',
  );
});

test.each(['us-east-1', 'cn-north-1', 'us-gov-west-1', 'us-iso-east-1', 'us-isof-south-1', 'eusc-de-east-1', 'mx-central-1', 'us-east-12'])('%s is a Region', (region) => {
  expect(checkRegion('regions[0]', region)).toBe(region);
});

test.each(['us-east-1a', 'US-EAST-1', 'Frankfurt', 'eu', '*', 'us-east', 'us-east-123', 'in us-east-1'])('%s is no Region', (region) => {
  expect(() => checkRegion('regions[0]', region)).toThrow(`regions[0]: expected a Region such as eu-west-1, got "${region}". No Region has this name, so no event would match.`);
});

test.each(['11112222333', '1111222233334', 'prod', 111122223333])('%p is no account', (account) => {
  expect(() => checkAccount('accounts[0]', account as string)).toThrow(`accounts[0]: expected an account id of 12 digits, as a string, got ${JSON.stringify(account)}. No account has this ID, so no event would match.`);
});

test('tokens pass: they are known at deployment only', () => {
  expect([checkEcsName('clusterNames[0]', Aws.STACK_NAME), checkAccount('accounts[0]', Aws.ACCOUNT_ID), checkRegion('regions[0]', Aws.REGION)])
    .toEqual([Aws.STACK_NAME, Aws.ACCOUNT_ID, Aws.REGION]);
});

test('a name that is too long is shown shortened', () => {
  expect(() => checkEcsName('clusterNames[0]', 'a'.repeat(10_000_000))).toThrow(
    `clusterNames[0]: expected up to 255 letters, digits, hyphens and underscores, got "${'a'.repeat(199)}…" (10000000 characters). No resource can have this name, so no event would match.`,
  );
});
