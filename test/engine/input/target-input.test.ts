import { EVENT, received, transformed } from './rendered';

describe('without a transformer', () => {
  test('a target without input receives the event', () => {
    expect(JSON.parse(received({}).body)).toEqual(EVENT);
  });

  test('a constant input is sent as it is, whatever looks like a placeholder in it', () => {
    expect(received({ Input: '{"a": "<b>"}' }).body).toBe('{"a": "<b>"}');
    expect(received({ Input: '"one"\n"two"' }).body).toBe('"one"\n"two"');
  });

  test('a path sends a part of the event', () => {
    expect(received({ InputPath: '$.detail.nested' }).body).toBe('{"a":["x"]}');
    expect(received({ InputPath: '$.detail.reason' }).body).toBe('"RESOURCE:CPU"');
    expect(received({ InputPath: '$.detail.list[*]' })).toMatchObject({ body: '[{"n":1},{"n":2}]', assumptions: [expect.stringContaining('AWS does not document what * gives')] });
  });

  test('a path that the event lacks leaves nothing to be sent', () => {
    const input = received({ InputPath: '$.detail.missing' });
    const problem = 'the event has no $.detail.missing, which is all that the target is to receive';
    expect(input).toMatchObject({ body: '', mustBeJson: true, problems: [problem], assumptions: ['an event without the InputPath of a target is not delivered: AWS does not document it'] });
    expect(input.whyNotJson()).toBe(problem);
  });

  test.each(['$.detail.list[?(@.n==1)]', '$.detail..n', '$.detail.list[-1]', 'detail'])('the path %s, which EventBridge does not understand, is named as the reason', (InputPath) => {
    expect(received({ InputPath }).problems).toEqual([expect.stringMatching(/^the InputPath .* (is not understood at|does not start with)/)]);
  });
});

describe('a template of JSON', () => {
  test('takes values without quotes as JSON, of whatever type they are', () => {
    const { body, assumptions } = transformed('{"r": <reason>, "c": [<count>, <on>], "x": <nested>, "l": <list>, "e": <empty>}');
    expect(body).toBe('{"r": "RESOURCE:CPU", "c": [3, true], "x": {"a":["x"]}, "l": [{"n":1},{"n":2}], "e": ""}');
    expect(assumptions).toEqual([]);
    expect(transformed(' [<reason>]').body).toBe(' ["RESOURCE:CPU"]');
  });

  test('takes values inside of quotes as they are', () => {
    expect(transformed('{"a": "because <reason>: <count> <on>."}')).toMatchObject({ body: '{"a": "because RESOURCE:CPU: 3 true."}', assumptions: [], problems: [] });
  });

  test('keeps its own escapes', () => {
    const { body, assumptions } = transformed('{"a": "\\"<reason>\\" \\u003cb\\u003e\\n", "b": <reason>}');
    expect(JSON.parse(body)).toEqual({ a: '"RESOURCE:CPU" <b>\n', b: 'RESOURCE:CPU' });
    expect(assumptions).toEqual([]);
  });

  test('has "" for what the event lacks, and nothing inside of quotes', () => {
    expect(transformed('{"a": <missing>, "b": "<missing>."}')).toMatchObject({
      body: '{"a": "", "b": "."}',
      problems: ['<missing> is empty: the event has no $.detail.missing'],
      assumptions: ['<missing>, which has no value, is "": it was when that was tried on AWS, which documents that it is omitted'],
    });
    expect(transformed('{"a": "<missing>."}').assumptions).toEqual([]);
  });

  test('has null for null', () => {
    const assumptions = ['<nothing>, which is null, is written as null: AWS does not document it'];
    expect(transformed('{"a": <nothing>, "b": "<nothing>"}')).toMatchObject({ body: '{"a": null, "b": "null"}', problems: [], assumptions });
  });

  test('escapes what stands without quotes', () => {
    const { body, assumptions } = transformed('{"a": <says>, "b": <o>}', { says: '$.detail.says', o: '$.detail' });
    expect(JSON.parse(body)).toEqual({ a: EVENT.detail.says, b: EVENT.detail });
    expect(assumptions).toEqual(['<says>', '<o>'].map((name) => (
      `quotes, backslashes and line breaks in ${name} are escaped, because it stands without quotes: AWS documents only that the output is JSON`)));
  });

  test('is broken by quotes and line breaks of values inside of quotes', () => {
    const input = transformed('{"r": "<reason>", "a": "<says>"}');
    expect(input).toMatchObject({
      body: '{"r": "RESOURCE:CPU", "a": "a "b"\nc"}',
      mustBeJson: true,
      assumptions: ['quotes, backslashes and line breaks in <says> are not escaped, because it stands inside of quotes: AWS documents that nothing is, and emulators disagree'],
    });
    expect(input.whyNotJson()).toBe('the value of <says> at position 28, inside of quotes, has quotes, backslashes or line breaks');
    expect(input.body.slice(28)).toBe('a "b"\nc"}');
  });

  test('is broken by objects and lists inside of quotes', () => {
    const input = transformed('{"a": "<nested>"}');
    expect(input).toMatchObject({
      body: '{"a": "{"a":["x"]}"}',
      mustBeJson: true,
      assumptions: ['<nested>, a list or an object, keeps its quotes inside of a JSON string: it did when that was tried on AWS, which documents that they are taken out'],
    });
    expect(input.whyNotJson()).toBe('the value of <nested> at position 7, inside of quotes, has quotes, backslashes or line breaks');
  });

  test('survives values inside of quotes that happen to be JSON there', () => {
    const input = transformed('{"a": "<says> <list>"}', undefined, { detail: { says: 'C:\\temp', list: [1, 2] } });
    expect(input).toMatchObject({ body: '{"a": "C:\\temp [1,2]"}', mustBeJson: true, assumptions: [expect.stringContaining('<says> are not escaped')] });
    expect(input.whyNotJson()).toBeUndefined();
  });

  test('may be neither an object nor a list', () => {
    expect(transformed('true').body).toBe('true');
  });
});

describe('a template of text', () => {
  test('is one string, with its quotes', () => {
    const input = transformed('"because <reason>: <count> <on>!"');
    expect(input).toMatchObject({ body: '"because RESOURCE:CPU: 3 true!"', mustBeJson: false, assumptions: [], problems: [] });
    expect(input.whyNotJson()).toBeUndefined();
  });

  test('is several lines, each with its quotes, which are not JSON', () => {
    const input = transformed('"one <reason>"\n"two <count>"');
    expect(input).toMatchObject({ body: '"one RESOURCE:CPU"\n"two 3"', mustBeJson: false, assumptions: [] });
    expect(input.whyNotJson()).toBe('it is a text of several strings or lines');
  });

  test('takes the quotes out of objects and lists', () => {
    expect(transformed('"<nested> <list>"')).toMatchObject({ body: '"{a:[x]} [{n:1},{n:2}]"', assumptions: [] });
    const assumption = 'quotes are taken out of <d>, a list or an object, and nothing else: AWS does not document what becomes of escapes in it';
    expect(transformed('"<d>"', { d: '$.detail' }, { detail: { says: '"' } })).toMatchObject({ body: '"{says:\\}"', assumptions: [assumption] });
  });

  test('omits what the event lacks', () => {
    expect(transformed('"<missing>."')).toMatchObject({ body: '"."', assumptions: [], problems: ['<missing> is empty: the event has no $.detail.missing'] });
  });

  test('does not escape values', () => {
    const input = transformed('"<says>"');
    expect(input).toMatchObject({ body: '"a "b"\nc"', mustBeJson: false, assumptions: [expect.stringContaining('are not escaped')] });
    expect(input.whyNotJson()).toBe('the value of <says> at position 1, inside of quotes, has quotes, backslashes or line breaks');
  });

  test('keeps its own escapes, which is taken for granted', () => {
    const assumptions = ['escapes in the text of the input template stay as they are: AWS documents it for \\" only, and emulators disagree'];
    expect(transformed('"a \\"<reason>\\"\\n\\u003c"')).toMatchObject({ body: '"a \\"RESOURCE:CPU\\"\\n\\u003c"', assumptions });
  });

  test('has JSON for a placeholder without quotes, which is taken for granted', () => {
    const assumption = (name: string) => `<${name}>, which stands without quotes in a text, is written as JSON: AWS requires quotes around a text`;
    expect(transformed('"about"\n<nested>')).toMatchObject({ body: '"about"\n{"a":["x"]}', assumptions: [assumption('nested')] });
    expect(transformed('<reason>')).toMatchObject({ body: '"RESOURCE:CPU"', assumptions: [assumption('reason')] });
    expect(transformed('<missing>')).toMatchObject({ body: '', assumptions: [assumption('missing')] });
  });
});

describe('variables', () => {
  test('may be those that EventBridge defines', () => {
    const { body, assumptions } = transformed('{"n": <aws.events.rule-name>, "a": "<aws.events.rule-arn>", "e": <aws.events.event.json>}');
    expect(JSON.parse(body)).toEqual({ n: 'my-rule', a: 'arn:aws:events:us-east-1:123456789012:rule/my-rule', e: EVENT });
    expect(assumptions).toEqual([expect.stringContaining('<aws.events.event.json> are escaped')]);
  });

  test('of EventBridge may need something taken for granted', () => {
    const { body, assumptions } = transformed('{"t": <aws.events.event.ingestion-time>, "e": <aws.events.event>}');
    const { detail: _detail, 'detail-type': detailType, ...rest } = EVENT;
    expect(JSON.parse(body)).toEqual({ t: EVENT.time, e: { ...rest, detailType } });
    expect(assumptions).toEqual([
      '<aws.events.event.ingestion-time> is the time of the event: EventBridge received it at once',
      '<aws.events.event> has detailType instead of detail-type: it had when it was tried on AWS, and AWS does not document it',
    ]);
    expect(transformed('"<aws.events.event.ingestion-time>"', {}, {}).problems).toEqual(['<aws.events.event.ingestion-time> is empty: the event has no value for it']);
  });

  test('whose path is not understood are empty, and it is reported once', () => {
    expect(transformed('"<a><a>"', { a: '$..reason' })).toMatchObject({ body: '""', problems: ['<a> is empty: its path $..reason is not understood at "..reason": only .name, [0] and * are'] });
  });

  test('whose path is read in a way that AWS does not document say so', () => {
    expect(transformed('"<a>"', { a: "$['id']" })).toMatchObject({ body: '"1"', assumptions: ["the path $['id'] is understood, although AWS documents names behind dots only"] });
  });

  test('are not what cannot be a name, which is taken for granted', () => {
    expect(transformed('"a < b > c <@U1>"')).toMatchObject({
      body: '"a < b > c <@U1>"',
      assumptions: [' b ', '@U1'].map((name) => `<${name}> in the input template is text: EventBridge does not take it for a variable that is not defined`),
    });
  });

  test('may be defined and not used', () => {
    expect(transformed('"x"', { a: '$.none' })).toMatchObject({ body: '"x"', problems: [] });
  });
});
