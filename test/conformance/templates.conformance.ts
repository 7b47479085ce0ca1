import { ask } from './event-ruler';
import { plausible } from './plausible';
import { synthesizedTemplates } from './synthesized-templates';
import { BranchState } from '../../src/engine/matcher/branch-state';
import { EventPattern } from '../../src/engine/matcher/event-pattern';

/** The tests run for this suite if they did not run before. */
const LONG = 900_000;

interface Synthesized {
  readonly pattern: unknown;
  /** The tests and programs that synthesize it. */
  readonly sources: string[];
}

/** The patterns of all rules and archives, each once. */
function synthesized(): Synthesized[] {
  const found = new Map<string, string[]>();
  for (const { template, sources } of synthesizedTemplates()) {
    for (const { Type, Properties } of Object.values(template.Resources ?? {})) {
      if (['AWS::Events::Rule', 'AWS::Events::Archive'].includes(Type) && Properties?.EventPattern !== undefined) {
        const text = JSON.stringify(plausible(Properties.EventPattern));
        found.set(text, [...new Set([...found.get(text) ?? [], ...sources])]);
      }
    }
  }
  return [...found].map(([text, sources]) => ({ pattern: JSON.parse(text), sources }));
}

/** Whether the matcher accepts the pattern and matches all of it. */
function isMatched(pattern: unknown): boolean {
  return EventPattern.check(pattern) === undefined
    && new EventPattern(pattern).branches.every(({ branchState }) => branchState === BranchState.MATCHING);
}

// Tests that need a wrong pattern give the simulator a literal template: what is synthesized is right, without an exception.
describe('the patterns that the tests, the examples and the demo synthesize', () => {
  let all: readonly Synthesized[];

  beforeAll(() => {
    all = synthesized();
  }, LONG);

  test('are valid to event-ruler', () => {
    const answers = ask([{ patterns: all.map(({ pattern }) => pattern), events: [] }]);

    expect(answers.flatMap(({ matches, ...problem }, at) => (matches === undefined ? [{ ...problem, ...all[at] }] : []))).toEqual([]);
  });

  test('are valid to the matcher of the simulator, which is certain that every branch matches', () => {
    expect(all.filter(({ pattern }) => !isMatched(pattern))).toEqual([]);
  });

  // Otherwise nothing was checked.
  test('are many, and come from everywhere', () => {
    const sources = all.flatMap((each) => each.sources);

    expect(all.length).toBeGreaterThan(500);
    expect(sources).toEqual(expect.arrayContaining(['test/rules/splitting.test.ts', 'test/traps/buses.test.ts', 'examples/demo.ts', 'examples/three-alerts/app.ts']));
  });
});
