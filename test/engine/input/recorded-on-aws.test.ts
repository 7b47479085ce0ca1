import { transformed } from './rendered';

/**
 * What others saw EventBridge deliver to a queue on AWS, repeated with an event of the library: test_events_inputs.snapshot.json of LocalStack, last run
 * on AWS on 2025-10-08.
 *
 * @see https://github.com/localstack/localstack/blob/main/tests/aws/services/events/test_events_inputs.snapshot.json
 */
const PATHS = { user: '$.detail.payload.user', payload: '$.detail.payload', one: '$.detail.one', two: '$.detail.two', valid: '$.detail.valid', none: '$.detail.none' };
const EVENT = { detail: { payload: { user: '0a78', size: 'big' }, one: ['HIGH'], two: ['ON', 'OFF'], valid: true } };

test.each([
  ['"by <user>, <none>"', '"by 0a78, "'],
  ['"{[/by <user>"', '"{[/by 0a78"'],
  ['"Valid: <valid>!"', '"Valid: true!"'],
  ['"<payload> of users/<user> and <user>"', '"{user:0a78,size:big} of users/0a78 and 0a78"'],
  ['"<one> and <two> and <none> end"', '"[HIGH] and [ON,OFF] and  end"'],
  ['"<one> first"\n"<none> second"\n"<payload> third"', '"[HIGH] first"\n" second"\n"{user:0a78,size:big} third"'],
  ['{"path": "users/<user>/<user>", "user": <user>, "body": <payload>}', '{"path": "users/0a78/0a78", "user": "0a78", "body": {"user":"0a78","size":"big"}}'],
  ['{"a": {"b": {"c": "users/<user>"}}, "d": [<user>, "x"], "e": <one>}', '{"a": {"b": {"c": "users/0a78"}}, "d": ["0a78", "x"], "e": ["HIGH"]}'],
  ['{"user": <user>, "none": <none>}', '{"user": "0a78", "none": ""}'],
])('%s is delivered', (template, body) => {
  expect(transformed(template, PATHS, EVENT).body).toBe(body);
});

test.each(['{"a": "users/<payload>", "b": <payload>}', '{"payload": "<payload>"}', '{"one": "<one>"}'])('%s is not delivered', (template) => {
  const input = transformed(template, PATHS, EVENT);
  expect(input.mustBeJson).toBe(true);
  expect(input.whyNotJson()).toBeDefined();
});
