import { Template } from 'aws-cdk-lib/assertions';
import { ask } from './event-ruler';
import { failureOptions, stackOf } from '../alerts/failure-options';
import { eventCases, meantFailure } from '../alerts/meant-failure';

const CASES = eventCases();

describe('the rules of EcsFailureAlerts, according to event-ruler', () => {
  test.each(failureOptions().filter(({ title }) => title !== 'with six more targets').map((option) => [option.title, option] as const))('%s: each failure matches one rule, other events match none', (_title, option) => {
    // GIVEN
    const { stack } = stackOf(option);
    const patterns = Object.values(Template.fromStack(stack).findResources('AWS::Events::Rule')).map(({ Properties }) => Properties.EventPattern);

    // WHEN
    const answers = ask([{ patterns, events: CASES.map(({ event }) => event) }]);

    // THEN
    expect(answers.filter(({ matches }) => matches === undefined)).toEqual([]);
    const wrong = CASES.flatMap(({ title, event }, i) => {
      const failure = meantFailure(event);
      const times = answers.filter(({ matches }) => matches![i]).length;
      return times === (failure !== undefined && option.expected(failure, event).length > 0 ? 1 : 0) ? [] : [{ title, times }];
    });
    expect(wrong).toEqual([]);
  });
});
