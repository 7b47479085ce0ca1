import { Template } from 'aws-cdk-lib/assertions';
import { ask } from './event-ruler';
import { failureOptions, stackOf } from '../alerts/failure-options';
import { eventCases, meantFailure, someEventCases } from '../alerts/meant-failure';

const OPTIONS = failureOptions().filter(({ title }) => title !== 'with six more targets');

/** A pattern of a template as it is deployed: only the partition is known there first. */
function deployed(pattern: unknown): unknown {
  return JSON.parse(JSON.stringify(pattern), (_key, value) => value?.['Fn::Join']?.[1].map((part: any) => part.Ref === 'AWS::Partition' ? 'aws' : part).join('') ?? value);
}

test.each(OPTIONS.map((option) => [option.title, option] as const))('%s: according to event-ruler, a failure matches one rule of EcsFailureAlerts, and other events match none', (_title, option) => {
  // GIVEN
  const cases = option.isThorough ? eventCases() : someEventCases();
  const rules = Template.fromStack(stackOf(option).stack).findResources('AWS::Events::Rule');

  // WHEN
  const patterns = Object.values(rules).map(({ Properties }) => deployed(Properties.EventPattern));
  const answers = ask([{ patterns, events: cases.map(({ event }) => event) }]);

  // THEN
  expect(answers.filter(({ matches }) => matches === undefined)).toEqual([]);
  const wrong = cases.flatMap(({ title, event }, i) => {
    const failure = meantFailure(event);
    const times = answers.filter(({ matches }) => matches![i]).length;
    return times === (failure !== undefined && option.expected(failure, event).length > 0 ? 1 : 0) ? [] : [{ title, times }];
  });
  expect(wrong).toEqual([]);
});
