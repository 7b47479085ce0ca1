import { ask } from './event-ruler';
import { compiledIn, RULE_ENVIRONMENTS } from '../patterns/compiled-pattern';
import { FACTORIES } from '../patterns/factories';
import { LONG_LISTS } from '../patterns/long-lists';
import { sent } from '../patterns/sent-event';

test.each(LONG_LISTS)('%s: an event matches one part of a divided list, checked by event-ruler', (_title, name, filters, about, meant) => {
  // GIVEN
  const { create, entry, eventName } = FACTORIES.find((factory) => factory.name === name)!;
  const near = meant.flatMap((each) => [`${each}x`, each.slice(0, -1), each.toUpperCase()]).filter((each) => !meant.includes(each));
  const isPrefix = /beginnings/.test(_title);
  const events = [...meant, ...near].map((each) => sent(entry.detailType, eventName, about(each)));
  const cases = RULE_ENVIRONMENTS.map((environment) => ({ patterns: compiledIn(environment, create(filters())).patterns, events }));

  // WHEN
  const answers = ask(cases);

  // THEN
  for (const { patterns } of cases) {
    const own = answers.splice(0, patterns.length);
    const times = events.map((_, i) => own.filter(({ matches }) => matches![i]).length);
    expect(times.slice(0, meant.length)).toEqual(meant.map(() => 1));
    expect(times.slice(meant.length).filter((matches) => matches > (isPrefix ? 1 : 0))).toEqual([]);
  }
}, 120_000);
