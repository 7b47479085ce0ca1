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
  [{ maximumRetryAttempts: -1 }, 'retryAttempts: expected a whole number of attempts from 0 to 185, got -1.'],
  [{ maximumRetryAttempts: 186 }, 'retryAttempts: expected a whole number of attempts from 0 to 185, got 186.'],
  [{ maximumRetryAttempts: 0.5 }, 'retryAttempts: expected a whole number of attempts from 0 to 185, got 0.5.'],
  [{ maximumEventAgeInSeconds: 59 }, 'maxEventAge: expected a whole number of seconds from 60 to 86400, got 59.'],
  [{ maximumRetryAttempts: 1, maximumEventAgeInSeconds: 86401 }, 'maxEventAge: expected a whole number of seconds from 60 to 86400, got 86401.'],
])('T27: %j is an error', (policy, message) => {
  expect(() => checkRetryPolicy(policy)).toThrow(message);
});
