import { Lazy } from 'aws-cdk-lib';
import { checkRetryPolicy } from '../../src/delivery/deliverable';

test.each([
  [undefined],
  [{}],
  [{ maximumRetryAttempts: 0, maximumEventAgeInSeconds: 60 }],
  [{ maximumRetryAttempts: 185, maximumEventAgeInSeconds: 86400 }],
])('%j is within the limits of EventBridge', (policy) => {
  expect(() => checkRetryPolicy(policy)).not.toThrow();
});

test('what is known at deployment only passes', () => {
  expect(() => checkRetryPolicy({ maximumRetryAttempts: Lazy.number({ produce: () => 1000 }) })).not.toThrow();
});

test.each([
  [{ maximumRetryAttempts: -1 }, 'retryAttempts: expected 0 to 185 attempts, got -1.'],
  [{ maximumRetryAttempts: 186 }, 'retryAttempts: expected 0 to 185 attempts, got 186.'],
  [{ maximumRetryAttempts: 0.5 }, 'retryAttempts: expected 0 to 185 attempts, got 0.5.'],
  [{ maximumEventAgeInSeconds: 59 }, 'maxEventAge: expected 60 to 86400 seconds, got 59.'],
  [{ maximumRetryAttempts: 1, maximumEventAgeInSeconds: 86401 }, 'maxEventAge: expected 60 to 86400 seconds, got 86401.'],
])('T27: %j is an error', (policy, message) => {
  expect(() => checkRetryPolicy(policy)).toThrow(message);
});
