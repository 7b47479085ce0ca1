import { Aws, Token } from 'aws-cdk-lib';
import { Construct } from 'constructs';
import { newStack } from './own-resources';
import { ecsArn, environmentOf, parseArn, partitionIn } from '../../src/patterns/references/environment';

const HERE = { partition: 'aws', region: 'eu-west-1', account: '111122223333' };
const ANYWHERE = { partition: Aws.PARTITION, region: Aws.REGION, account: Aws.ACCOUNT_ID };

test('the environment of a construct is that of its stack, literal where that is', () => {
  const scope = new Construct(newStack({ region: 'eu-west-1', account: '111122223333' }), 'Scope');

  expect(environmentOf(scope)).toMatchObject({ region: 'eu-west-1', account: '111122223333' });
  expect(environmentOf(newStack())).toEqual(ANYWHERE);
});

test('a Region has its own partition; a token and an unknown Region have that of the rule', () => {
  expect(['cn-north-1', 'us-gov-east-1', 'eu-west-1', 'zz-new-1', Aws.REGION].map((region) => partitionIn(region, 'fallback')))
    .toEqual(['aws-cn', 'aws-us-gov', 'aws', 'fallback', 'fallback']);
});

test('an ARN is put together and taken apart', () => {
  const arn = ecsArn(HERE, 'service/prod/web');

  expect(arn).toBe('arn:aws:ecs:eu-west-1:111122223333:service/prod/web');
  expect(parseArn(arn)).toEqual({ ...HERE, resource: 'service/prod/web' });
});

test.each([['of another service', 'arn:aws:sqs:eu-west-1:111122223333:q'], ['that is a token', Token.asString({ Ref: 'X' })], ['that is no text', undefined], ['that is a name', 'prod']])(
  'nothing is reported for an ARN %s', (_title, arn) => {
    expect(parseArn(arn as string)).toBeUndefined();
  },
);
